import type { Actor } from '#libs/contracts';
import { audit, clockOf, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, processOf, refuse, type Refusal, type Result } from '#libs/policy';
import { snapshotFor } from '#libs/rulebook';
import { checkClass, type ClassDraft } from '../domain/check-class.ts';
import * as query from '../persistence/class.query.ts';
import { institutionById, type InstitutionRow } from '../persistence/institution.query.ts';
import { ownClass } from './own-class.ts';

export interface SavedClass {
  readonly id: string;
}

/** Everything wrong with the draft: its form against the policy in force, and the offices and teachers it names. */
async function findings(tx: Tx, institution: InstitutionRow, draft: ClassDraft): Promise<Refusal[]> {
  const { today } = await clockOf(tx);
  const { snapshot } = await snapshotFor(tx, { region: institution.region, on: today });
  const process = processOf(snapshot, draft.classType);
  if (!process.ok && process.refusal.code === 'POLICY_PARENT_ABSENT') return [process.refusal];
  if (!process.ok) return [{ code: 'CLASS_TYPE_NOT_OFFERED', pointer: '/classType', params: { policy: snapshot.pack.documentNumber } }];
  const found = checkClass(draft, { institution: institution.name, process: process.value, directories: snapshot.directories });
  if (!(await tx.one(query.assigningOffice, [draft.assigningOfficeId, institution.region])))
    found.push({ code: 'ASSIGNING_OFFICE_UNKNOWN', pointer: '/assigningOfficeId' });
  const teachers = [...new Set(draft.timetable.map(({ teacherId }) => teacherId))];
  const foreign = new Set((await tx.rows<{ id: string }>(query.foreignTeachers, [institution.id, teachers])).map(({ id }) => id));
  draft.timetable.forEach(({ teacherId }, index) => {
    if (foreign.has(teacherId)) found.push({ code: 'TEACHER_UNKNOWN', pointer: `/timetable/${index}/teacherId` });
  });
  return found;
}

function valuesOf(draft: ClassDraft): unknown[] {
  const {
    assigningOfficeId,
    name,
    classType,
    orderId,
    occupationCode,
    occupationName,
    siteId,
    startsOn,
    endsOn,
    capacity,
    evaluationBodyId,
    isSpecialTask,
  } = draft;
  return [
    assigningOfficeId,
    name,
    classType,
    orderId ?? null,
    occupationCode,
    occupationName,
    siteId,
    startsOn,
    endsOn,
    capacity,
    evaluationBodyId ?? null,
    isSpecialTask ?? false,
  ];
}

async function writeContent(tx: Tx, actor: Actor, classId: string, { timetable, teachingPlan }: ClassDraft): Promise<void> {
  const placed = <T extends object>(items: readonly T[]) => JSON.stringify(items.map((item, index) => ({ ...item, place: index + 1 })));
  await tx.rows(query.insertLessons, [classId, placed(timetable)]);
  await tx.rows(query.insertCourses, [classId, placed(teachingPlan)]);
  await tx.rows(query.contribute, [classId, actor.personId]);
}

async function checked(tx: Tx, actor: Actor, draft: ClassDraft): Promise<Result<InstitutionRow>> {
  const institution = actor.institutionId === undefined ? undefined : await tx.one<InstitutionRow>(institutionById, [actor.institutionId]);
  if (!institution || institution.kind === 'evaluation') return refuse('FORBIDDEN');
  const errors = await findings(tx, institution, draft);
  return errors.length === 0 ? accept(institution) : refuse('CLASS_INVALID', { errors });
}

/** A new class, still a draft: nothing is filed by it. */
export async function createClass(tx: Tx, actor: Actor, draft: ClassDraft): Promise<Result<Answer<SavedClass>>> {
  const institution = await checked(tx, actor, draft);
  if (!institution.ok) return institution;
  const { id: institutionId, region } = institution.value;
  const row = await tx.one<{ id: string }>(query.insertClass, [institutionId, region, ...valuesOf(draft)]);
  if (!row) throw new Error('the class was not written');
  await writeContent(tx, actor, row.id, draft);
  await audit(tx, { actor, act: 'class-created', subject: { kind: 'class', id: row.id }, caseId: row.id });
  return accept({ status: 201, body: { id: row.id }, version: 1 });
}

/** Changes a class that is not under review and not approved; its trainees move with its days. */
export async function changeClass(
  tx: Tx,
  actor: Actor,
  classId: string,
  version: number,
  draft: ClassDraft,
): Promise<Result<Answer<SavedClass>>> {
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  if (own.value.version !== version) return refuse('VERSION_STALE', { params: { current: own.value.version } });
  const institution = await checked(tx, actor, draft);
  if (!institution.ok) return institution;
  await tx.rows(query.deleteLessons, [classId]);
  await tx.rows(query.deleteCourses, [classId]);
  const row = await tx.one<{ version: number }>(query.updateClass, [classId, version, ...valuesOf(draft)]);
  if (!row) return refuse('VERSION_STALE', { params: { current: own.value.version } });
  await writeContent(tx, actor, classId, draft);
  if (own.value.startsOn !== draft.startsOn || own.value.endsOn !== draft.endsOn) await tx.rows(query.moveClass, [classId]);
  await audit(tx, {
    actor,
    act: 'class-changed',
    subject: { kind: 'class', id: classId },
    caseId: classId,
    details: { version: row.version },
  });
  return accept({ body: { id: classId }, version: row.version });
}
