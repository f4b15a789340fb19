import { isPlainDate } from '#libs/policy';
import { didYouMean } from './did-you-mean.ts';
import { isPolicyValue, isRowList, isTree } from './policy-values.ts';

/** Says what is wrong with a node at a place, if anything. */
export type Shape = (node: unknown, at: string, fault: (path: string, problem: string) => void) => void;

/** A shape by a plain test. */
export const plain =
  (what: string, fits: (node: unknown) => boolean): Shape =>
  (node, at, fault) => {
    if (!fits(node)) fault(at, `expected ${what}`);
  };

export const text = plain('a text', (node) => typeof node === 'string' && node !== '');
export const count = plain('a whole number, not negative', (node) => Number.isSafeInteger(node) && Number(node) >= 0);
export const flag = plain('true or false', (node) => typeof node === 'boolean');
export const positive = plain('a whole number, at least 1', (node) => Number.isSafeInteger(node) && Number(node) >= 1);
/** No subsidy is more than ten thousand million yuan a unit: beyond, somebody mistook fen for something else. */
export const fen = plain(
  'an amount in fen, a whole number up to 1000000000000',
  (node) => Number.isSafeInteger(node) && Number(node) >= 0 && Number(node) <= 1_000_000_000_000,
);
export const day = plain('a day YYYY-MM-DD', (node) => typeof node === 'string' && isPlainDate(node));
export const monthDay = plain('a day of the year MM-DD', (node) => typeof node === 'string' && isPlainDate(`2024-${node}`));
export const rowIds = plain('row ids such as [DDL-01]', isRowList);

export const oneOf =
  (...words: readonly string[]): Shape =>
  (node, at, fault) => {
    if (typeof node === 'string' && words.includes(node)) return;
    fault(at, `expected one of ${words.join(', ')}${typeof node === 'string' ? didYouMean(node, words) : ''}`);
  };

export const nullable =
  (shape: Shape): Shape =>
  (node, at, fault) => {
    if (node !== null) shape(node, at, fault);
  };

export const list =
  (shape: Shape): Shape =>
  (node, at, fault) => {
    if (!Array.isArray(node)) return fault(at, 'expected a list');
    node.forEach((item, index) => shape(item, `${at}[${index}]`, fault));
  };

export const tableOf =
  (shape: Shape): Shape =>
  (node, at, fault) => {
    if (!isTree(node)) return fault(at, 'expected names with values');
    for (const [key, child] of Object.entries(node)) shape(child, `${at}.${key}`, fault);
  };

type Fields = Readonly<Record<string, Shape>>;

/** Exactly these fields; the optional ones may be left out. */
export const record =
  (fields: Fields, optional: Fields = {}): Shape =>
  (node, at, fault) => {
    const known = { ...fields, ...optional };
    if (!isTree(node)) return fault(at, `expected ${Object.keys(known).join(', ')}`);
    for (const key of Object.keys(node)) {
      const wanted = Object.keys(known).filter((name) => !Object.hasOwn(node, name));
      if (!Object.hasOwn(known, key))
        fault(`${at}.${key}`, `this field is not known${didYouMean(key, wanted)}; correct its name or remove it`);
    }
    for (const [key, shape] of Object.entries(known)) {
      if (Object.hasOwn(node, key)) shape(node[key], `${at}.${key}`, fault);
      else if (Object.hasOwn(fields, key)) fault(`${at}.${key}`, 'this field is not there; add it');
    }
  };

/** A value that is stated, chosen or missing. */
export const valued =
  (shape: Shape): Shape =>
  (node, at, fault) => {
    if (!isPolicyValue(node)) return fault(at, 'expected {stated, clause, quote}, {chosen, amb, reason} or {missing}');
    if (node.kind !== 'missing') shape(node.value, at, fault);
  };

const AMB = /^AMB-\d{2}$/;

/** An entry of a list: the document says it (clause and quote), or the county chose it (an AMB id as clause, and the reason). */
export const entry = (fields: Fields): Shape => {
  const shape = record({ ...fields, clause: text }, { quote: text, reason: text, rows: rowIds });
  return (node, at, fault) => {
    shape(node, at, fault);
    if (!isTree(node) || typeof node['clause'] !== 'string') return;
    const isChosen = AMB.test(node['clause']);
    if (isChosen && typeof node['reason'] !== 'string') fault(`${at}.reason`, 'a chosen entry (clause AMB-NN) needs its reason');
    if (!isChosen && typeof node['quote'] !== 'string') fault(`${at}.quote`, 'an entry of the document needs its quote');
  };
};
