import type { Actor } from '#libs/contracts';
import { outboxAdvance, type Tx } from '#libs/platform';
import { accept, applyStageRule, refuse, type Result, type StageEffect } from '#libs/policy';
import { hasReason, type Decision } from '../../domain/decision.ts';
import { stageAfter } from '../../domain/what-follows.ts';
import { decideStage as writeOutcome, releaseClass, suspendForCorrection } from '../../persistence/decision.query.ts';
import { assessmentFacts, type AssessmentFacts } from '../../persistence/roster.query.ts';
import { openStepTask } from '../../persistence/stage.query.ts';
import { acceptTask, closeTask, handlersOf, type TaskOnCase } from '../../persistence/task.query.ts';
import { excludeLines } from './exclude-lines.ts';
import { recordDecision, type RecordedDecision } from './record-decision.ts';
import { checkSignature, signPackage } from './sign-package.ts';
import { stageEnds } from './stage-ends.ts';

export interface Decided {
  readonly decision: RecordedDecision;
  /** The stage's outcome, where this decision ended it. */
  readonly outcome: string | null;
  readonly excluded: readonly string[];
}

const OPENS: Readonly<Record<string, string>> = { sign: 'sign', assess: 'assess' };

async function situationOf(tx: Tx, task: TaskOnCase, decision: Decision) {
  const signs = task.stage === 'sign-off';
  const signed = signs ? await tx.one<{ signed: number }>(handlersOf, [task.caseId, task.packageVersion, task.packageSha256]) : undefined;
  return {
    step: task.step,
    steps: task.stageSteps?.length ?? 1,
    hasReason: hasReason(decision),
    ...(signs && task.signers !== null ? { signersRequired: task.signers, signedBefore: signed?.signed ?? 0 } : {}),
  };
}

/** Moves the stage's rows as its rule says; where it ends, the road is told. */
async function applyEffect(tx: Tx, actor: Actor, task: TaskOnCase, effect: StageEffect): Promise<string | null> {
  if (!effect.closesTask) {
    await tx.rows(acceptTask, [task.id, actor.accountId]);
    return null;
  }
  await tx.rows(closeTask, [task.id, 'decided', actor.accountId]);
  if (effect.opensCorrection) await tx.rows(suspendForCorrection, [task.stageId]);
  if (effect.opensStep !== undefined) {
    const sameStep = effect.opensStep === task.step && task.kind === 'sign';
    await tx.rows(openStepTask, [task.stageId, OPENS[task.kind] ?? 'decide', effect.opensStep, sameStep ? task.dueOn : null]);
  }
  const { outcome } = effect;
  if (outcome === undefined || task.stage === 'objection') return null;
  await stageEnds(tx, task, outcome);
  await tx.rows(writeOutcome, [task.stageId, outcome, stageAfter(task.stage, outcome) === 'end']);
  if (outcome === 'stopped') await tx.rows(releaseClass, [task.caseId, actor.personId]);
  await outboxAdvance(tx, { road: task.caseKind, id: task.caseId, reason: `${task.stage}-${outcome}` });
  return outcome;
}

/** Nobody's result may be missing when the evaluation body closes its work (XZ24 二(二)(4)). */
async function checkResults(tx: Tx, task: TaskOnCase, action: string): Promise<Result<void>> {
  if (task.kind !== 'assess' || action !== 'complete') return accept(undefined);
  const facts = await tx.one<AssessmentFacts>(assessmentFacts, [task.caseId]);
  return facts?.isComplete ? accept(undefined) : refuse('RESULTS_MISSING');
}

/** Applies the stage's rule to one decision and writes everything that follows from it, in the caller's transaction. */
export async function decideStage(tx: Tx, actor: Actor, task: TaskOnCase, decision: Decision): Promise<Result<Decided>> {
  const effect = applyStageRule(task.stage, decision.action, await situationOf(tx, task, decision));
  if (!effect.ok) return effect;
  if (effect.value.isSignature) {
    const signable = await checkSignature(tx, actor, task, decision.packageSha256);
    if (!signable.ok) return signable;
  } else if (decision.packageSha256 !== undefined) {
    return refuse('TASK_TAKES_NO_SIGNATURE', { pointer: '/packageSha256' });
  }
  const complete = await checkResults(tx, task, decision.action);
  if (!complete.ok) return complete;
  const recorded = await recordDecision(tx, actor, task, decision);
  const excluded = await excludeLines(tx, actor, task.caseId, recorded.id, decision.exclusions ?? []);
  if (!excluded.ok) return excluded;
  if (effect.value.isSignature) await signPackage(tx, actor, task);
  const outcome = await applyEffect(tx, actor, task, effect.value);
  return accept({ decision: recorded, outcome, excluded: excluded.value });
}
