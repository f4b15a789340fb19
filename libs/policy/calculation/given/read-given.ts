import { nearestWord } from '../../nearest-word.ts';
import { accept, refuse, type Refusal, type Result } from '../../result.ts';
import { shown } from '../../shown.ts';
import type { CalculationTerms } from '../calculation.ts';
import type { LineFacts } from '../facts.ts';
import { limits } from '../limits.ts';
import type { SubsidyRule } from '../subsidy-rule.ts';
import { readFact } from './read-fact.ts';
import { isRecord, lineForm, readLine } from './read-line.ts';

/** What was handed in, checked: ready for `calculateSubsidy`. */
export interface Given {
  readonly lines: readonly LineFacts[];
  readonly terms: CalculationTerms;
}

const SETTLEMENTS = ['final', 'advance'] as const;

interface Reading {
  readonly rule: SubsidyRule;
  readonly groups: readonly string[] | null;
  readonly faults: Refusal[];
}

/** A number of persons of the short form. */
function readPeople(
  node: Readonly<Record<string, unknown>>,
  name: 'count' | 'completed' | 'employed',
  otherwise: number | null,
  faults: Refusal[],
): number {
  const pointer = `/trainees/${name}`;
  if (!Object.hasOwn(node, name)) {
    if (otherwise === null)
      faults.push({ code: 'FACT_MISSING', pointer, params: { field: name, label: '人数', labelEn: 'number of persons' } });
    return otherwise ?? 0;
  }
  const read = readFact('people', node[name], { pointer, codes: null, isYuan: false });
  if (read.ok) return Number(read.value);
  faults.push({ ...read.refusal, params: { ...read.refusal.params, field: name } });
  return 0;
}

/** `trainees: {count, completed?, employed?, ...facts}`: persons with equal facts, told by their numbers. */
function readTrainees(node: unknown, { rule, groups, faults }: Reading): LineFacts[] {
  const form = lineForm(rule, groups, ['people', 'isCompleted', 'isEmployed']);
  if (!isRecord(node)) {
    readLine(node, '', '/trainees', form, faults);
    return [];
  }
  const { count: _count, completed: _completed, employed: _employed, ...rest } = node;
  const count = readPeople(node, 'count', null, faults);
  const completed = readPeople(node, 'completed', count, faults);
  const employed = readPeople(node, 'employed', 0, faults);
  if (completed > count) faults.push({ code: 'COMPLETED_ABOVE_COUNT', pointer: '/trainees/completed', params: { completed, count } });
  if (employed > completed)
    faults.push({ code: 'EMPLOYED_ABOVE_TRAINED', pointer: '/trainees/employed', params: { employed, trained: completed } });
  const same = readLine(rest, '', '/trainees', form, faults);
  const lines: LineFacts[] = [
    { ...same, ref: 'employed', people: employed, isEmployed: true },
    { ...same, ref: 'not-employed', people: completed - employed, isEmployed: false },
    { ...same, ref: 'not-completed', people: count - completed, isEmployed: false, isCompleted: false },
  ];
  return lines.filter(({ people }) => people !== 0);
}

/** `persons: [{ref?, people?, ...facts}]`, or `units: [...]`. */
function readList(word: string, node: unknown, { rule, groups, faults }: Reading): LineFacts[] {
  if (!Array.isArray(node) || node.length > limits.lines) {
    const code = Array.isArray(node) ? 'GIVEN_TOO_MANY' : 'GIVEN_NOT_A_LIST';
    faults.push({ code, pointer: `/${word}`, params: { word, max: limits.lines } });
    return [];
  }
  const form = lineForm(rule, groups);
  const refs = new Set<string>();
  return node.map((item: unknown, index) => {
    const at = `/${word}/${index}`;
    const { ref: own = String(index + 1), ...facts } = isRecord(item) ? item : { ref: undefined };
    const ref = typeof own === 'string' && own !== '' ? own : '';
    if (ref === '') faults.push({ code: 'GIVEN_REF', pointer: `${at}/ref`, params: { value: shown(own) } });
    else if (refs.has(ref)) faults.push({ code: 'GIVEN_REF_TWICE', pointer: `${at}/ref`, params: { value: shown(ref) } });
    refs.add(ref);
    return readLine(isRecord(item) ? facts : item, ref, at, form, faults);
  });
}

function readTerms({ settlement = 'final' }: Readonly<Record<string, unknown>>, faults: Refusal[]): CalculationTerms {
  const known = SETTLEMENTS.find((one) => one === settlement);
  if (known) return { settlement: known };
  const value = shown(settlement);
  faults.push({
    code: 'FACT_CODE_UNKNOWN',
    pointer: '/settlement',
    params: {
      field: 'settlement',
      label: '结算',
      labelEn: 'settlement',
      value,
      nearest: nearestWord(value, SETTLEMENTS),
      allowed: SETTLEMENTS.join(', '),
    },
  });
  return {};
}

/**
 * Reads what an official, a program or a scenario gives a calculation: `trainees` by their numbers, or `persons` (of a subsidy for units:
 * `units`) one by one, and `settlement` where a stage is asked for. Everything wrong is told at once, each with its field, place and remedy.
 * @param groups codes of the pack's groups of people, where they are known
 */
export function readGiven(rule: SubsidyRule, given: unknown, groups: readonly string[] | null = null): Result<Given, 'FACTS_INVALID'> {
  const faults: Refusal[] = [];
  const reading: Reading = { rule, groups, faults };
  const words = rule.claimedBy === 'unit' ? ['units'] : ['trainees', 'persons'];
  const node = isRecord(given) ? given : {};
  const fields = Object.keys(node).filter((field) => field !== 'settlement');
  const [word] = fields;
  const terms = readTerms(node, faults);
  let lines: LineFacts[] = [];
  if (word === undefined || fields.length > 1 || !words.includes(word)) {
    const params = {
      value: shown(word === undefined ? given : fields.join(', ')),
      allowed: words.join(', '),
      nearest: nearestWord(word ?? '', words),
    };
    faults.push({ code: 'GIVEN_FORM', pointer: '', params });
  } else lines = word === 'trainees' ? readTrainees(node[word], reading) : readList(word, node[word], reading);
  if (faults.length > 0) return refuse('FACTS_INVALID', { params: { count: faults.length }, errors: faults.slice(0, limits.faults) });
  return accept({ lines, terms });
}
