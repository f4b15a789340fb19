import { accept, refuse, type Result } from '../result.ts';
import { stageRules, type ActionRule, type RuledStage } from './stage-rules.ts';

export interface Situation {
  /** Index of the open task's step among the policy's steps for the stage. */
  readonly step: number;
  /** How many steps the policy names. */
  readonly steps: number;
  /** How many different people must act on this step, and how many have done so before this act. */
  readonly signersRequired?: number;
  readonly signedBefore?: number;
  /** Whether the act carries a reason. */
  readonly hasReason: boolean;
}

/** What a decision changes besides recording itself. */
export interface StageEffect {
  readonly closesTask: boolean;
  /** Step whose task opens at once. */
  readonly opensStep?: number;
  /** The applicant's correction task opens and the statutory clock stands still. */
  readonly opensCorrection?: boolean;
  /** The stage ends so. */
  readonly outcome?: string;
  readonly isSignature: boolean;
}

/** The acts possible on a stage, in the order of its table. */
export function actionsOf(stage: RuledStage): readonly string[] {
  return Object.keys(stageRules[stage]);
}

function ruleOf(stage: RuledStage, action: string): ActionRule | undefined {
  const rules: Readonly<Record<string, ActionRule>> = stageRules[stage];
  return Object.hasOwn(rules, action) ? rules[action] : undefined;
}

function effectOf(rule: ActionRule, situation: Situation): Omit<StageEffect, 'isSignature'> {
  const { consequence } = rule;
  switch (consequence.then) {
    case 'next-step':
      return situation.step + 1 < situation.steps
        ? { closesTask: true, opensStep: situation.step + 1 }
        : { closesTask: true, outcome: consequence.outcome };
    case 'next-signer':
      return (situation.signedBefore ?? 0) + 1 < (situation.signersRequired ?? 2)
        ? { closesTask: true, opensStep: situation.step }
        : { closesTask: true, outcome: consequence.outcome };
    case 'correction':
      return { closesTask: true, opensCorrection: true };
    case 'first-step':
      return { closesTask: true, opensStep: 0 };
    case 'stay':
      return { closesTask: false };
    case 'outcome':
      return { closesTask: true, outcome: consequence.outcome };
  }
}

/**
 * Applies a stage's rule to one act. Pure: who may act is decided elsewhere, and nothing is written here.
 * @returns what follows, or ACTION_UNKNOWN / REASON_MISSING.
 */
export function applyStageRule(
  stage: RuledStage,
  action: string,
  situation: Situation,
): Result<StageEffect, 'ACTION_UNKNOWN' | 'REASON_MISSING'> {
  const rule = ruleOf(stage, action);
  if (!rule) return refuse('ACTION_UNKNOWN', { pointer: '/action', params: { action, allowed: actionsOf(stage).join(', ') } });
  if (rule.needsReason && !situation.hasReason) return refuse('REASON_MISSING', { pointer: '/comment', params: { action } });
  return accept({ ...effectOf(rule, situation), isSignature: rule.isSignature ?? false });
}
