import type { Actor } from '#libs/contracts';
import { audit, decodeIdCursor, lockCase, openIdentity, pageOf, type Answer, type Page, type Tx } from '#libs/platform';
import { accept, maskName, refuse, type Result } from '#libs/policy';
import { isRosterOpen } from '../persistence/class.query.ts';
import {
  enrollmentById,
  enrollmentPage,
  excludeEnrollment,
  rosterChanges,
  type EnrollmentRow,
  type RosterChangeRow,
} from '../persistence/enrollment.query.ts';
import { ownClass, visibleClass } from './own-class.ts';

/** Somebody in a class, as lists show them: the surname, the number masked. */
export interface ShownEnrollment extends Omit<EnrollmentRow, 'name'> {
  readonly name: string;
}

function maskedName({ name, personId }: Pick<EnrollmentRow, 'name' | 'personId'>): string {
  return maskName(openIdentity(personId, name).name);
}

function shown(row: EnrollmentRow): ShownEnrollment {
  return { ...row, name: maskedName(row) };
}

/** Somebody who came or left between two submissions. */
export interface ShownRosterChange extends Omit<RosterChangeRow, 'name' | 'personId'> {
  readonly name: string;
}

/** Row by row, who came and who left between two instants; without `until`, up to now. */
export async function listRosterChanges(
  tx: Tx,
  actor: Actor,
  classId: string,
  { since, until }: { readonly since: string; readonly until?: string | undefined },
): Promise<Result<readonly ShownRosterChange[]>> {
  const seen = await visibleClass(tx, actor, classId);
  if (!seen.ok) return seen;
  const rows = await tx.rows<RosterChangeRow>(rosterChanges, [classId, since, until ?? null]);
  return accept(rows.map(({ personId, name, ...row }) => ({ ...row, name: maskedName({ personId, name }) })));
}

export async function listEnrollments(
  tx: Tx,
  actor: Actor,
  classId: string,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<Result<Page<ShownEnrollment>>> {
  const seen = await visibleClass(tx, actor, classId);
  if (!seen.ok) return seen;
  const key = decodeIdCursor(page.cursor);
  if (!key.ok) return key;
  const rows = await tx.rows<EnrollmentRow>(enrollmentPage, [classId, page.limit + 1, key.value]);
  return accept(pageOf(rows, page.limit, ({ id }) => [id], shown));
}

/** Takes somebody off the class with a reason; while the opening is filed only a correction may. */
export async function exclude(tx: Tx, actor: Actor, enrollmentId: string, reason: string): Promise<Result<Answer<{ id: string }>>> {
  const enrollment = await tx.one<EnrollmentRow>(enrollmentById, [enrollmentId]);
  if (!enrollment) return refuse('NOT_FOUND');
  await lockCase(tx, enrollment.classId);
  const own = await ownClass(tx, actor, enrollment.classId);
  if (!own.ok) return own;
  if (enrollment.status !== 'enrolled') return refuse('ENROLLMENT_NOT_ACTIVE');
  const open = (await tx.one<{ isOpen: boolean }>(isRosterOpen, [enrollment.classId]))?.isOpen ?? false;
  if (!open && own.value.snapshotHash === null) return refuse('ROSTER_NOT_OPEN');
  const row = await tx.one<{ version: number }>(excludeEnrollment, [enrollmentId, actor.personId, reason]);
  await audit(tx, { actor, act: 'enrollment-excluded', subject: { kind: 'enrollment', id: enrollmentId }, caseId: enrollment.classId });
  return accept({ body: { id: enrollmentId }, version: row?.version });
}
