import type { Actor } from '#libs/contracts';
import { outboxAdvance, type Tx } from '#libs/platform';
import { accept, applyStageRule, refuse, type Result } from '#libs/policy';
import { hasReason, type Decision } from '../../domain/decision.ts';
import { claimPersons } from '../../persistence/decision.query.ts';
import { endObjection, objectionById, type ObjectionRow } from '../../persistence/objection.query.ts';
import { latestStage, type StageRow } from '../../persistence/stage.query.ts';
import { closeTask, type TaskOnCase } from '../../persistence/task.query.ts';
import { wakeClaim } from '../wake-claim.ts';
import type { Decided } from './decide-stage.ts';
import { excludeLines } from './exclude-lines.ts';
import { recordDecision } from './record-decision.ts';

/** Past its notice a claim is not signed and published again: what is upheld then is not paid. */
const PAST_NOTICE: ReadonlySet<string> = new Set(['finance-review', 'payout']);

/** Whom an upheld objection names: a person; or, past the notice, everybody of a claim that was objected to as a whole. */
async function peopleNamed(tx: Tx, { claimId, personId }: ObjectionRow): Promise<readonly string[]> {
  if (personId !== null) return [personId];
  const latest = await tx.one<StageRow>(latestStage, [claimId]);
  if (latest === undefined || !PAST_NOTICE.has(latest.stage)) return [];
  return (await tx.rows<{ personId: string }>(claimPersons, [claimId])).map((one) => one.personId);
}

/**
 * Upholds or dismisses an objection. Upheld on a person: the person leaves the claim; while its notice stands a corrected package is signed and
 * published again in full, afterwards the others are paid and the person's part goes back to the budget. Dismissed: the person is held no longer
 * (AMB-05). The comment is the reply the objector reads.
 */
export async function decideObjection(tx: Tx, actor: Actor, task: TaskOnCase, decision: Decision): Promise<Result<Decided>> {
  const objection = task.objectionId === null ? undefined : await tx.one<ObjectionRow>(objectionById, [task.objectionId]);
  if (!objection) return refuse('OBJECTION_UNKNOWN');
  if (objection.state !== 'open') return refuse('OBJECTION_ENDED');
  const effect = applyStageRule('objection', decision.action, { step: 0, steps: 1, hasReason: hasReason(decision) });
  if (!effect.ok) return effect;
  const outcome = effect.value.outcome ?? 'dismissed';
  const recorded = await recordDecision(tx, actor, task, decision);
  let excluded: readonly string[] = [];
  if (outcome === 'upheld') {
    const reasonCode = decision.reasonCode ?? 'objection-upheld';
    const named = (await peopleNamed(tx, objection)).map((personId) => ({ personId, reasonCode }));
    const result = await excludeLines(tx, actor, task.caseId, recorded.id, [...(decision.exclusions ?? []), ...named], { evenAll: true });
    if (!result.ok) return result;
    excluded = result.value;
  }
  await tx.rows(endObjection, [objection.id, outcome, decision.comment ?? null]);
  await tx.rows(closeTask, [task.id, 'decided', actor.accountId]);
  await outboxAdvance(tx, { road: 'objection', id: objection.id, reason: `objection-${outcome}` });
  await wakeClaim(tx, task.caseId, `objection-${outcome}`);
  return accept({ decision: recorded, outcome, excluded });
}
