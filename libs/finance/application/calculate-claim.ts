import { RefusalError, type Tx } from '#libs/platform';
import { calculateSubsidy, type Calculation, type SubsidyRule } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import { explain } from '../domain/explain.ts';
import { personFacts } from '../domain/person-facts.ts';
import type { FactRow } from '../persistence/claim.query.ts';

/** The rule of the case's own snapshot; @throws RefusalError CLAIM_SUBSIDY_UNKNOWN. */
export async function ruleOf(tx: Tx, snapshotHash: string, subsidy: string): Promise<SubsidyRule> {
  const { subsidies } = await snapshotOf(tx, snapshotHash);
  const rule = Object.hasOwn(subsidies, subsidy) ? subsidies[subsidy] : undefined;
  if (!rule)
    throw new RefusalError({ code: 'CLAIM_SUBSIDY_UNKNOWN', pointer: '/subsidy', params: { allowed: Object.keys(subsidies).join(', ') } });
  return rule;
}

/** A person's line as it is kept. */
export interface KeptLine {
  readonly personId: string;
  readonly enrollmentId: string;
  readonly amountFen: string;
  readonly explanation: object;
  readonly state: 'included' | 'excluded';
}

/** Computes a claim from its facts. Persons excluded by a decision are no part of the class any more, on neither side of the rate (AMB-44). */
export function calculateClaim(
  rule: SubsidyRule,
  facts: readonly FactRow[],
  excluded: ReadonlySet<string> = new Set(),
): { readonly calculation: Calculation; readonly lines: readonly KeptLine[] } {
  const counted = facts.filter(({ personId }) => !excluded.has(personId));
  const calculation = calculateSubsidy(rule, counted.map(personFacts));
  const lines = counted.map(({ personId, enrollmentId }, index): KeptLine => {
    const line = calculation.lines[index];
    if (!line) throw new Error('the calculation lost a person');
    return { personId, enrollmentId, amountFen: String(line.amountFen), explanation: explain(line), state: 'included' };
  });
  const left = facts
    .filter(({ personId }) => excluded.has(personId))
    .map(({ personId, enrollmentId }): KeptLine => ({
      personId,
      enrollmentId,
      amountFen: '0',
      explanation: { steps: [], exclusion: { code: 'EXCLUDED_BY_DECISION', clause: 'AMB-44' } },
      state: 'excluded',
    }));
  return { calculation, lines: [...lines, ...left] };
}
