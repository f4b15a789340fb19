import type { Tx } from '#libs/platform';
import type { ClassPlan } from '../domain/class-plan.ts';
import { clearCourses, clearTimetable, insertCourses, insertTimetable } from '../persistence/class.query.ts';

/** The columns of a class that its plan sets, in the order of the statements. */
export function planColumns(plan: ClassPlan): readonly unknown[] {
  return [
    plan.name,
    plan.region,
    plan.assigningOfficeId,
    plan.classType,
    plan.occupationCode,
    plan.occupationName,
    plan.siteId,
    plan.startsOn,
    plan.endsOn,
    plan.capacity,
    plan.evaluationBodyId,
    plan.isSpecialTask,
    plan.orderId,
  ];
}

/** Puts the timetable and the teaching plan in the place of the earlier ones. */
export async function writePlanParts(tx: Tx, classId: string, institutionId: string, { timetable, courses }: ClassPlan): Promise<void> {
  const numbered = (list: readonly object[]) => JSON.stringify(list.map((one, index) => ({ ...one, ordinal: index + 1 })));
  await tx.rows(clearTimetable, [classId]);
  await tx.rows(clearCourses, [classId]);
  await tx.rows(insertCourses, [classId, numbered(courses)]);
  await tx.rows(insertTimetable, [classId, institutionId, numbered(timetable)]);
}
