import path from 'node:path';
import type { Pack, PackFault, PackFileName } from '#libs/rulebook';
import { didYouMean } from '#libs/rulebook';
import { citedNodes } from './cited-nodes.ts';
import { ROWS_FILE, type RequirementRow } from './requirement-rows.ts';

/** One entry of a pack that carries a row. */
interface CarryingPlace {
  readonly pack: Pack;
  readonly name: PackFileName;
  readonly path: string;
}

/** Where a row of the requirements stands in the packs. */
export interface Coverage {
  readonly row: RequirementRow;
  readonly carried: readonly CarryingPlace[];
  /** Packs whose document says it, and which do not carry it. */
  readonly missingIn: readonly string[];
  readonly state: 'carried' | 'not data' | 'missing';
}

function placesOf(packs: readonly Pack[]): ReadonlyMap<string, readonly CarryingPlace[]> {
  const places = new Map<string, CarryingPlace[]>();
  for (const pack of packs) {
    for (const name of Object.keys(pack.files) as PackFileName[]) {
      for (const { path: at, rows } of citedNodes(pack.files[name].node)) {
        for (const id of rows) places.set(id, [...(places.get(id) ?? []), { pack, name, path: at }]);
      }
    }
  }
  return places;
}

/** `file:line place`, for people. */
export function placeText({ pack, name, path: at }: CarryingPlace): string {
  return `${path.join(path.basename(pack.folder), name)}:${pack.files[name].lineAt(at)} ${at}`;
}

/** Every row of the requirements: carried (where), not data (why), or missing. */
export function coverageOf(rows: readonly RequirementRow[], packs: readonly Pack[]): readonly Coverage[] {
  const places = placesOf(packs);
  return rows.map((row) => {
    const carried = places.get(row.id) ?? [];
    const missingIn = row.packs.filter((id) => !carried.some(({ pack }) => pack.head.id === id));
    if (row.notData !== null && carried.length === 0) return { row, carried, missingIn: [], state: 'not data' };
    return { row, carried, missingIn, state: carried.length === 0 || missingIn.length > 0 ? 'missing' : 'carried' };
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
