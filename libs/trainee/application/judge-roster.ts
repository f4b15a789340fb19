import type { Actor } from '#libs/contracts';
import { RefusalError, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { correctRow, noCorrections, type Corrections } from '../domain/roster/corrections.ts';
import { findingOf, type RosterFinding } from '../domain/roster/finding.ts';
import { RosterJudge, type JudgedRoster } from '../domain/roster/judge-roster.ts';
import type { RosterPerson } from '../domain/roster/judge-row.ts';
import { isRosterOpen, type ClassFacts } from '../persistence/class.query.ts';
import * as query from '../persistence/roster.query.ts';
import { FileRefusal } from '../roster/file-refusal.ts';
import { readRosterFile } from '../roster/read-roster-file.ts';
import type { RawRow, RosterHeader } from '../roster/roster-reader.ts';
import { ownClass } from './own-class.ts';
import { idIndexOf, sealPerson, type SealedPerson } from './seal-person.ts';

/** A file, judged by itself. */
export interface ReadRoster extends JudgedRoster {
  readonly header: RosterHeader;
  /** Rows of the sheet that hold somebody, those left out among them. */
  readonly rowNumbers: ReadonlySet<number>;
}

/** Reads the rows of a file in a process of its own. @throws RefusalError at `/file` where it is no roster */
export async function readRows(file: Buffer, take: (row: RawRow) => void): Promise<RosterHeader> {
  try {
    return await readRosterFile(file, take);
  } catch (error) {
    if (error instanceof FileRefusal) throw new RefusalError({ code: error.code, params: error.params, pointer: '/file' });
    throw error;
  }
}

/** Reads and judges the file with its corrections, before any transaction begins. */
export async function readRoster(file: Buffer, of: ClassFacts, corrections: Corrections = noCorrections): Promise<ReadRoster> {
  const judge = new RosterJudge({ occupationName: of.occupationName, startsOn: of.startsOn, capacity: of.capacity });
  const rowNumbers = new Set<number>();
  const header = await readRows(file, (raw) => {
    rowNumbers.add(raw.row);
    const correction = corrections.get(raw.row);
    if (correction?.isLeftOut !== true) judge.take(correctRow(raw, correction));
  });
  return { header, rowNumbers, ...judge.finish() };
}

interface KnownPeople {
  /** By place among the people. */
  readonly ids: ReadonlyMap<number, string>;
  readonly findings: readonly RosterFinding[];
}

/** What the rows alone cannot tell: who is enrolled elsewhere at the same time, in this class already, or teaches it (F03). */
async function compareWithRows(tx: Tx, of: ClassFacts, people: readonly RosterPerson[], indexes: readonly Buffer[]): Promise<KnownPeople> {
  const known = await tx.rows<{ index: number; id: string }>(query.knownPeople, [Buffer.concat(indexes)]);
  const ids = new Map(known.map(({ index, id }) => [index, id]));
  const overlaps = await tx.rows<{ personId: string; classId: string; classNumber: string; from: string; until: string }>(query.overlaps, [
    [...ids.values()],
    of.startsOn,
    of.endsOn,
  ]);
  const elsewhere = new Map(overlaps.map((one) => [one.personId, one]));
  const teachers = await tx.rows<{ idIndex: Buffer }>(query.teacherIndexes, [of.id]);
  const findings = people.flatMap(({ row }, index): RosterFinding[] => {
    if (teachers.some(({ idIndex }) => indexes[index]?.equals(idIndex))) return [findingOf(row, 'ROSTER_TEACHER_AS_TRAINEE', 'idNumber')];
    const other = elsewhere.get(ids.get(index) ?? '');
    if (!other) return [];
    if (other.classId === of.id) return [findingOf(row, 'ROSTER_DUP_SAME_CLASS', 'idNumber')];
    const { classNumber, from, until } = other;
    return [findingOf(row, 'ROSTER_OVERLAP_CLASS', 'idNumber', { classNumber, from, to: until })];
  });
  return { ids, findings };
}

/** A roster judged by itself and against everybody enrolled: what an import keeps. */
export interface Judgement {
  readonly findings: readonly RosterFinding[];
  readonly people: readonly SealedPerson[];
  /** In the order of the columns: rows, valid, with errors, with warnings, and whether the whole roster is at fault. */
  readonly counts: readonly [rows: number, valid: number, errors: number, warnings: number, blocked: boolean];
}

function rowsWith(severity: RosterFinding['severity'], findings: readonly RosterFinding[]): number {
  return new Set(findings.filter((one) => one.severity === severity && one.row > 0).map(({ row }) => row)).size;
}

/** Judges a read roster against the rows of the moment; the case is locked, the class the actor's own and its roster open. */
export async function judgeAgainstRows(tx: Tx, of: ClassFacts, roster: ReadRoster): Promise<Judgement> {
  const indexes = roster.people.map(({ idNumber }) => idIndexOf(idNumber));
  const known = await compareWithRows(tx, of, roster.people, indexes);
  const findings = [...roster.findings, ...known.findings].sort((one, other) => one.row - other.row);
  const failed = new Set(known.findings.map(({ row }) => row));
  const people = roster.people.flatMap((person, index) => {
    const idIndex = indexes[index];
    return failed.has(person.row) || !idIndex ? [] : [sealPerson(person, idIndex, known.ids.get(index))];
  });
  const blocked = findings.some(({ row, severity }) => row === 0 && severity === 'error');
  return { findings, people, counts: [roster.rows, people.length, rowsWith('error', findings), rowsWith('warning', findings), blocked] };
}

/** The actor's own class while people may still be put on its roster. */
export async function openClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassFacts>> {
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  return (await tx.one<{ isOpen: boolean }>(isRosterOpen, [classId]))?.isOpen ? accept(own.value) : refuse('ROSTER_NOT_OPEN');
}
