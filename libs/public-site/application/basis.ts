import type { PolicySnapshot, PolicyValue, SubsidyRule } from '#libs/policy';
import { isPolicyValue } from '#libs/rulebook';

export interface Clause {
  /** The value's name within its rule, e.g. `capFen`; empty outside a rule. */
  readonly name: string;
  readonly kind: PolicyValue<unknown>['kind'];
  /** 三（二）, or AMB-nn where the county chose a reading. */
  readonly clause: string;
  /** The document's words, or the reason of the reading. */
  readonly text: string;
}

function clauseOf(value: PolicyValue<unknown>, name = ''): Clause {
  if (value.kind === 'stated') return { name, kind: 'stated', clause: value.clause, text: value.quote };
  if (value.kind === 'chosen') return { name, kind: 'chosen', clause: value.amb, text: value.reason };
  return { name, kind: 'missing', clause: '', text: value.reason };
}

/** Who receives and who pays interest a reader less than how much. */
const LAST: readonly string[] = ['payee', 'fund'];

/** Every clause the values of a rule come from, each once: first how much, then to whom and out of what. */
export function clausesOfRule(rule: SubsidyRule): readonly Clause[] {
  const found = Object.entries(rule)
    .filter((entry): entry is [string, PolicyValue<unknown>] => isPolicyValue(entry[1]))
    .sort(([a], [b]) => Number(LAST.includes(a)) - Number(LAST.includes(b)))
    .map(([name, value]) => clauseOf(value, name));
  return found.filter((one, index) => found.findIndex((other) => other.text === one.text) === index);
}

/** Why a notice must stand as long as it does: the process of the class, or any process where the claim has no class. */
function noticeClause(snapshot: PolicySnapshot, classType: string | null): Clause | undefined {
  const processes = Object.entries(snapshot.process).filter(([type]) => classType === null || type === classType);
  const value = processes[0]?.[1].claim.publicNotice.workingDays;
  return value && clauseOf(value);
}

export interface Basis {
  readonly documentNumber: string;
  readonly title: string;
  readonly snapshotHash: string;
  readonly notice: Clause | undefined;
  readonly standard: readonly Clause[];
}

/** What a notice rests on, out of the policy fixed on the case. The subsidy is known by its title, as the notice prints it. */
export function basisOf(
  snapshot: PolicySnapshot,
  hash: string,
  of: { readonly classType: string | null; readonly subsidy: string },
): Basis {
  const rule = Object.values(snapshot.subsidies).find(({ title }) => title === of.subsidy);
  const { documentNumber, title } = snapshot.pack;
  return {
    documentNumber,
    title,
    snapshotHash: hash,
    notice: noticeClause(snapshot, of.classType),
    standard: rule ? clausesOfRule(rule) : [],
  };
}
