import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { audit, lockCase, RefusalError, type Answer, type FileStore, type Tx, type Upload } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { findingOf, type RosterFinding } from '../domain/roster/finding.ts';
import { RosterJudge, type JudgedRoster } from '../domain/roster/judge-roster.ts';
import type { RosterPerson } from '../domain/roster/judge-row.ts';
import { isRosterOpen, type ClassFacts } from '../persistence/class.query.ts';
import { copyImportRows } from '../persistence/copy-import-rows.ts';
import * as query from '../persistence/roster.query.ts';
import { FileRefusal } from '../roster/file-refusal.ts';
import { readRosterFile } from '../roster/read-roster-file.ts';
import type { RosterHeader } from '../roster/roster-reader.ts';
import { ownClass } from './own-class.ts';
import { idIndexOf, sealPerson } from './seal-person.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface ReadRoster extends JudgedRoster {
  readonly header: RosterHeader;
}

/** Reads and judges the file in a process of its own, before any transaction begins. */
export async function readRoster(file: Buffer, of: ClassFacts): Promise<ReadRoster> {
  const judge = new RosterJudge({ occupationName: of.occupationName, startsOn: of.startsOn, capacity: of.capacity });
  try {
    const header = await readRosterFile(file, (row) => judge.take(row));
    return { header, ...judge.finish() };
  } catch (error) {
    if (error instanceof FileRefusal) throw new RefusalError({ code: error.code, params: error.params, pointer: '/file' });
    throw error;
  }
}

interface KnownPeople {
  readonly ids: ReadonlyMap<string, string>;
  readonly findings: readonly RosterFinding[];
}

/** What the rows alone cannot tell: who is enrolled elsewhere at the same time, in this class already, or teaches it (F03). */
async function compareWithRows(tx: Tx, of: ClassFacts, people: readonly RosterPerson[], indexes: readonly Buffer[]): Promise<KnownPeople> {
  const known = await tx.rows<{ id: string; idIndex: Buffer }>(query.knownPeople, [indexes]);
  const ids = new Map(known.map(({ id, idIndex }) => [idIndex.toString('hex'), id]));
  const overlaps = await tx.rows<{ personId: string; classId: string; classNumber: string; from: string; until: string }>(query.overlaps, [
    [...ids.values()],
    of.startsOn,
    of.endsOn,
  ]);
  const elsewhere = new Map(overlaps.map((one) => [one.personId, one]));
  const teachers = new Set(
    (await tx.rows<{ idIndex: Buffer }>(query.teacherIndexes, [of.id])).map(({ idIndex }) => idIndex.toString('hex')),
  );
  const findings = people.flatMap(({ row }, index): RosterFinding[] => {
    const key = indexes[index]?.toString('hex') ?? '';
    if (teachers.has(key)) return [findingOf(row, 'ROSTER_TEACHER_AS_TRAINEE', 'idNumber')];
    const other = elsewhere.get(ids.get(key) ?? '');
    if (!other) return [];
    if (other.classId === of.id) return [findingOf(row, 'ROSTER_DUP_SAME_CLASS', 'idNumber')];
    const { classNumber, from, until } = other;
    return [findingOf(row, 'ROSTER_OVERLAP_CLASS', 'idNumber', { classNumber, from, to: until })];
  });
  return { ids, findings };
}

function countsOf(findings: readonly RosterFinding[]): { errorRows: number; warningRows: number; blocked: boolean } {
  const rows = (severity: string) => new Set(findings.filter((one) => one.severity === severity && one.row > 0).map(({ row }) => row)).size;
  return {
    errorRows: rows('error'),
    warningRows: rows('warning'),
    blocked: findings.some(({ row, severity }) => row === 0 && severity === 'error'),
  };
}

/** Keeps a judged roster beside the class until it is confirmed: nobody is enrolled by it. A new upload replaces one that waits. */
export async function keepRoster(
  tx: Tx,
  actor: Actor,
  of: { readonly classId: string; readonly upload: Upload; readonly roster: ReadRoster; readonly files: FileStore },
): Promise<Result<Answer<query.ImportRow>>> {
  const { classId, upload, roster } = of;
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  if (!(await tx.one<{ isOpen: boolean }>(isRosterOpen, [classId]))?.isOpen) return refuse('ROSTER_NOT_OPEN');
  const indexes = roster.people.map(({ idNumber }) => idIndexOf(idNumber));
  const known = await compareWithRows(tx, own.value, roster.people, indexes);
  const findings = [...roster.findings, ...known.findings].sort((one, other) => one.row - other.row);
  const failed = new Set(known.findings.map(({ row }) => row));
  const people = roster.people.flatMap((person, index) => {
    const idIndex = indexes[index];
    return failed.has(person.row) || !idIndex ? [] : [sealPerson(person, idIndex, known.ids.get(idIndex.toString('hex')))];
  });
  for (const { id } of await tx.rows<{ id: string }>(query.discardWaiting, [classId])) await tx.rows(query.dropImportRows, [id]);
  const sha256 = await of.files.put(tx, upload.bytes, XLSX);
  const id = randomUUID();
  const { errorRows, warningRows, blocked } = countsOf(findings);
  const row = await tx.one<query.ImportRow>(query.insertImport, [
    ...[
      id,
      classId,
      own.value.institutionId,
      sha256,
      upload.fileName,
      JSON.stringify(roster.header),
      roster.rows,
      people.length,
      errorRows,
      warningRows,
      blocked,
    ],
    ...[JSON.stringify(findings), actor.personId],
  ]);
  if (!row) throw new Error('the import was not written');
  await copyImportRows(tx, id, people);
  await audit(tx, {
    actor,
    act: 'roster-uploaded',
    subject: { kind: 'roster', id },
    caseId: classId,
    details: { rows: roster.rows, valid: people.length, errors: errorRows, sha256 },
  });
  return accept({ status: 201, body: row, version: row.version });
}
