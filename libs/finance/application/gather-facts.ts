import type { Tx } from '#libs/platform';
import { frozenFacts, type LineFacts } from '#libs/policy';
import type { FactRow } from '../domain/fact-row.ts';
import { historyFacts, type LineNow } from '../domain/history-facts.ts';
import { monthsBetween } from '../domain/months.ts';
import * as query from '../persistence/facts.query.ts';
import { overridesOf, type OverrideRow } from '../persistence/override.query.ts';
import { subjectsOf, type SubjectRow } from '../persistence/subject.query.ts';
import type { ClaimTarget } from './claim-target.ts';
import { groupsOf } from './groups-of.ts';

/** 5 初级工 … 1 高级技师 (GB/T names of the levels in the policies' order). */
const LEVELS: Readonly<Record<number, string>> = {
  5: 'elementary',
  4: 'intermediate',
  3: 'advanced',
  2: 'technician',
  1: 'senior-technician',
};

function certificateOf({ certificateKind, certificateLevel }: query.TrainingFact): string | null {
  return certificateKind === null || certificateLevel === null ? certificateKind : (LEVELS[certificateLevel] ?? certificateKind);
}

/** What the claim's own tables and the history say of each person or unit. */
interface Known {
  readonly subjects: ReadonlyMap<string, SubjectRow>;
  readonly history: ReadonlyMap<string, readonly query.HistoryLine[]>;
  readonly overrides: ReadonlyMap<string, readonly OverrideRow[]>;
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  return Map.groupBy(rows, key);
}

/** Raised limits and set amounts that two officials agreed on (AMB-15, AMB-22). */
function raised(overrides: readonly OverrideRow[] = []): Partial<LineFacts> {
  const approved = overrides.filter(({ state }) => state === 'approved');
  return Object.fromEntries(approved.map(({ fact, valueFen }) => [fact, valueFen ?? true]));
}

/** Months, and whole years with what is left over, of the period a subject names. */
function periodFacts(subject: SubjectRow | undefined, { rule }: ClaimTarget): Partial<LineFacts> {
  if (!subject?.fromMonth || !subject.toMonth) return {};
  const months = monthsBetween(subject.fromMonth.slice(0, 7), subject.toMonth.slice(0, 7))?.length ?? 0;
  return rule.kind === 'per-year-range' ? { years: Math.floor(months / 12), months: months % 12 } : { months };
}

function declared(subject: SubjectRow | undefined): Partial<LineFacts> {
  return subject?.facts ?? {};
}

function rowOf(
  who: { readonly personId: string; readonly enrollmentId: string | null; readonly recorded: Partial<LineFacts> },
  target: ClaimTarget,
  known: Known,
  now: Omit<LineNow, 'subsidy' | 'level'>,
): FactRow {
  const { personId, enrollmentId, recorded } = who;
  const subject = known.subjects.get(personId);
  const own = declared(subject);
  const level = typeof own.level === 'string' ? own.level : null;
  const facts = {
    ...recorded,
    ...own,
    ...periodFacts(subject, target),
    ...historyFacts(known.history.get(personId) ?? [], { ...now, subsidy: target.subsidy, level }),
    ...raised(known.overrides.get(personId)),
  };
  return {
    ...frozenFacts(facts),
    ref: enrollmentId ?? subject?.id ?? personId,
    personId,
    enrollmentId,
    subjectId: subject?.id ?? null,
    fromMonth: subject?.fromMonth?.slice(0, 7) ?? null,
    toMonth: subject?.toMonth?.slice(0, 7) ?? null,
    reference: subject?.reference ?? null,
  };
}

async function knownOf(tx: Tx, claimId: string | null, persons: readonly string[]): Promise<Known> {
  const subjects = claimId === null ? [] : await tx.rows<SubjectRow>(subjectsOf, [claimId]);
  const overrides = claimId === null ? [] : await tx.rows<OverrideRow>(overridesOf, [claimId]);
  const ids = [...new Set([...persons, ...subjects.map(({ personId }) => personId)])];
  const history = await tx.rows<query.HistoryLine>(query.historyOf, [ids, claimId]);
  return {
    subjects: new Map(subjects.map((subject) => [subject.personId, subject])),
    history: grouped(history, ({ personId }) => personId),
    overrides: grouped(overrides, ({ personId }) => personId),
  };
}

async function trainedRows(tx: Tx, target: ClaimTarget, claimId: string | null): Promise<FactRow[]> {
  const ids = target.classes.map(({ id }) => id);
  const there = await tx.rows<query.TrainingFact>(query.trainingFacts, [ids]);
  const left =
    target.settlement === 'final' ? await tx.rows<query.TrainingFact>(query.leftAfterAdvance, [ids, target.subsidy, claimId]) : [];
  const people = [...there, ...left];
  const persons = people.map(({ personId }) => personId);
  const known = await knownOf(tx, claimId, persons);
  const groups = await groupsOf(tx, target.snapshot, persons);
  const classes = new Map(target.classes.map((one) => [one.id, one]));
  return people.map((fact) => {
    const { personId, enrollmentId, payableDays, isCompleted, isEmployed, certificateLevel } = fact;
    const certificate = certificateOf(fact);
    const recorded = { payableDays, isCompleted, isEmployed, certificate, isFirst: true, ...groups.get(personId) };
    return rowOf({ personId, enrollmentId, recorded }, target, known, { of: classes.get(fact.classId) ?? null, certificateLevel });
  });
}

/** Everything known today of everybody the claim is about: records, history, declarations, raised limits (AMB-10). */
export async function gatherFacts(tx: Tx, target: ClaimTarget, claimId: string | null): Promise<readonly FactRow[]> {
  if (target.basis === 'class' || target.basis === 'order') return trainedRows(tx, target, claimId);
  const known = await knownOf(tx, claimId, []);
  return [...known.subjects.values()].map(({ personId }) =>
    rowOf({ personId, enrollmentId: null, recorded: {} }, target, known, { of: null, certificateLevel: null }),
  );
}
