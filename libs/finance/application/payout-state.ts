import type { StageState } from '#libs/contracts';
import { lockCase, statement, type Database, type Tx } from '#libs/platform';
import { processOfCase, valueOf } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import { claimById, type ClaimRow } from '../persistence/claim.query.ts';
import { classOfClaim, type ClassFacts } from '../persistence/facts.query.ts';
import { payableLines, type PayableLine } from '../persistence/payment.query.ts';

const openPayout = statement('finance.open-payout', `select stage_id as "stageId", outcome from casework.published_open_payout($1, $2)`);
const releaseRest = statement('finance.release-rest', `select finance.release_rest($1)`);
const endPayout = statement('finance.end-payout', `select casework.published_end_payout($1, $2)`);

type Payout = StageState<'paid' | 'partly-held'>;

/** Working days the policy gives the payment; it is only the day reminders count from, so a silent policy reminds at once. */
async function workingDays(tx: Tx, claim: ClaimRow): Promise<number> {
  const of = claim.classId === null ? undefined : await tx.one<ClassFacts>(classOfClaim, [claim.classId]);
  const { process: processes } = await snapshotOf(tx, claim.snapshotHash);
  const process = processOfCase(processes, { classType: of?.classType ?? null, subsidy: claim.subsidy });
  const days = process && valueOf(process.claim.payout.workingDays, 'claim.payout.workingDays');
  return days?.ok ? days.value : 0;
}

function outcomeOf(lines: readonly PayableLine[]): 'paid' | 'partly-held' | null {
  const waiting = lines.filter(({ orderState }) => orderState !== 'settled');
  if (waiting.length === 0) return 'paid';
  return waiting.every(({ isHeld, orderState }) => isHeld && orderState === null) ? 'partly-held' : null;
}

/** 拨付: paid when every line is settled, and what was reserved for people excluded since is free again; partly held when only persons with an open objection are left (AMB-05). */
export function payoutState(database: Database, claimId: string): Promise<Payout> {
  return database.transaction(async (tx) => {
    await lockCase(tx, claimId);
    const claim = await tx.one<ClaimRow>(claimById, [claimId]);
    if (!claim) throw new Error(`there is no claim ${claimId}`);
    const open = await tx.one<{ outcome: 'paid' | 'partly-held' | null }>(openPayout, [claimId, await workingDays(tx, claim)]);
    if (open && open.outcome !== null) return { outcome: open.outcome };
    const outcome = outcomeOf(await tx.rows<PayableLine>(payableLines, [claimId]));
    if (outcome !== null) await tx.rows(endPayout, [claimId, outcome]);
    if (outcome === 'paid') await tx.rows(releaseRest, [claimId]);
    return { outcome };
  });
}
