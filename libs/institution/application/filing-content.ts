import { clockOf, type Tx } from '#libs/platform';
import type { Refusal } from '#libs/policy';
import type { Course, Lesson } from '../domain/check-class.ts';
import { checkFiling, type FilingKind } from '../domain/check-filing.ts';
import { coursesOf, enrolledCount, lessonsOf, type ClassRow } from '../persistence/class.query.ts';
import { materialsOf, type MaterialRow } from '../persistence/filing.query.ts';
import type { FiledContent } from '../persistence/paper.query.ts';
import { policyOfClass } from './class-policy.ts';

/** What is filed beside the class itself. */
export interface FilingContent {
  readonly lessons: readonly object[];
  readonly courses: readonly object[];
  readonly materials: readonly MaterialRow[];
  readonly enrolled: number;
}

export async function contentOf(tx: Tx, classId: string, kind: FilingKind): Promise<FilingContent> {
  const lessons = await tx.rows(lessonsOf, [classId]);
  const courses = await tx.rows(coursesOf, [classId]);
  const materials = (await tx.rows<MaterialRow>(materialsOf, [classId, null, null])).filter(({ filingKind }) => filingKind === kind);
  const enrolled = (await tx.one<{ people: number }>(enrolledCount, [classId]))?.people ?? 0;
  return { lessons, courses, materials, enrolled };
}

/** What would be filed at this moment, in the form in which it is kept. */
export async function contentNow(tx: Tx, row: ClassRow, kind: FilingKind): Promise<FiledContent['content']> {
  const { materials, enrolled } = await contentOf(tx, row.id, kind);
  const lessons = await tx.rows<Lesson>(lessonsOf, [row.id]);
  return { class: row, lessons, courses: await tx.rows<Course>(coursesOf, [row.id]), materials, enrolled };
}

/** Everything a filing would be refused for at this moment, all at once (一次性告知). */
export async function filingFindings(tx: Tx, of: ClassRow, kind: FilingKind, content: FilingContent): Promise<Refusal[]> {
  const { today } = await clockOf(tx);
  const facts = {
    ...{ kind, today, startsOn: of.startsOn, endsOn: of.endsOn, isSpecialTask: of.isSpecialTask },
    files: new Set(content.materials.map(({ slot }) => slot)),
    lessons: content.lessons.length,
    courses: content.courses.length,
    enrolled: content.enrolled,
    hasEvaluationBody: of.evaluationBodyId !== null,
  };
  return checkFiling(facts, await policyOfClass(tx, of));
}
