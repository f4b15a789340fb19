import { conditionTests, personFacts } from '#libs/policy';
import { count, flag, list, oneOf, record, rowIds, text, valued, type Shape } from './shape.ts';

const appliesTo: Shape = (node, at, fault) => (node === 'join' ? undefined : list(text)(node, at, fault));
const limit: Shape = (node, at, fault) => (typeof node === 'boolean' ? flag : count)(node, at, fault);

const condition = record({
  code: text,
  title: text,
  titleEn: text,
  appliesTo,
  fact: oneOf(...Object.keys(personFacts)),
  test: oneOf(...conditionTests),
  value: valued(limit),
  rows: rowIds,
});

/** `eligibility.yaml`: who may join and be paid, besides the groups of a class type and of a subsidy. */
export const eligibilityShape = record({ conditions: list(condition) });
