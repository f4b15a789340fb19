import type { CalculationHint } from './calculation.ts';
import type { Counts } from './employment-rate.ts';
import type { Facts } from './facts.ts';
import type { Cliff } from './formula.ts';
import { entitlementOf, settle, type Judge, type JudgedLine } from './judge-line.ts';

interface Weighed {
  readonly facts: Facts;
  readonly weight: number;
}

/** What the line would be paid with other facts; nothing where that is held. */
function amountOf(by: Judge, facts: Facts): bigint {
  const entitlement = entitlementOf(by, facts);
  return entitlement.is === 'held' ? 0n : settle(entitlement, facts).amountFen;
}

/** One hint a code and parameters: for how many persons, and what it brings in all. */
class Differences {
  private readonly found = new Map<string, { readonly cliff: Cliff; people: number; differenceFen: bigint }>();

  add(cliff: Cliff, people: number, differenceFen: bigint): void {
    let key = cliff.code;
    for (const name in cliff.params) key += ` ${cliff.params[name]}`;
    const entry = this.found.get(key);
    if (!entry) {
      this.found.set(key, { cliff, people, differenceFen });
      return;
    }
    entry.people += people;
    entry.differenceFen += differenceFen;
  }

  /** The most first. */
  list(): CalculationHint[] {
    return [...this.found.values()]
      .map(({ cliff: { code, params }, people, differenceFen }) => ({ code, params: { ...params, people }, differenceFen }))
      .sort((a, b) => Number(b.differenceFen - a.differenceFen));
  }
}

/** One more employed person may pay everybody: told before the claim is filed (EX-09). */
function rateHint(by: Judge, lines: readonly Weighed[], nowFen: bigint, { trained, employed }: Counts): CalculationHint[] {
  const { below } = by.test;
  if (!below || trained === 0) return [];
  const { percent, missing } = below;
  const passed: Judge = { ...by, test: { isFullPay: true } };
  let everybody = 0n;
  for (const { facts, weight } of lines) everybody += amountOf(passed, facts) * BigInt(weight);
  return [{ code: 'EMPLOYMENT_RATE_BELOW', params: { employed, trained, missing, percent }, differenceFen: everybody - nowFen }];
}

/** What would bring more, and how much; only what brings something is told. */
export function hintsOf(by: Judge, lines: readonly Weighed[], judged: readonly JudgedLine[], counts: Counts): CalculationHint[] {
  const differences = new Differences();
  let nowFen = 0n;
  lines.forEach(({ facts, weight }, index) => {
    const now = judged[index]?.amountFen ?? 0n;
    nowFen += now * BigInt(weight);
    const tell = (cliff: Cliff): void => {
      const more = amountOf(by, cliff.facts) - now;
      if (more > 0n) differences.add(cliff, facts.people * weight, weight === 1 ? more : more * BigInt(weight));
    };
    by.exclusions.cliffs(facts).forEach(tell);
    by.formula.cliffs(facts).forEach(tell);
  });
  return [...rateHint(by, lines, nowFen, counts), ...differences.list()];
}
