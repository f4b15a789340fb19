import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isTree, readYaml, type PackFault } from '#libs/rulebook';

/** One row of the requirements: what it says, which packs must carry it, or why it is no data. */
export interface RequirementRow {
  readonly id: string;
  readonly gist: string;
  /** The packs whose document says it. */
  readonly packs: readonly string[];
  /** Why nobody needs it as data; null where it is data. */
  readonly notData: string | null;
  readonly line: number;
}

export const ROWS_FILE = 'requirements.yaml';

interface RowsFile {
  readonly families: Readonly<Record<string, { readonly title: string; readonly notData?: string }>>;
  readonly rows: Readonly<Record<string, { readonly gist: string; readonly in?: readonly string[]; readonly notData?: string }>>;
}

function isRowsFile(node: unknown): node is RowsFile {
  return isTree(node) && isTree(node['families']) && isTree(node['rows']) && Object.values(node['rows']).every(isTree);
}

/** Reads the list of all rows, which stands beside the packs. */
export function requirementRows(policies: string, faults: PackFault[]): readonly RequirementRow[] {
  const file = path.join(policies, ROWS_FILE);
  const yaml = readYaml(file, faults);
  if (!yaml) return [];
  if (!isRowsFile(yaml.node)) {
    faults.push({ file, line: null, path: '', problem: 'expected families and rows' });
    return [];
  }
  const { families, rows } = yaml.node;
  // Every row stands on a line of its own, so its line is found without walking the file for each of eight hundred.
  const lines = new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .map((text, index) => [/^ {2}([A-Z0-9-]+):/.exec(text)?.[1] ?? '', index + 1]),
  );
  return Object.entries(rows).map(([id, row]) => ({
    id,
    gist: row.gist,
    packs: row.in ?? [],
    notData: row.notData ?? families[id.split('-')[0] ?? '']?.notData ?? null,
    line: lines.get(id) ?? 1,
  }));
}
