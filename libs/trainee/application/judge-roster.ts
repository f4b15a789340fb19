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

const INDEX_BYTES = 32;

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

/** Fingerprints one after the other: ten thousand small buffers would cost more to keep than to make. */
function fingerprintsOf(people: readonly RosterPerson[]): Buffer {
  const fingerprints = Buffer.allocUnsafe(people.length * INDEX_BYTES);
  people.forEach(({ idNumber }, place) => idIndexOf(idNumber).copy(fingerprints, place * INDEX_BYTES));
  return fingerprints;
}

function fingerprintAt(fingerprints: Buffer, place: number): Buffer {
  return fingerprints.subarray(place * INDEX_BYTES, (place + 1) * INDEX_BYTES);
}

/** The place of a fingerprint among others, or -1. */
function placeOf(fingerprints: Buffer, one: Buffer): number {
  let at = fingerprints.indexOf(one);
  while (at % INDEX_BYTES > 0) at = fingerprints.indexOf(one, at + 1); // -1 ends it, too
  return at < 0 ? at : at / INDEX_BYTES;
}

/** What the rows alone cannot tell, by place among the people. */
interface Comparison {
  readonly known: ReadonlyMap<number, string>;
  readonly findings: ReadonlyMap<number, RosterFinding>;
}

/** Who is enrolled elsewhere at the same time, in this class already, or teaches it (F03). */
async function compareWithRows(tx: Tx, of: ClassFacts, people: readonly RosterPerson[], fingerprints: Buffer): Promise<Comparison> {
  const known = new Map(
    (await tx.rows<{ place: number; id: string }>(query.knownPeople, [fingerprints])).map(({ place, id }) => [place, id]),
  );
  const overlaps = await tx.rows<{ personId: string; classId: string; classNumber: string; from: string; until: string }>(query.overlaps, [
    [...known.values()],
    of.startsOn,
    of.endsOn,
  ]);
  const elsewhere = new Map(overlaps.map((one) => [one.personId, one]));
  const findings = new Map<number, RosterFinding>();
  const find = (place: number, ...[code, params]: [RosterFinding['code'], RosterFinding['params']?]): void => {
    findings.set(place, findingOf(people[place]?.row ?? 0, code, 'idNumber', params));
  };
  for (const [place, id] of known) {
    const other = elsewhere.get(id);
    if (other?.classId === of.id) find(place, 'ROSTER_DUP_SAME_CLASS');
    else if (other) find(place, 'ROSTER_OVERLAP_CLASS', { classNumber: other.classNumber, from: other.from, to: other.until });
  }
  for (const { idIndex } of await tx.rows<{ idIndex: Buffer }>(query.teacherIndexes, [of.id])) {
    const place = placeOf(fingerprints, idIndex);
    if (place >= 0) find(place, 'ROSTER_TEACHER_AS_TRAINEE');
  }
  return { known, findings };
}

/** A roster judged by itself and against everybody enrolled: what an import keeps. */
export interface Judgement {
  readonly findings: readonly RosterFinding[];
  readonly people: Iterable<SealedPerson>;
  /** In the order of the columns: rows, valid, with errors, with warnings, and whether the whole roster is at fault. */
  readonly counts: readonly [rows: number, valid: number, errors: number, warnings: number, blocked: boolean];
}

function rowsWith(severity: RosterFinding['severity'], findings: readonly RosterFinding[]): number {
  return new Set(findings.filter((one) => one.severity === severity && one.row > 0).map(({ row }) => row)).size;
}

/** The people who passed, encrypted one by one as they are asked for: nobody is kept twice in memory. */
function* sealed(people: readonly RosterPerson[], fingerprints: Buffer, { known, findings }: Comparison): Generator<SealedPerson> {
  for (const [place, person] of people.entries()) {
    if (!findings.has(place)) yield sealPerson(person, fingerprintAt(fingerprints, place), known.get(place));
  }
}

/** Judges a read roster against the rows of the moment; the case is locked, the class the actor's own and its roster open. */
export async function judgeAgainstRows(tx: Tx, of: ClassFacts, { people, rows, findings: own }: ReadRoster): Promise<Judgement> {
  const fingerprints = fingerprintsOf(people);
  const comparison = await compareWithRows(tx, of, people, fingerprints);
  const findings = [...own, ...comparison.findings.values()].sort((one, other) => one.row - other.row);
  const blocked = findings.some(({ row, severity }) => row === 0 && severity === 'error');
  const valid = people.length - comparison.findings.size;
  return {
    findings,
    people: sealed(people, fingerprints, comparison),
    counts: [rows, valid, rowsWith('error', findings), rowsWith('warning', findings), blocked],
  };
}

/** The actor's own class while people may still be put on its roster. */
export async function openClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassFacts>> {
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  return (await tx.one<{ isOpen: boolean }>(isRosterOpen, [classId]))?.isOpen ? accept(own.value) : refuse('ROSTER_NOT_OPEN');
}
