import { stageRules, type ActionRule } from '#libs/policy';

/** What the stage's own rule says of an act; undefined where there is no such act. */
export function ruleOf(stage: string, action: string): ActionRule | undefined {
  const rules: Readonly<Record<string, ActionRule>> = Object.hasOwn(stageRules, stage) ? stageRules[stage as keyof typeof stageRules] : {};
  return Object.hasOwn(rules, action) ? rules[action] : undefined;
}

/** Whether the act is a signature: on a sealed package, by a person freshly signed in with a second factor. */
export function isSignature(stage: string, action: string): boolean {
  return ruleOf(stage, action)?.isSignature ?? false;
}
