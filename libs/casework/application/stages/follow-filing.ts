import type { Tx } from '#libs/platform';
import { closeStageTasks, openStepTask, resumeStage, setSeenVersion, type StageRow } from '../../persistence/stage.query.ts';
import { isFiled } from './class-case.ts';
import { endBy } from './run-stage.ts';

/** What the applicant has filed for a stage, in whichever domain. */
export interface FiledVersion {
  readonly version: number;
  readonly status: string;
}

/**
 * Brings a stage up to what the applicant has filed since it was last looked at: a withdrawal ends it; a corrected version ends the
 * suspension, adds its days, and opens the first reviewer's task again. Answers whether the stage is still open.
 */
export async function followFiling(tx: Tx, row: StageRow, filed: FiledVersion | undefined): Promise<boolean> {
  if (!filed) return true;
  if (filed.status === 'withdrawn') {
    await endBy(tx, row, 'withdrawn', 'withdrawn');
    return false;
  }
  if (filed.version <= (row.seenVersion ?? 0) || !isFiled(filed)) return true;
  if (row.isSuspended) {
    await tx.rows(closeStageTasks, [row.id, 'resubmitted', ['correct']]);
    const resumed = await tx.one<{ dueOn: string | null }>(resumeStage, [row.id, filed.version]);
    await tx.rows(openStepTask, [row.id, 'decide', 0, resumed?.dueOn ?? null]);
    return true;
  }
  // Filed anew while it was being reviewed or still waited for its day: what was looked at so far is void.
  await tx.rows(setSeenVersion, [row.id, filed.version]);
  const closed = await tx.rows(closeStageTasks, [row.id, 'superseded', ['decide']]);
  if (closed.length > 0) await tx.rows(openStepTask, [row.id, 'decide', 0, row.dueOn]);
  return true;
}
