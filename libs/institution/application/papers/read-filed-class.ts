import { decryptField, type Tx } from '#libs/platform';
import type { ClassProcess } from '#libs/policy';
import type { ClassRow } from '../../persistence/class.query.ts';
import {
  filedContent,
  namesOfClass,
  teachersOnPaper,
  type FiledContent,
  type NamesOfClass,
  type TeacherOnPaper,
} from '../../persistence/paper.query.ts';
import type { Course, Lesson } from '../../domain/check-class.ts';
import type { FilingKind } from '../../domain/check-filing.ts';
import { contentNow } from '../filing-content.ts';
import { processOfClass } from '../class-policy.ts';

export interface Teacher {
  readonly name: string;
  readonly maskedIdNumber: string;
  readonly qualification: string;
}

/** A class as its papers show it: as it was filed, or as it stands while nothing is filed. */
export interface FiledClass {
  readonly of: FiledContent['content']['class'];
  readonly names: NamesOfClass;
  readonly lessons: readonly Lesson[];
  readonly courses: readonly Course[];
  readonly teachers: ReadonlyMap<string, Teacher>;
  readonly enrolled: number;
  readonly attached: readonly string[];
  readonly process: ClassProcess;
  /** Null: a draft. */
  readonly version: number | null;
  readonly submittedAt: Date | null;
}

async function teachersOf(tx: Tx, lessons: readonly Lesson[]): Promise<ReadonlyMap<string, Teacher>> {
  const ids = [...new Set(lessons.map(({ teacherId }) => teacherId))];
  const rows = await tx.rows<TeacherOnPaper>(teachersOnPaper, [ids]);
  return new Map(
    rows.map(({ id, nameCipher, maskedIdNumber, qualification }) => [
      id,
      { name: decryptField(nameCipher, `institution.teacher.name_cipher|${id}`), maskedIdNumber, qualification },
    ]),
  );
}

/** @param version of the filing; null: the last. A class nothing was filed of gives a draft. */
export async function readFiledClass(tx: Tx, row: ClassRow, kind: FilingKind, version: number | null): Promise<FiledClass | undefined> {
  const filed = await tx.one<FiledContent>(filedContent, [row.id, kind, version]);
  if (!filed && version !== null) return undefined;
  const content = filed?.content ?? (await contentNow(tx, row, kind));
  const of = content.class;
  const process = await processOfClass(tx, row);
  const names = await tx.one<NamesOfClass>(namesOfClass, [of.institutionId, of.siteId, of.assigningOfficeId, of.evaluationBodyId]);
  if (!names) throw new Error(`the institution or the site of class ${row.id} is not known`);
  const filedSlots = new Set(content.materials.map(({ slot }) => slot));
  return {
    ...{ of, names, process, lessons: content.lessons, courses: content.courses, enrolled: content.enrolled },
    attached: process[kind].materials.filter(({ slot, form }) => form === 'form' || filedSlots.has(slot)).map(({ title }) => title),
    teachers: await teachersOf(tx, content.lessons),
    version: filed?.version ?? null,
    submittedAt: filed?.submittedAt ?? null,
  };
}
