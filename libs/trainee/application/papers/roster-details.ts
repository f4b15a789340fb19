import type { Actor } from '#libs/contracts';
import { RefusalError, type Database, type FileStore } from '#libs/platform';
import { correctRow } from '../../domain/roster/corrections.ts';
import { trimText } from '../../domain/roster/normalise.ts';
import { confirmedImports } from '../../persistence/roster.query.ts';
import { fieldIndex } from '../../roster/roster-columns.ts';
import { readRows } from '../judge-roster.ts';
import { visibleClass } from '../own-class.ts';
import { readCorrections } from '../sealed-corrections.ts';

const SHOWN = ['education', 'residence', 'remark'] as const;

/** What a roster says of somebody beside who they are, as filed. */
export type RosterDetails = Readonly<Partial<Record<(typeof SHOWN)[number], string>>>;

/** By {@link placeOf}. */
export type FiledDetails = ReadonlyMap<string, RosterDetails>;

/** For papers that show nothing of it. */
export const noDetails: FiledDetails = new Map();

/** Where somebody stands: in which import, and in which row of its sheet. */
export function placeOf({ importId, row }: { readonly importId: string; readonly row: number }): string {
  return `${importId}|${row}`;
}

/**
 * Reads what was filed with the people of a class from the confirmed files and what was put right in them, before any transaction begins: nothing of
 * it is kept a second time. @throws RefusalError NOT_FOUND where the actor may not see the class
 */
export async function readFiledDetails(
  of: { readonly database: Database; readonly files: FileStore },
  actor: Actor,
  classId: string,
): Promise<FiledDetails> {
  const imports = await of.database.transaction(async (tx) => {
    const seen = await visibleClass(tx, actor, classId);
    if (!seen.ok) throw new RefusalError(seen.refusal);
    const rows = await tx.rows<{ id: string; fileSha256: string }>(confirmedImports, [classId]);
    const kept = [];
    for (const row of rows) kept.push({ ...row, corrections: await readCorrections(tx, row.id) });
    return kept;
  });
  const filed = new Map<string, RosterDetails>();
  for (const { id: importId, fileSha256, corrections } of imports) {
    await readRows(await of.files.get(fileSha256), (raw) => {
      const { row, values } = correctRow(raw, corrections.get(raw.row));
      filed.set(placeOf({ importId, row }), Object.fromEntries(SHOWN.map((field) => [field, trimText(values[fieldIndex[field]] ?? '')])));
    });
  }
  return filed;
}
