import type { Actor } from '#libs/contracts';
import { RefusalError, type PaperOf, type Tx } from '#libs/platform';
import type { FilingKind } from '../../domain/check-filing.ts';
import { visibleClass } from '../own-class.ts';
import { classPaper, type ClassPaperKind } from './class-papers.ts';
import { readFiledClass } from './read-filed-class.ts';

const filingOf: Readonly<Record<ClassPaperKind, FilingKind>> = {
  'opening-report': 'opening',
  'teaching-plan': 'opening',
  timetable: 'opening',
  'completion-report': 'completion',
};

/** A paper of a class for whoever may see the class. @throws RefusalError NOT_FOUND. */
export async function readClassPaper(
  tx: Tx,
  actor: Actor,
  classId: string,
  kind: ClassPaperKind,
  version: number | null,
): Promise<PaperOf> {
  const row = await visibleClass(tx, actor, classId);
  if (!row.ok) throw new RefusalError(row.refusal);
  const filed = await readFiledClass(tx, row.value, filingOf[kind], version);
  if (!filed) throw new RefusalError({ code: 'NOT_FOUND' });
  return { subjectId: classId, caseId: classId, version: filed.version, paper: classPaper(kind, filed) };
}
