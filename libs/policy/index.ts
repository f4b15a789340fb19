export {
  amountsOfColumns,
  calculateColumns,
  linesOfColumns,
  type ColumnCalculation,
  type FactColumns,
} from './calculation/calculate-columns.ts';
export { calculateSubsidy } from './calculation/calculate-subsidy.ts';
export * from './calculation/calculation.ts';
export { factDefaults, factFields, type FactField, type FactName, type Facts, type LineFacts } from './calculation/facts.ts';
export { factsOfRule, type RuleFacts } from './calculation/facts-of-rule.ts';
export { frozenFacts, thawedFacts } from './calculation/frozen-facts.ts';
export { certificateCodes, codesFor } from './calculation/given/fact-codes.ts';
export { readFact } from './calculation/given/read-fact.ts';
export { readGiven, type Given } from './calculation/given/read-given.ts';
export { ruleFaults, type RuleFault } from './calculation/rule-faults.ts';
export * from './calculation/subsidy-rule.ts';
export { addDays, ageOn, daysBetween, isPlainDate, isWeekend, weekday } from './calendar/plain-date.ts';
export { WorkingCalendar, type CalendarDay } from './calendar/working-calendar.ts';
export * from './deadlines/counted-days.ts';
export * from './deadlines/deadline.ts';
export { findDeadline } from './deadlines/find-deadline.ts';
export { deadlineQuestions, type DeadlineName } from './deadlines/deadline-questions.ts';
export * from './deadlines/policy-deadlines.ts';
export * from './eligibility/check-eligibility.ts';
export { materialTitle, type MaterialTitle } from './eligibility/material-title.ts';
export { missingMaterials } from './eligibility/missing-materials.ts';
export { personFacts } from './eligibility/person-fact.ts';
export { judgeRoster, type RosterCheck, type RosterEligibility, type RosterLine } from './eligibility/judge-roster.ts';
export * from './eligibility/policy-eligibility.ts';
export { readPersonFacts } from './eligibility/read-person-facts.ts';
export * from './eligibility/required-materials.ts';
export { checkIdentityNumber, syntheticIdentityNumber, type IdentityFault } from './identity-number/identity-number.ts';
export { maskIdentityNumber } from './identity-number/mask-identity-number.ts';
export { capitalYuan } from './money/capital-yuan.ts';
export { formatYuan } from './money/format-yuan.ts';
export { parseYuan } from './money/parse-yuan.ts';
export { nearestWord } from './nearest-word.ts';
export * from './result.ts';
export { processOfCase } from './snapshot/claim-process.ts';
export * from './snapshot/class-process.ts';
export * from './snapshot/person-group.ts';
export { processOf, subsidyOf } from './snapshot/parts-of-snapshot.ts';
export * from './snapshot/policy-snapshot.ts';
export * from './snapshot/policy-statement.ts';
export * from './snapshot/policy-targets.ts';
export * from './snapshot/policy-value.ts';
export * from './transitions/index.ts';
