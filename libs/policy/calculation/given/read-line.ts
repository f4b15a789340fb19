import { nearestWord } from '../../nearest-word.ts';
import type { Refusal } from '../../result.ts';
import { shown } from '../../shown.ts';
import { factFields, type FactName, type LineFacts } from '../facts.ts';
import { factsOfRule } from '../facts-of-rule.ts';
import type { SubsidyRule } from '../subsidy-rule.ts';
import { codesFor } from './fact-codes.ts';
import { readFact, yuanName } from './read-fact.ts';

/** What lines of a rule may say, prepared once. */
export interface LineForm {
  readonly rule: SubsidyRule;
  readonly needs: readonly FactName[];
  /** Word as written → fact, in fen or yuan. */
  readonly words: ReadonlyMap<string, { readonly name: FactName; readonly isYuan: boolean }>;
  readonly groups: readonly string[] | null;
}

/** The form of a rule's lines; `without`: facts that something else says already. */
export function lineForm(rule: SubsidyRule, groups: readonly string[] | null, without: readonly FactName[] = []): LineForm {
  const { needs, may } = factsOfRule(rule);
  const words = new Map<string, { readonly name: FactName; readonly isYuan: boolean }>();
  for (const name of [...needs, ...may]) {
    if (without.includes(name)) continue;
    words.set(name, { name, isYuan: false });
    if (factFields[name].type === 'fen') words.set(yuanName(name), { name, isYuan: true });
  }
  return { rule, needs, words, groups };
}

/** Whether a node has fields at all. */
export function isRecord(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** A field this form does not have: a typing error, or a fact another subsidy would ask for. */
function unknownField(field: string, pointer: string, allowed: readonly string[]): Refusal {
  const isElsewhere = Object.hasOwn(factFields, field);
  return {
    code: isElsewhere ? 'FACT_NOT_USED' : 'FACT_UNKNOWN',
    pointer,
    params: { field: shown(field), nearest: nearestWord(field, allowed), allowed: allowed.join(', ') },
  };
}

/** A pointer's part, escaped (RFC 6901). */
function escaped(part: string): string {
  return shown(part).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Reads one line; every fault is added to `faults` with its place. */
export function readLine(node: unknown, ref: string, at: string, { rule, needs, words, groups }: LineForm, faults: Refusal[]): LineFacts {
  if (!isRecord(node)) {
    faults.push({ code: 'FACTS_NOT_NAMED', pointer: at, params: { value: shown(node), allowed: [...words.keys()].join(', ') } });
    return { ref };
  }
  const facts: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(node)) {
    const [word, pointer] = [words.get(field), `${at}/${escaped(field)}`];
    if (!word) faults.push(unknownField(field, pointer, [...words.keys()]));
    else if (Object.hasOwn(facts, word.name)) faults.push({ code: 'FACT_TWICE', pointer, params: { field } });
    else {
      const read = readFact(word.name, value, { pointer, codes: codesFor(rule, word.name, groups), isYuan: word.isYuan });
      if (!read.ok) faults.push(read.refusal);
      facts[word.name] = read.ok ? read.value : null;
    }
  }
  for (const name of needs) {
    if (Object.hasOwn(facts, name)) continue;
    const { zh, en } = factFields[name];
    faults.push({ code: 'FACT_MISSING', pointer: `${at}/${name}`, params: { field: name, label: zh, labelEn: en } });
  }
  return { ...facts, ref };
}
