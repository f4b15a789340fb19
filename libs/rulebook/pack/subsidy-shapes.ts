import { bindings, claimants, payees, ruleFaults, type SubsidyKind, type SubsidyRule } from '#libs/policy';
import { material } from './material-shape.ts';
import { count, fen, flag, list, nullable, oneOf, positive, record, rowIds, tableOf, text, valued, type Shape } from './shape.ts';

const base = {
  kind: text,
  title: text,
  titleEn: text,
  clause: text,
  rows: rowIds,
  claimedBy: oneOf(...claimants),
  payee: valued(oneOf(...payees)),
  fund: nullable(valued(text)),
  groups: nullable(valued(list(text))),
  materials: list(material),
};

const limits = {
  classesPerYear: nullable(valued(record({ count: positive, binding: oneOf(...bindings) }))),
  repeatMonths: nullable(valued(positive)),
};

/** Exactly the fields of each kind of formula. */
const kinds: Readonly<Record<SubsidyKind, Shape>> = {
  'tiered-days': record({
    ...base,
    ...limits,
    tiers: valued(list(record({ upToDay: nullable(positive), fenPerDay: fen }))),
    capFen: valued(fen),
    fullPayFromPercent: valued(count),
    belowRate: valued(oneOf('employed-only')),
  }),
  'daily-rate': record({
    ...base,
    ...limits,
    fenPerDay: valued(fen),
    cap: nullable(valued(record({ fen, binding: oneOf(...bindings) }))),
    needsCompletion: valued(flag),
    earlierHigherStandard: nullable(valued(record({ fenPerDay: fen, capFen: fen }))),
  }),
  'per-person': record({ ...base, ...limits, fenPerPerson: valued(fen), minimumDays: valued(count) }),
  'per-certificate': record({
    ...base,
    fenPerCertificate: valued(tableOf(fen)),
    firstTimeOnly: valued(list(text)),
    repeats: valued(oneOf('once-per-level', 'once', 'each')),
    excludeInsured: valued(flag),
  }),
  'individual-level': record({ ...base, fenByLevel: valued(tableOf(fen)), minimumContributionMonths: valued(count) }),
  'per-month': record({
    ...base,
    fenPerMonth: valued(fen),
    maximumMonths: nullable(valued(positive)),
    eligible: nullable(valued(list(record({ group: text, employerKinds: nullable(list(text)) })))),
    undecidedBelowMonths: nullable(valued(positive)),
  }),
  'month-tiers': record({ ...base, tiers: valued(list(record({ fromMonths: count, fen }))) }),
  'per-year-range': record({ ...base, minimumFen: valued(fen), maximumFen: valued(fen), fenPerYear: valued(fen) }),
  'capacity-steps': record({
    ...base,
    fromCapacity: valued(count),
    baseUpTo: valued(count),
    baseFen: valued(fen),
    stepPersons: valued(positive),
    stepFen: valued(fen),
    capFen: valued(fen),
  }),
  'per-level': record({ ...base, fenByLevel: valued(tableOf(fen)), onUpgrade: valued(oneOf('difference', 'full')) }),
  'per-unit': record({ ...base, fenPerUnit: valued(fen) }),
  'counts-with-cap': record({ ...base, levels: valued(tableOf(record({ fenPerTrained: fen, fenPerExported: fen, capFen: fen }))) }),
};

/** A subsidy: one of the closed set of formulas. */
export const subsidyRule: Shape = (node, at, fault) => {
  const kind = (node as { kind?: unknown } | null)?.kind;
  const shape = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as SubsidyKind] : undefined;
  if (!shape) return oneOf(...Object.keys(kinds))(kind, `${at}.kind`, fault);
  let isWhole = true;
  shape(node, at, (path, problem) => {
    isWhole = false;
    fault(path, problem);
  });
  if (!isWhole) return;
  for (const { name, problem } of ruleFaults(node as SubsidyRule)) fault(`${at}.${name}`, problem);
};
