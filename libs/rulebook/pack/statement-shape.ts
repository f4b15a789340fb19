import { statementUnits, type StatementUnit } from '#libs/policy';
import { isRowList, isTree } from './policy-values.ts';
import { count, day, flag, list, monthDay, oneOf, plain, record, rowIds, tableOf, text, valued, type Shape } from './shape.ts';

const percent = plain('a whole number of percent, 0 to 100', (node) => Number.isInteger(node) && Number(node) >= 0 && Number(node) <= 100);
const values: Readonly<Partial<Record<StatementUnit, Shape>>> = {
  flag,
  text,
  list: list(text),
  percent,
  'month-day': monthDay,
  day,
};

function isUnit(word: unknown): word is StatementUnit {
  return statementUnits.some((unit) => unit === word);
}

const statement: Shape = (node, at, fault) => {
  const unit = isTree(node) ? node['unit'] : undefined;
  const value = (isUnit(unit) ? values[unit] : undefined) ?? count;
  record({ gist: text, unit: oneOf(...statementUnits), value: valued(value), rows: rowIds })(node, at, fault);
};

/** `statements.yaml`: the other rules of the document, each under the id of the first row it carries, with a suffix where a row says more. */
export const statementsShape: Shape = (node, at, fault) => {
  tableOf(statement)(node, at, fault);
  for (const [name, one] of Object.entries(isTree(node) ? node : {})) {
    const rows = isTree(one) && isRowList(one['rows']) ? one['rows'] : [];
    if (!rows.some((id) => name === id || name.startsWith(`${id}-`))) fault(`${at}.${name}`, 'is not named after one of its rows');
  }
};
