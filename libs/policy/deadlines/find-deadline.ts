import { isOfThisCentury, isPlainDate } from '../calendar/plain-date.ts';
import { refuse, type Refusal, type Result } from '../result.ts';
import { shown } from '../shown.ts';
import type { Deadline, DeadlineContext, DeadlineFacts, DeadlineRefusal } from './deadline.ts';
import { deadlineQuestions, type DeadlineName, type DeadlineQuestion } from './deadline-questions.ts';

type Fact = keyof DeadlineFacts;

function isDay(value: unknown): boolean {
  return typeof value === 'string' && isPlainDate(value) && isOfThisCentury(value);
}

const checks: Readonly<Record<Fact, (value: unknown) => boolean>> = {
  startsOn: isDay,
  endsOn: isDay,
  filedOn: isDay,
  beganOn: isDay,
  publishedOn: isDay,
  completedOn: isDay,
  lastPaidOn: isDay,
  foundOn: isDay,
  dueOn: isDay,
  on: isDay,
  month: (value) => typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) && isDay(`${value}-01`),
  year: (value) => Number.isInteger(value) && isOfThisCentury(`${Number(value)}-`),
  step: (value) => typeof value === 'string',
  hasSpecialReason: (value) => typeof value === 'boolean',
  hasOpenCase: (value) => typeof value === 'boolean',
  suspensions: (value) => Array.isArray(value) && value.every((one: unknown) => isSuspension(one)),
};

function isSuspension(one: unknown): boolean {
  const { from, to } = (one ?? {}) as Readonly<Record<string, unknown>>;
  return isDay(from) && isDay(to) && String(from) <= String(to);
}

/** What happens under a policy does not happen before it is in force: the approval of the opening picked it (AMB-36). */
const underPolicy = ['startsOn', 'endsOn', 'beganOn', 'publishedOn', 'completedOn', 'foundOn', 'on'] as const;

export type FactFault = 'DEADLINE_FACT_MISSING' | 'DEADLINE_FACT_MALFORMED' | 'DEADLINE_FACT_UNUSED';

/** What is wrong with the facts a question is asked with, all at once. */
function faultsOf({ needs, may }: DeadlineQuestion, facts: DeadlineFacts): Refusal<FactFault>[] {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  const known = new Set<string>([...needs, ...may]);
  const missing = needs.filter((name) => facts[name] === undefined);
  return [
    ...missing.map((fact) => ({ code: 'DEADLINE_FACT_MISSING' as const, pointer: `/${fact}`, params: { fact } })),
    ...given.map(([fact, value]): Refusal<FactFault> | null => {
      if (!known.has(fact)) return { code: 'DEADLINE_FACT_UNUSED', pointer: `/${fact}`, params: { fact, allowed: [...known].join(', ') } };
      const fits = checks[fact as Fact](value);
      return fits ? null : { code: 'DEADLINE_FACT_MALFORMED', pointer: `/${fact}`, params: { fact, text: shown(value) } };
    }),
  ].filter((fault) => fault !== null);
}

/**
 * Answers a question about a date from a policy, with the days counted and why each did or did not count.
 * @param context `process` of the class type where the question is about a class.
 * @returns the deadline; a refusal of the rule itself; or what is wrong with the facts (the first one, with all of them in `errors`).
 */
export function findDeadline(
  name: DeadlineName,
  context: DeadlineContext,
): Result<Deadline, DeadlineRefusal | FactFault | 'CLASS_TYPE_NOT_GIVEN' | 'POLICY_NOT_IN_FORCE'> {
  const question: DeadlineQuestion = deadlineQuestions[name];
  const errors = faultsOf(question, context.facts);
  const [first] = errors;
  if (first) return refuse(first.code, { ...first, errors });
  const early = underPolicy.find((fact) => String(context.facts[fact] ?? '9999') < context.snapshot.pack.effectiveFrom);
  if (early) {
    const { region } = context.snapshot.pack;
    return refuse('POLICY_NOT_IN_FORCE', { pointer: `/${early}`, params: { region, on: String(context.facts[early]) } });
  }
  if (question.ofClass && context.process === null) return refuse('CLASS_TYPE_NOT_GIVEN', { pointer: '/classType' });
  return question.compute(context);
}
