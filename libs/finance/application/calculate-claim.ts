import { RefusalError, type Tx } from '#libs/platform';
import { calculateSubsidy, thawedFacts, type Calculation, type CalculationTerms, type SubsidyRule } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import { explain } from '../domain/explain.ts';
import type { FactRow } from '../domain/fact-row.ts';
import { monthsBetween } from '../domain/months.ts';
import { onceKeysOf } from '../domain/once-keys.ts';

/** The rule of the case's own snapshot; @throws RefusalError CLAIM_SUBSIDY_UNKNOWN. */
export async function ruleOf(tx: Tx, snapshotHash: string, subsidy: string): Promise<SubsidyRule> {
  const { subsidies } = await snapshotOf(tx, snapshotHash);
  const rule = Object.hasOwn(subsidies, subsidy) ? subsidies[subsidy] : undefined;
  if (!rule)
    throw new RefusalError({ code: 'CLAIM_SUBSIDY_UNKNOWN', pointer: '/subsidy', params: { allowed: Object.keys(subsidies).join(', ') } });
  return rule;
}

/** A line as it is kept. */
export interface KeptLine {
  readonly personId: string;
  readonly enrollmentId: string | null;
  readonly subjectId: string | null;
  readonly amountFen: string;
  readonly recoveryFen: string;
  /** What the line uses up for ever; nothing where nothing is paid. */
  readonly onceKeys: readonly string[];
  readonly explanation: object;
  readonly state: 'included' | 'excluded';
}

/** A rule with what holds for the claim as a whole. */
export interface ClaimRule extends Required<CalculationTerms> {
  readonly rule: SubsidyRule;
  readonly subsidy: string;
}

function keysOf({ rule, subsidy }: ClaimRule, row: FactRow): readonly string[] {
  const months = row.fromMonth === null || row.toMonth === null ? [] : (monthsBetween(row.fromMonth, row.toMonth) ?? []);
  return onceKeysOf(rule, subsidy, thawedFacts(row.ref, row), { months, reference: row.reference });
}

/** Computes a claim from its facts. Persons excluded by a decision are no part of the claim any more, on neither side of the rate (AMB-44). */
export function calculateClaim(
  by: ClaimRule,
  facts: readonly FactRow[],
  excluded: ReadonlySet<string> = new Set(),
): { readonly calculation: Calculation; readonly lines: readonly KeptLine[] } {
  const counted = facts.filter(({ personId }) => !excluded.has(personId));
  const calculation = calculateSubsidy(
    by.rule,
    counted.map((row) => thawedFacts(row.ref, row)),
    { settlement: by.settlement },
  );
  const lines = counted.map((row, index): KeptLine => {
    const line = calculation.lines[index];
    if (!line) throw new Error('the calculation lost a person');
    const { personId, enrollmentId, subjectId } = row;
    return {
      ...{ personId, enrollmentId, subjectId, amountFen: String(line.amountFen), recoveryFen: String(line.recoveryFen) },
      onceKeys: line.amountFen > 0n ? keysOf(by, row) : [],
      explanation: explain(line),
      state: 'included',
    };
  });
  const left = facts
    .filter(({ personId }) => excluded.has(personId))
    .map(({ personId, enrollmentId, subjectId }): KeptLine => ({
      ...{ personId, enrollmentId, subjectId, amountFen: '0', recoveryFen: '0', onceKeys: [] },
      explanation: { steps: [], exclusion: { code: 'EXCLUDED_BY_DECISION', clause: 'AMB-44' } },
      state: 'excluded',
    }));
  return { calculation, lines: [...lines, ...left] };
}
