import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackFault } from '#libs/rulebook';

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

/** The list of all rows, beside the packs: tabs between id, packs, why it is no data, gist. */
export const ROWS_FILE = 'requirements.tsv';

const HEAD = 'id\tin\tnot data\tgist';

/** Reads the list of all rows. */
export function requirementRows(policies: string, faults: PackFault[]): readonly RequirementRow[] {
  const file = path.join(policies, ROWS_FILE);
  const fault = (line: number | null, problem: string): void => void faults.push({ file, line, path: '', problem });
  if (!existsSync(file)) {
    fault(null, 'the list of rows is not there');
    return [];
  }
  const seen = new Set<string>();
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index): RequirementRow[] => {
      const line = index + 1;
      if (text === '' || text.startsWith('#') || text === HEAD) return [];
      const [id = '', packs = '', notData = '', gist = '', ...more] = text.split('\t');
      if (gist === '' || more.length > 0) fault(line, `expected ${HEAD.replaceAll('\t', ', ')}, with a tab between them`);
      else if (seen.has(id)) fault(line, `${id} stands here twice; keep one`);
      else if (packs === '' && notData === '') fault(line, `${id} names neither the packs that carry it nor why it is no data`);
      seen.add(id);
      return [{ id, gist, packs: packs.split(' ').filter((one) => one !== ''), notData: notData === '' ? null : notData, line }];
    });
}
