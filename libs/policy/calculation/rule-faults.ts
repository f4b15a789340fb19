import type { PolicyValue } from '../snapshot/policy-value.ts';
import type { PerYearRangeRule, SubsidyRule } from './subsidy-rule.ts';

/** Something in a rule's values that contradicts itself: which value, and what to do. */
export interface RuleFault {
  readonly name: string;
  readonly problem: string;
}

const ALL = 100;

function said<T>(value: PolicyValue<T>): T | undefined {
  return value.kind === 'missing' ? undefined : value.value;
}

/** Whether one said number is above another said number. */
function isAbove(a: PolicyValue<number>, b: PolicyValue<number>): boolean {
  const [first, second] = [said(a), said(b)];
  return first !== undefined && second !== undefined && first > second;
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function daysFaults(tiers: readonly { readonly upToDay: number | null }[], percent: number | undefined): RuleFault[] {
  const last = tiers.map(({ upToDay }) => upToDay ?? Infinity);
  const isOpenWithin = tiers.slice(0, -1).some(({ upToDay }) => upToDay === null);
  return [
    ...(isOpenWithin || !isRising(last) ? [{ name: 'tiers', problem: 'the last days must rise; only the last tier may be open' }] : []),
    ...(percent !== undefined && percent > ALL ? [{ name: 'fullPayFromPercent', problem: 'a percentage is at most 100' }] : []),
  ];
}

function rangeFaults({ minimumFen, maximumFen, fenPerYear }: PerYearRangeRule): RuleFault[] {
  const isOutside = isAbove(minimumFen, fenPerYear) || isAbove(fenPerYear, maximumFen);
  return [
    ...(isAbove(minimumFen, maximumFen) ? [{ name: 'maximumFen', problem: 'the range ends below its beginning' }] : []),
    ...(isOutside ? [{ name: 'fenPerYear', problem: 'the rate must lie within the range of the document' }] : []),
  ];
}

function monthsFaults(tiers: readonly { readonly fromMonths: number }[]): RuleFault[] {
  const months = new Set(tiers.map(({ fromMonths }) => fromMonths));
  return months.size < tiers.length ? [{ name: 'tiers', problem: 'two tiers begin with the same month; leave one out' }] : [];
}

/** What contradicts itself in the values of a rule, whatever its document says; a pack with any is not read. */
export function ruleFaults(rule: SubsidyRule): RuleFault[] {
  if (rule.kind === 'tiered-days') return daysFaults(said(rule.tiers) ?? [], said(rule.fullPayFromPercent));
  if (rule.kind === 'month-tiers') return monthsFaults(said(rule.tiers) ?? []);
  if (rule.kind === 'per-year-range') return rangeFaults(rule);
  if (rule.kind === 'capacity-steps' && isAbove(rule.fromCapacity, rule.baseUpTo))
    return [{ name: 'baseUpTo', problem: 'the first step ends below its beginning' }];
  return [];
}
