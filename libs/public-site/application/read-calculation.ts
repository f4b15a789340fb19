import { refusalCatalogue, wordRefusal } from '#libs/contracts';
import {
  calculateSubsidy,
  factFields,
  factsOfRule,
  readGiven,
  type Calculation,
  type FactField,
  type FactName,
  type PolicySnapshot,
  type SubsidyRule,
} from '#libs/policy';
import type { WrongField } from '../html/pieces.ts';
import { textOf, type Form } from './read-objection.ts';

type Say = (zh: string, en: string) => string;

export interface AskedCalculation {
  readonly key: string;
  readonly rule: SubsidyRule;
  /** As typed, by the name of the field. */
  readonly typed: Form;
  readonly wrong: readonly WrongField[];
  /** Undefined until something was typed, and while something is wrong. */
  readonly calculation: Calculation | undefined;
}

/** The facts a reader is asked for: those the rule needs, and those it may have. Persons of a class are told by their numbers. */
export function factsAsked(rule: SubsidyRule): { readonly needs: readonly FactName[]; readonly may: readonly FactName[] } {
  const { needs, may } = factsOfRule(rule);
  const byNumber = rule.claimedBy === 'class' ? ['people', 'isCompleted', 'isEmployed'] : [];
  return { needs, may: may.filter((name) => !byNumber.includes(name)) };
}

function valueOf({ type, isNullable }: FactField, typed: unknown): unknown {
  const text = typeof typed === 'string' ? typed.normalize('NFKC').trim() : '';
  if (type === 'flag') return text === 'yes';
  if (type === 'codes') return Array.isArray(typed) ? typed : text === '' ? [] : [text];
  if (text === '') return isNullable ? null : undefined;
  return type === 'count' && /^\d{1,12}$/.test(text) ? Number(text) : text;
}

/** What was typed as the registry's facts; an amount goes under its name in yuan. */
function factsTyped(rule: SubsidyRule, form: Form): Record<string, unknown> {
  const { needs, may } = factsAsked(rule);
  const facts: Record<string, unknown> = {};
  for (const name of [...needs, ...may]) {
    const value = valueOf(factFields[name], form[name]);
    if (value !== undefined) facts[factFields[name].type === 'fen' && value !== null ? name.replace(/Fen$/, '') : name] = value;
  }
  return facts;
}

function givenOf(rule: SubsidyRule, form: Form): object {
  const facts = factsTyped(rule, form);
  if (rule.claimedBy === 'unit') return { units: [facts] };
  if (rule.claimedBy === 'list') return { persons: [facts] };
  const numbers: Record<string, unknown> = {};
  for (const name of ['count', 'completed', 'employed']) {
    const value = valueOf(factFields.people, form[name]);
    if (value !== undefined) numbers[name] = value;
  }
  return { trainees: { ...facts, ...numbers } };
}

/** The id of the field a finding is about: the last step of its pointer, under the name it has in the form. */
function fieldOf(pointer: string, rule: SubsidyRule): string {
  const name = pointer.split('/').findLast((step) => !/^\d*$/.test(step)) ?? '';
  const { needs, may } = factsAsked(rule);
  return [...needs, ...may].find((fact) => fact.replace(/Fen$/, '') === name) ?? name;
}

/** What a subsidy would come to by the numbers in the address; nothing is kept of them. */
export function readCalculation({ subsidies }: PolicySnapshot, _hash: string, form: Form, say: Say): AskedCalculation | undefined {
  const key = textOf(form, 'subsidy');
  const rule = Object.hasOwn(subsidies, key) ? subsidies[key] : undefined;
  if (!rule) return undefined;
  if (textOf(form, 'go') === '') return { key, rule, typed: form, wrong: [], calculation: undefined };
  const read = readGiven(rule, givenOf(rule, form));
  if (read.ok) return { key, rule, typed: form, wrong: [], calculation: calculateSubsidy(rule, read.value.lines, read.value.terms) };
  const wrong = (read.refusal.errors ?? [read.refusal]).map(({ code, pointer = '', params }) => {
    const text = refusalCatalogue[code];
    return { field: fieldOf(pointer, rule), message: wordRefusal(say(text?.zh ?? code, text?.en ?? code), params) };
  });
  return { key, rule, typed: form, wrong, calculation: undefined };
}
