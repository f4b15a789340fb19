import { classTypes } from '#libs/policy';
import { deadlinesShape } from './deadlines-shape.ts';
import { eligibilityShape } from './eligibility-shape.ts';
import { groupsShape } from './group-shape.ts';
import { processShape } from './process-shape.ts';
import { count, day, entry, list, nullable, oneOf, plain, record, rowIds, tableOf, text, valued, type Shape } from './shape.ts';
import { statementsShape } from './statement-shape.ts';
import { subsidyRule } from './subsidy-shapes.ts';
import { targetsShape } from './target-shape.ts';
import { isPolicyValue, isTree } from './policy-values.ts';

const region = plain('six digits of GB/T 2260', (node) => typeof node === 'string' && /^[1-9]\d{5}$/.test(node));

const missing = plain('{ missing: why, rows: […] }', (node) => isPolicyValue(node) && node.kind === 'missing');

/** A parent is a pack, or a document that is not among the packs and says so. */
const parent: Shape = (node, at, fault) => {
  if (isTree(node) && typeof node['pack'] === 'string') return record({ pack: text })(node, at, fault);
  record({ region, documentNumbers: list(text), pack: missing })(node, at, fault);
};

const head = record({
  id: text,
  title: text,
  documentNumber: text,
  issuer: text,
  level: oneOf('county', 'city', 'province'),
  region,
  parents: list(parent),
  issuedOn: day,
  effectiveFrom: valued(day),
  effectiveTo: valued(nullable(day)),
  rows: rowIds,
});

const directoryEntry = entry({
  institution: text,
  category: text,
  classTypes: list(oneOf(...classTypes)),
  occupations: list(text),
  quota: nullable(count),
});

/** The shape of each file of a pack. */
export const packShapes = {
  'pack.yaml': head,
  'process.yaml': processShape,
  'subsidies.yaml': tableOf(subsidyRule),
  'directories.yaml': valued(list(directoryEntry)),
  'deadlines.yaml': deadlinesShape,
  'eligibility.yaml': eligibilityShape,
  'groups.yaml': groupsShape,
  'targets.yaml': targetsShape,
  'statements.yaml': statementsShape,
} as const;
