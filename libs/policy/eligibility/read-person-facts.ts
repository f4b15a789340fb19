import { isPlainDate } from '../calendar/plain-date.ts';
import { nearestWord } from '../nearest-word.ts';
import { accept, refuse, type Refusal, type Result } from '../result.ts';
import {
  factSources,
  personFacts,
  type FactSource,
  type PersonFact,
  type PersonFactField,
  type PersonFactName,
  type PersonFactValue,
} from './person-fact.ts';

type Code = 'PERSON_FACT_UNKNOWN' | 'PERSON_FACT_MALFORMED' | 'PERSON_FACTS_FORM';

/** Most facts of one person; more are a mistake. */
const MAX_FACTS = 1000;
const FORMS: Readonly<
  Record<PersonFactField['type'], { readonly fits: (value: unknown) => boolean; readonly zh: string; readonly en: string }>
> = {
  flag: { fits: (value) => typeof value === 'boolean', zh: 'true 或 false', en: 'true or false' },
  count: { fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0, zh: '非负整数', en: 'a whole number, not negative' },
  code: { fits: (value) => typeof value === 'string' && value !== '', zh: '一个代码', en: 'a code' },
  codes: {
    fits: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== ''),
    zh: '代码或名称的列表',
    en: 'a list of codes or names',
  },
};

function isTree(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function malformed(pointer: string, field: string, wanted: { readonly zh: string; readonly en: string }): Refusal<Code> {
  return { code: 'PERSON_FACT_MALFORMED', pointer, params: { field, wanted: wanted.zh, wantedEn: wanted.en } };
}

function readOne(node: unknown, pointer: string, faults: Refusal<Code>[]): PersonFact | undefined {
  const before = faults.length;
  const { fact, value, source, asOf } = isTree(node) ? node : {};
  if (typeof fact !== 'string' || !Object.hasOwn(personFacts, fact)) {
    const name = typeof fact === 'string' ? fact.slice(0, 40) : '';
    faults.push({ code: 'PERSON_FACT_UNKNOWN', pointer, params: { fact: name, nearest: nearestWord(name, Object.keys(personFacts)) } });
    return undefined;
  }
  const form = FORMS[personFacts[fact as PersonFactName].type];
  if (!form.fits(value)) faults.push(malformed(`${pointer}/value`, fact, form));
  if (!factSources.includes(source as FactSource)) {
    const words = factSources.join(', ');
    faults.push(malformed(`${pointer}/source`, 'source', { zh: words, en: words }));
  }
  if (typeof asOf !== 'string' || !isPlainDate(asOf))
    faults.push(malformed(`${pointer}/asOf`, 'asOf', { zh: '日期 2024-07-15', en: 'a day 2024-07-15' }));
  if (faults.length > before) return undefined;
  return { fact: fact as PersonFactName, value: value as PersonFactValue, source: source as FactSource, asOf: String(asOf) };
}

/**
 * Facts about a person out of what was handed in: a list of `{fact, value, source, asOf}`, or names with values, which then count as entered by
 * the institution on the day asked about.
 */
export function readPersonFacts(given: unknown, on: string): Result<readonly PersonFact[], Code> {
  const entries = Array.isArray(given)
    ? given.map((node: unknown, index) => [`/${index}`, node] as const)
    : isTree(given)
      ? Object.entries(given).map(([fact, value]) => [`/${fact}`, { fact, value, source: 'institution', asOf: on }] as const)
      : undefined;
  if (!entries || entries.length > MAX_FACTS) return refuse('PERSON_FACTS_FORM', { params: { max: MAX_FACTS } });
  const faults: Refusal<Code>[] = [];
  const facts = entries.flatMap(([pointer, node]) => readOne(node, pointer, faults) ?? []);
  const [first] = faults;
  return first ? refuse(first.code, { ...first, errors: faults }) : accept(facts);
}
