import { findDeadline, processOf, type ClassType, type DeadlineFacts, type DeadlineName } from '#libs/policy';
import { answerOf, refusedAnswer, type AskedPolicy, type ScenarioAnswer } from './answer.ts';
import { isTree } from '../pack/policy-values.ts';

/** The day a policy gives, with every day counted. */
export function answerDeadline(
  { snapshot, calendar }: AskedPolicy,
  of: { readonly deadline: DeadlineName; readonly classType: ClassType | null; readonly given: unknown },
): ScenarioAnswer {
  const process = of.classType === null ? null : processOf(snapshot, of.classType);
  if (process && !process.ok) return refusedAnswer(process.refusal);
  // findDeadline itself looks at every fact: its name and its form.
  const facts = (isTree(of.given) ? of.given : {}) as DeadlineFacts;
  const found = findDeadline(of.deadline, { snapshot, process: process?.value ?? null, calendar, facts });
  if (!found.ok) return refusedAnswer(found.refusal);
  const { basis: _basis, days, ...view } = found.value;
  const left = days.filter(({ number }) => number === null);
  const notCounted = left.map(({ day, reason, name }) => [day, reason, ...(name === null ? [] : [name])].join(' '));
  const counted = days.filter(({ number }) => number !== null && number > 0).length;
  return answerOf({ ...view, counted, notCounted }, { deadline: found.value });
}
