import type { StageState } from '#libs/contracts';
import { lockCase, refusalOf, type Database, type Tx } from '#libs/platform';
import { closeAlarms, openAlarm } from '../../persistence/stage.query.ts';

/** What nobody has said yet: no default and no guess takes its place (design section 4); the case waits for the administrator. */
const UNSAID: ReadonlySet<string> = new Set(['POLICY_VALUE_MISSING', 'POLICY_NOT_IN_FORCE', 'CALENDAR_YEAR_UNKNOWN', 'POLICY_UNKNOWN']);
const LOOK_AGAIN_MS = 3_600_000;

/**
 * Holds a case whose policy does not say what its next stage needs: one alarm for the administrator, and a look every hour; nothing else.
 * @throws the error itself where it is about anything else.
 */
export async function holdCase<Outcome extends string>(
  database: Database,
  caseId: string,
  facts: (tx: Tx, caseId: string) => Promise<unknown>,
  error: unknown,
): Promise<StageState<Outcome>> {
  const code = refusalOf(error)?.code;
  if (code === undefined || !UNSAID.has(code)) throw error;
  await database.transaction(async (tx) => {
    await lockCase(tx, caseId);
    await facts(tx, caseId); // the case file is there afterwards
    await tx.rows(openAlarm, [caseId, null, 'county-administrator', null, null, code]);
  });
  return { outcome: null, lookAgainInMs: LOOK_AGAIN_MS };
}

/** Closes the alarm of a hold that is over: the stage could be opened or followed again, so what was missing is said now. */
export async function endHold(tx: Tx, caseId: string): Promise<void> {
  await tx.rows(closeAlarms, [caseId, [...UNSAID]]);
}
