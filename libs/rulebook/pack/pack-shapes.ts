import { classTypes, dayKinds, stepPlaces } from '#libs/policy';
import { Role } from '#libs/contracts';
import { material } from './material-shape.ts';
import { count, day, list, monthDay, nullable, oneOf, record, tableOf, text, valued, type Shape } from './shape.ts';
import { subsidyRule } from './subsidy-shapes.ts';

const step = record({
  step: text,
  place: oneOf(...stepPlaces),
  role: oneOf(...Object.values(Role)),
  when: oneOf('always', 'special-task'),
  workingDays: valued(count),
  clause: text,
});

const days = record({ workingDays: valued(count) });

const classProcess = record({
  opening: record({
    filing: record({ earliestDaysBefore: valued(count), latestDaysBefore: valued(count) }),
    materials: list(material),
    steps: list(step),
  }),
  activation: nullable(list(step)),
  delivery: record({
    minimumDays: valued(count),
    maximumDays: valued(count),
    minimumTrainees: valued(count),
    maximumTrainees: valued(count),
    hoursPerDay: valued(count),
    basicCourses: valued(list(text)),
  }),
  completion: record({ daysBeforeEnd: valued(count), materials: list(material), steps: list(step) }),
  assessment: days,
  claim: record({
    materials: list(material),
    settlement: valued(oneOf('once', 'staged')),
    employmentProof: record({ kinds: valued(list(text)), minimumMonths: valued(count) }),
    review: list(step),
    signOff: record({ signers: valued(count), workingDays: valued(count) }),
    publicNotice: days,
    financeReview: days,
    payout: days,
  }),
  objection: days,
  correction: days,
  subsidies: list(text),
});

const process: Shape = (node, at, fault) => {
  tableOf(classProcess)(node, at, fault);
  for (const type of Object.keys(node ?? {})) oneOf(...classTypes)(type, `${at}.${type}`, fault);
};

const dated = (value: Shape): Shape => record({ value: valued(value), rows: list(text) });

const deadlines = record({
  filingDays: dated(oneOf(...dayKinds)),
  trainingUntil: dated(monthDay),
  statisticsUntil: dated(monthDay),
  claimUntil: dated(monthDay),
  claimExceptionUntil: dated(monthDay),
  videoRetentionYears: dated(count),
  rankingFromMonth: dated(count),
  rankingWorkingDays: dated(count),
  checkpoints: dated(list(record({ until: monthDay, percent: count }))),
  rectificationWorkingDays: dated(count),
  reminderWorkingDays: dated(list(count)),
});

/** The shape of each file of a pack. */
export const packShapes = {
  'pack.yaml': record({
    id: text,
    title: text,
    documentNumber: text,
    issuer: text,
    level: oneOf('county', 'city', 'province'),
    region: text,
    parent: nullable(text),
    issuedOn: day,
    effectiveFrom: day,
    effectiveTo: nullable(day),
  }),
  'process.yaml': process,
  'subsidies.yaml': tableOf(subsidyRule),
  'directories.yaml': valued(list(record({ institution: text, occupations: list(text), quota: nullable(count), clause: text }))),
  'deadlines.yaml': deadlines,
} as const;
