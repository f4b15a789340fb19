import path from 'node:path';
import type { Pack, PackFault, PackFileName } from '#libs/rulebook';
import { didYouMean } from '#libs/rulebook';
import { citedNodes } from './cited-nodes.ts';
import { ROWS_FILE, type RequirementRow } from './requirement-rows.ts';

/** Where a row of the requirements stands in the packs. */
export interface Coverage {
  readonly row: RequirementRow;
  /** Places that carry it, as `file:line path`. */
  readonly carried: readonly string[];
  /** Packs whose document says it, and which do not carry it. */
  readonly missingIn: readonly string[];
  readonly state: 'carried' | 'not data' | 'missing';
}

interface Place {
  readonly pack: string;
  readonly file: string;
  readonly line: number;
  readonly path: string;
}

function placesOf(packs: readonly Pack[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const pack of packs) {
    for (const [name, { node, lineAt }] of Object.entries(pack.files)) {
      for (const { path: at, rows } of citedNodes(node)) {
        for (const id of rows) {
          const place: Place = { pack: pack.head.id, file: path.join(pack.folder, name), line: lineAt(at), path: at };
          places.set(id, [...(places.get(id) ?? []), place]);
        }
      }
    }
  }
  return places;
}

/** Every row of the requirements: carried (where), not data (why), or missing. */
export function coverageOf(rows: readonly RequirementRow[], packs: readonly Pack[]): readonly Coverage[] {
  const places = placesOf(packs);
  return rows.map((row) => {
    const found = places.get(row.id) ?? [];
    const carried = found.map(({ file, line, path: at }) => `${file}:${line} ${at}`);
    const missingIn = row.packs.filter((pack) => !found.some((place) => place.pack === pack));
    if (row.notData !== null && found.length === 0) return { row, carried, missingIn: [], state: 'not data' };
    return { row, carried, missingIn, state: found.length === 0 || missingIn.length > 0 ? 'missing' : 'carried' };
  });
}

/** Rows nobody carries, and entries that name a row there is not. */
export function coverageFaults(policies: string, rows: readonly RequirementRow[], packs: readonly Pack[]): PackFault[] {
  const file = path.join(policies, ROWS_FILE);
  const missing = coverageOf(rows, packs)
    .filter(({ state }) => state === 'missing')
    .map(({ row, missingIn }): PackFault => {
      const where = missingIn.length > 0 ? missingIn.join(', ') : 'any pack';
      return { file, line: row.line, path: row.id, problem: `is not carried by ${where}; name it in the rows of the entry that says it` };
    });
  const known = new Set(rows.map(({ id }) => id));
  const unknown = packs.flatMap((pack) =>
    (Object.keys(pack.files) as PackFileName[]).flatMap((name) =>
      citedNodes(pack.files[name].node).flatMap((cited) =>
        cited.rows
          .filter((id) => !known.has(id))
          .map((id): PackFault => {
            const problem = `${id} is no row of the requirements${didYouMean(id, known)}`;
            return { file: path.join(pack.folder, name), line: pack.files[name].lineAt(cited.path), path: cited.path, problem };
          }),
      ),
    ),
  );
  return [...missing, ...unknown];
}
