import type { PolicyValue } from '../snapshot/policy-value.ts';
import type { PersonFactName } from './person-fact.ts';

/** How a fact is held against a condition's value; both ends belong to it (AMB-29). */
export const conditionTests = ['is', 'at-least', 'at-most'] as const;
export type ConditionTest = (typeof conditionTests)[number];

/** One condition of a policy on a person. */
export interface EligibilityCondition {
  /** Stable name, e.g. `training-intent`. */
  readonly code: string;
  /** What is demanded, e.g. 年满16周岁. */
  readonly title: string;
  readonly titleEn: string;
  /** `join`: whoever joins a subsidised class; else the subsidies (keys) it is asked for. */
  readonly appliesTo: 'join' | readonly string[];
  readonly fact: PersonFactName;
  readonly test: ConditionTest;
  readonly value: PolicyValue<boolean | number>;
  readonly rows: readonly string[];
}

/** Conditions on a person besides what a class type and a subsidy themselves say of groups, limits and history. */
export interface PolicyEligibility {
  readonly conditions: readonly EligibilityCondition[];
}
