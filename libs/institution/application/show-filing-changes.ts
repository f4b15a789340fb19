import type { Actor } from '#libs/contracts';
import { decryptField, type Tx } from '#libs/platform';
import { accept, maskName, materialTitle, type MaterialTitle, refuse, type Result } from '#libs/policy';
import type { FilingKind } from '../domain/check-filing.ts';
import type { Lesson } from '../domain/check-class.ts';
import { compareFilings, type ComparableFiling, type FilingChanges, type MaterialChange } from '../domain/compare-filings.ts';
import type { ClassRow } from '../persistence/class.query.ts';
import {
  filedContent,
  namesOfClass,
  teachersOnPaper,
  type FiledContent,
  type NamesOfClass,
  type TeacherOnPaper,
} from '../persistence/paper.query.ts';
import { processOfClass } from './class-policy.ts';
import { contentNow } from './filing-content.ts';
import { visibleClass } from './own-class.ts';

export interface ComparedVersion {
  /** Null: as it stands now, not filed. */
  readonly version: number | null;
  readonly submittedAt: Date | null;
}

/** The files of one paper, called as the policy calls it. */
export type TitledChange = MaterialChange & MaterialTitle;

export interface ShownFilingChanges extends Omit<FilingChanges, 'materials'> {
  readonly kind: FilingKind;
  readonly from: ComparedVersion;
  readonly to: ComparedVersion;
  readonly materials: readonly TitledChange[];
}

type Content = FiledContent['content'];
type Comparing = ComparedVersion & { readonly content: Content };

interface Wanted {
  readonly classId: string;
  readonly kind: FilingKind;
  readonly from: number;
  /** Undefined: what would be filed at this moment. */
  readonly to?: number | undefined;
}

/** Teachers by the surname and stars, as every list shows them. */
async function maskedTeachers(tx: Tx, lessons: readonly Lesson[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<TeacherOnPaper>(teachersOnPaper, [[...new Set(lessons.map(({ teacherId }) => teacherId))]]);
  return new Map(rows.map(({ id, nameCipher }) => [id, maskName(decryptField(nameCipher, `institution.teacher.name_cipher|${id}`))]));
}

async function comparable(tx: Tx, { class: of, lessons, courses, materials, enrolled }: Content): Promise<ComparableFiling> {
  const names = await tx.one<NamesOfClass>(namesOfClass, [of.institutionId, of.siteId, of.assigningOfficeId, of.evaluationBodyId]);
  const teachers = await maskedTeachers(tx, lessons);
  return {
    fields: {
      '/name': of.name,
      '/classType': of.classType,
      '/orderId': of.orderId,
      '/occupationCode': `${of.occupationName} ${of.occupationCode}`,
      '/startsOn': of.startsOn,
      '/endsOn': of.endsOn,
      '/capacity': String(of.capacity),
      '/siteId': names ? `${names.site} ${names.address}` : of.siteId,
      '/assigningOfficeId': names?.office ?? of.assigningOfficeId,
      '/evaluationBodyId': names?.evaluationBody ?? of.evaluationBodyId,
      '/enrolled': String(enrolled),
    },
    lessons: lessons.map((lesson) => ({ ...lesson, teacher: teachers.get(lesson.teacherId) ?? '' })),
    courses,
    materials,
  };
}

async function versionOf(tx: Tx, row: ClassRow, kind: FilingKind, version: number | undefined): Promise<Comparing | undefined> {
  if (version === undefined) return { version: null, submittedAt: null, content: await contentNow(tx, row, kind) };
  return tx.one<FiledContent>(filedContent, [row.id, kind, version]);
}

/** What differs between two submissions of a filing, or between one and what stands now, for whoever may see the class (AMB-44). */
export async function showFilingChanges(tx: Tx, actor: Actor, { classId, kind, from, to }: Wanted): Promise<Result<ShownFilingChanges>> {
  const row = await visibleClass(tx, actor, classId);
  if (!row.ok) return row;
  // What an institution has not filed yet is nobody else's to see.
  if (to === undefined && actor.institutionId !== row.value.institutionId) return refuse('NOT_FOUND');
  const before = await versionOf(tx, row.value, kind, from);
  const after = await versionOf(tx, row.value, kind, to);
  if (!before || !after) return refuse('NOT_FOUND');
  const changes = compareFilings(await comparable(tx, before.content), await comparable(tx, after.content));
  const { materials } = (await processOfClass(tx, row.value))[kind];
  const named = ({ version, submittedAt }: ComparedVersion): ComparedVersion => ({ version, submittedAt });
  return accept({
    ...{ kind, from: named(before), to: named(after), ...changes },
    materials: changes.materials.map((change) => ({ ...change, ...materialTitle(materials, change.slot) })),
  });
}
