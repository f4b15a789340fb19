import { dayKinds } from '#libs/policy';
import { count, list, monthDay, oneOf, record, rowIds, valued, type Shape } from './shape.ts';

const dated = (value: Shape): Shape => record({ value: valued(value), rows: rowIds });

/** `deadlines.yaml`: the dates of the policy's year. */
export const deadlinesShape = record({
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
