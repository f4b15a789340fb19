import type { Actor } from '#libs/contracts';
import { audit, RefusalError, type Answer, type Database, type FileStore, type Tx } from '#libs/platform';
import { accept, refuse, type Refusal, type Result } from '#libs/policy';
import { changeCorrections, correctedCells, type CorrectionChange, type Corrections } from '../domain/roster/corrections.ts';
import { copyImportRows } from '../persistence/copy-import-rows.ts';
import * as query from '../persistence/roster.query.ts';
import { rosterColumns } from '../roster/roster-columns.ts';
import { waitingRoster } from './confirm-roster.use-case.ts';
import { judgeAgainstRows, openClass, readRoster, type ReadRoster } from './judge-roster.ts';
import { ownClass } from './own-class.ts';
import { ownRoster } from './own-roster.ts';
import { sealCorrections } from './sealed-corrections.ts';

/** Cells one import may hold corrections of: what is wrong in more of them is mended in the workbook. */
const MOST_CELLS = 20_000;

/** The file as corrected, judged by itself. */
export interface CorrectedRoster {
  readonly corrections: Corrections;
  readonly roster: ReadRoster;
}

/** The first correction that names no place of this roster, or one too many of them. */
function refusalOf(change: CorrectionChange, corrections: Corrections, { rowNumbers, header }: ReadRoster): Refusal | undefined {
  const unknown = (row: number, pointer: string): Refusal[] =>
    rowNumbers.has(row) ? [] : [{ code: 'ROSTER_CORRECTION_ROW_UNKNOWN', params: { row }, pointer }];
  const [first] = [
    ...change.corrections.flatMap(({ row, field }, index): Refusal[] =>
      header.letters[field] === undefined
        ? [
            {
              code: 'ROSTER_CORRECTION_COLUMN_MISSING',
              params: { column: rosterColumns[field].title },
              pointer: `/corrections/${index}/field`,
            },
          ]
        : unknown(row, `/corrections/${index}/row`),
    ),
    ...change.leaveOut.flatMap((row, index) => unknown(row, `/leaveOut/${index}`)),
    ...change.takeBack.flatMap((row, index) => unknown(row, `/takeBack/${index}`)),
  ];
  if (first) return first;
  return correctedCells(corrections) > MOST_CELLS
    ? { code: 'ROSTER_CORRECTIONS_TOO_MANY', params: { limit: MOST_CELLS }, pointer: '/corrections' }
    : undefined;
}

/**
 * Reads the file of a waiting import again and judges it with a change to its corrections, before any transaction begins; undefined where the
 * import is no longer the one that was seen, which {@link keepCorrections} then tells, unless the request is an answered one repeated.
 * @throws RefusalError NOT_FOUND; a change that names no place of this roster
 */
export async function judgeCorrections(
  of: { readonly database: Database; readonly files: FileStore },
  actor: Actor,
  id: string,
  version: number,
  change: CorrectionChange,
): Promise<CorrectedRoster | undefined> {
  const { row, corrections: before } = await ownRoster(of.database, actor, id);
  if (row.state !== 'validated' || row.version !== version) return undefined;
  const own = await of.database.transaction((tx) => ownClass(tx, actor, row.classId));
  if (!own.ok) throw new RefusalError(own.refusal);
  const corrections = changeCorrections(before, change);
  const roster = await readRoster(await of.files.get(row.fileSha256), own.value, corrections);
  const refusal = refusalOf(change, corrections, roster);
  if (refusal) throw new RefusalError(refusal);
  return { corrections, roster };
}

/** Keeps corrections beside the import and the new judgement in place of the former one: a new version, nobody is enrolled by it. */
export async function keepCorrections(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  corrected: CorrectedRoster | undefined,
): Promise<Result<Answer<query.ImportRow>>> {
  const found = await waitingRoster(tx, actor, id, version);
  if (!found.ok) return found;
  if (!corrected) return refuse('VERSION_STALE', { params: { current: found.value.version } });
  const own = await openClass(tx, actor, found.value.classId);
  if (!own.ok) return own;
  const { corrections, roster } = corrected;
  const { findings, people, counts } = await judgeAgainstRows(tx, own.value, roster);
  const leftOut = [...corrections.values()].filter(({ isLeftOut }) => isLeftOut).length;
  await tx.rows(query.dropImportParts, [id]);
  const row = await tx.one<query.ImportRow>(query.judgeAgain, [
    ...[id, ...counts, JSON.stringify(findings)],
    ...[sealCorrections(id, corrections), correctedCells(corrections), leftOut],
  ]);
  if (!row) throw new Error('the import was not judged again');
  await copyImportRows(tx, id, people);
  await audit(tx, {
    actor,
    act: 'roster-corrected',
    subject: { kind: 'roster', id },
    caseId: row.classId,
    details: { correctedCells: row.correctedCells, leftOut, rows: row.rows, valid: row.validRows, errors: row.errorRows },
  });
  return accept({ body: row, version: row.version });
}
