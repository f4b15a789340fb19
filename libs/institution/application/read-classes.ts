import type { Actor } from '#libs/contracts';
import { sightOf } from '#libs/identity';
import { decodeIdCursor, pageOf, type Answer, type Page, type Tx } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import type { Course, Lesson } from '../domain/check-class.ts';
import { classPage, coursesOf, lessonsOf, type ClassRow } from '../persistence/class.query.ts';
import { visibleClass } from './own-class.ts';

export interface ClassDetail extends ClassRow {
  readonly timetable: readonly Lesson[];
  readonly teachingPlan: readonly Course[];
}

export async function showClass(tx: Tx, actor: Actor, classId: string): Promise<Result<Answer<ClassDetail>>> {
  const row = await visibleClass(tx, actor, classId);
  if (!row.ok) return row;
  const timetable = await tx.rows<Lesson>(lessonsOf, [classId]);
  const teachingPlan = await tx.rows<Course>(coursesOf, [classId]);
  return accept({ body: { ...row.value, timetable, teachingPlan }, version: row.value.version });
}

/** The classes the actor may see, the newest first. */
export async function listClasses(
  tx: Tx,
  actor: Actor,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<Result<Page<ClassRow>>> {
  const sight = sightOf(actor);
  if (!sight) return accept({ items: [], nextCursor: null });
  const key = decodeIdCursor(page.cursor);
  if (!key.ok) return key;
  const rows = await tx.rows<ClassRow>(classPage, [
    page.limit + 1,
    key.value,
    sight.institutionId ?? null,
    sight.regionScope ?? null,
    sight.hidden,
  ]);
  return accept(
    pageOf(
      rows,
      page.limit,
      ({ id }) => [id],
      (row) => row,
    ),
  );
}
