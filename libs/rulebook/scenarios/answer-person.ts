import { checkEligibility, readPersonFacts, refuse, type ClassType, type EligibilityFinding } from '#libs/policy';
import { answerOf, refusedAnswer, type AskedPolicy, type ScenarioAnswer } from './answer.ts';
import { subsidyNamed } from './subsidy-named.ts';

function clauseOf({ value }: EligibilityFinding): string {
  if (value.kind === 'stated') return value.clause;
  return value.kind === 'chosen' ? value.amb : '';
}

/** Whether a person may join a class of a type, or be paid a subsidy. */
export function answerEligibility(
  { snapshot, on }: AskedPolicy,
  of: { readonly to: string; readonly classType: ClassType | null; readonly given: unknown },
): ScenarioAnswer {
  const facts = readPersonFacts(of.given ?? {}, on);
  if (!facts.ok) return refusedAnswer(facts.refusal);
  if (of.to === 'join' && of.classType === null) return refusedAnswer(refuse('CLASS_TYPE_NOT_GIVEN', { pointer: '/class' }).refusal);
  const key = of.to === 'join' ? null : subsidyNamed(snapshot, of.to);
  if (key && !key.ok) return refusedAnswer(key.refusal);
  const to = key ? { subsidy: key.value } : of.classType && { join: of.classType };
  const checked = to && checkEligibility(snapshot, { to, on, facts: facts.value });
  if (!checked) throw new Error('an eligibility question names a class type or a subsidy');
  if (!checked.ok) return refusedAnswer(checked.refusal);
  const { answer, findings } = checked.value;
  const withAnswer = (wanted: string): EligibilityFinding[] => findings.filter((finding) => finding.answer === wanted);
  const view = {
    answer,
    no: withAnswer('no').map(({ code }) => code),
    unknown: withAnswer('unknown').map(({ code }) => code),
    ask: [...new Set(findings.flatMap(({ ask }) => ask))],
    clauses: [...new Set(withAnswer('no').map(clauseOf))],
  };
  return answerOf(view, { eligibility: checked.value });
}
