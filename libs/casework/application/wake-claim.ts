import { outboxAdvance, outboxStart, type Tx } from '#libs/platform';
import { stageAfter } from '../domain/what-follows.ts';
import { latestStage, type StageRow } from '../persistence/stage.query.ts';

/** Tells a claim's road that its rows have moved. A road that ended with persons held is travelled again: they may be paid now (AMB-05). */
export async function wakeClaim(tx: Tx, claimId: string, reason: string): Promise<void> {
  const latest = await tx.one<StageRow>(latestStage, [claimId]);
  const hasEnded = latest !== undefined && latest.outcome !== null && stageAfter(latest.stage, latest.outcome) === 'end';
  if (hasEnded) await outboxStart(tx, { road: 'claim', id: claimId });
  else await outboxAdvance(tx, { road: 'claim', id: claimId, reason });
}
