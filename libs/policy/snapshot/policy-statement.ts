import type { PolicyValue } from './policy-value.ts';

/** How the value of a statement is to be read. Amounts are integers of fen; `flag` is a duty or permission that holds or does not. */
export const statementUnits = [
  'flag',
  'text',
  'list',
  'count',
  'persons',
  'percent',
  'days',
  'working-days',
  'months',
  'years',
  'times',
  'minutes',
  'fen',
  'month-day',
  'day',
] as const;
export type StatementUnit = (typeof statementUnits)[number];

/** A rule of the document that no other part of a pack holds, under the id of its row of the requirements. */
export interface PolicyStatement {
  /** One sentence in English. */
  readonly gist: string;
  readonly unit: StatementUnit;
  readonly value: PolicyValue<boolean | string | number | readonly string[]>;
  readonly rows: readonly string[];
  readonly from?: string;
}
