import { xinzhou } from '../../journey/cast.ts';
import { Journey } from '../../journey/journey.ts';
import { upload } from '../../journey/roster-file.ts';
import { enrollPeople, planClass } from '../../journey/steps/plan-class.ts';
import { taskOf } from '../../journey/steps/tasks.ts';
import { pdfOf } from './papers.ts';

export interface FiledOpening {
  readonly classId: string;
  readonly taskId: string;
  /** The codes of the vouchers, which are shown once. */
  readonly vouchers: readonly { readonly enrollmentId: string; readonly code: string }[];
}

/**
 * An opening filed by the school of Xinzhou on its last lawful day, with papers one can read: a task in the inbox of
 * `xz.caseworker1`.
 * @param batch tells its people from those of other specs' classes: a number from 3 to 9 nobody else uses.
 */
export async function filedOpening(url: string, batch: number): Promise<FiledOpening> {
  const journey = new Journey('browser', url, () => undefined);
  const cast = { ...xinzhou, batch };
  const classId = await planClass(journey, cast);
  await enrollPeople(journey, cast, classId);
  const claimed = await journey.must(cast.school, { method: 'POST', path: `/v1/classes/${classId}/vouchers`, body: {} });
  for (const slot of ['opening-report', 'syllabus', 'teacher-papers']) {
    const body = upload(pdfOf([`${slot} 1`, `${slot} 2`, `${slot} 3`]), `${slot}.pdf`, 'application/pdf', { filing: 'opening', slot });
    await journey.must(cast.school, { method: 'POST', path: `/v1/classes/${classId}/materials`, body });
  }
  await journey.must(cast.school, { method: 'POST', path: `/v1/classes/${classId}/filings/opening/submit`, body: {} });
  const { id } = await taskOf(journey, 'xz.caseworker1', classId, 'opening');
  return { classId, taskId: id, vouchers: claimed.body['items'] as FiledOpening['vouchers'] };
}
