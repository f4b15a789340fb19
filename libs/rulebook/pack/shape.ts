import { isPolicyValue } from './policy-values.ts';

/** Says what is wrong with a node at a place, if anything. */
export type Shape = (node: unknown, at: string, fault: (path: string, problem: string) => void) => void;

const plain =
  (what: string, fits: (node: unknown) => boolean): Shape =>
  (node, at, fault) => {
    if (!fits(node)) fault(at, `expected ${what}`);
  };

export const text = plain('a text', (node) => typeof node === 'string' && node !== '');
export const count = plain('a whole number, not negative', (node) => Number.isSafeInteger(node) && Number(node) >= 0);
export const positive = plain('a whole number, at least 1', (node) => Number.isSafeInteger(node) && Number(node) >= 1);
export const flag = plain('true or false', (node) => typeof node === 'boolean');
/** No subsidy is more than ten thousand million yuan a unit: beyond, somebody mistook fen for something else. */
export const fen = plain(
  'an amount in fen, a whole number up to 1000000000000',
  (node) => Number.isSafeInteger(node) && Number(node) >= 0 && Number(node) <= 1_000_000_000_000,
);
export const day = plain('a day YYYY-MM-DD', (node) => typeof node === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(node));
export const monthDay = plain(
  'a day of the year MM-DD',
  (node) => typeof node === 'string' && /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(node),
);

export const oneOf = (...words: readonly string[]): Shape =>
  plain(`one of ${words.join(', ')}`, (node) => typeof node === 'string' && words.includes(node));

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
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return fault(at, 'expected names with values');
    for (const [key, child] of Object.entries(node)) shape(child, `${at}.${key}`, fault);
  };

/** Exactly these fields. */
export const record =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (node, at, fault) => {
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return fault(at, `expected ${Object.keys(fields).join(', ')}`);
    const tree = node as Record<string, unknown>;
    for (const key of Object.keys(tree))
      if (!Object.hasOwn(fields, key)) fault(`${at}.${key}`, 'this field is not known; correct its name or remove it');
    for (const [key, shape] of Object.entries(fields)) {
      if (!Object.hasOwn(tree, key)) fault(`${at}.${key}`, 'this field is not there; add it');
      else shape(tree[key], `${at}.${key}`, fault);
    }
  };

/** A value that is stated, chosen or missing. */
export const valued =
  (shape: Shape): Shape =>
  (node, at, fault) => {
    if (!isPolicyValue(node)) return fault(at, 'expected {stated, clause, quote}, {chosen, amb, reason} or {missing}');
    if (node.kind !== 'missing') shape(node.value, at, fault);
  };
