import type { PolicyValue } from '../snapshot/policy-value.ts';
import type { PersonFactName, PersonFactValue } from './person-fact.ts';

/** What is known of a fact; undefined: nobody has said, or sources disagree. */
export type Knows = (fact: PersonFactName) => PersonFactValue | undefined;

/** One thing a policy asks of a person. */
export interface PersonCheck {
  readonly code: string;
  /** What is demanded, in Chinese and English. */
  readonly title: string;
  readonly titleEn: string;
  /** The value of the policy that demands it. */
  readonly value: PolicyValue<unknown>;
  /** The facts it may need. */
  readonly facts: readonly PersonFactName[];
  /** True: fulfilled. False: not. Undefined: it takes a fact that is not known. */
  readonly judge: (knows: Knows) => boolean | undefined;
}

/** Both must hold; one that does not decides alone. */
export function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

/** One of them must hold; one that does decides alone. */
export function either(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

export function not(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

/** A flag that is known. */
export function flag(value: PersonFactValue | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** A count held against a limit; both ends belong to it (AMB-29). */
export function atLeast(value: PersonFactValue | undefined, limit: number): boolean | undefined {
  return typeof value === 'number' ? value >= limit : undefined;
}
