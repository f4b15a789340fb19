import type { Cast } from '../cast.ts';
import type { Journey } from '../journey.ts';
import { enrollPeople, planClass, supplyPapers } from './plan-class.ts';
import { decide } from './tasks.ts';
import { enrollmentsOf } from './training.ts';

export interface ClassPapers {
  readonly opening: readonly string[];
  readonly completion: readonly string[];
}

export type People = readonly { readonly id: string; readonly personId: string }[];

/** Plans a class, enrolls thirty people with their vouchers, and files the opening. */
export async function fileClass(journey: Journey, cast: Cast, { opening }: ClassPapers): Promise<string> {
  const { school } = cast;
  const classId = await planClass(journey, cast);
  await enrollPeople(journey, cast, classId);
  await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/vouchers`, body: {} });
  await supplyPapers(journey, school, classId, 'opening', opening);
  await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/filings/opening/submit`, body: {} });
  journey.tell(school, '提交开班申请', { stage: 'opening' });
  return classId;
}

/** Waits until the class is being trained and verifies everybody's voucher on its first day. */
export async function begin(journey: Journey, { school, startsOn }: Cast, classId: string): Promise<People> {
  await journey.until(
    'the delivery',
    () => journey.http.call(school, { method: 'GET', path: `/v1/cases/${classId}` }),
    (body) => body['stage'] === 'delivery' && body['isHandedOver'] === false,
  );
  if (journey.day < startsOn) await journey.goTo(startsOn);
  const people = await enrollmentsOf(journey, school, classId);
  const enrollmentIds = people.map(({ id }) => id);
  await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/vouchers/verify`, body: { enrollmentIds } });
  return people;
}

/** Files the completion, which the bureau approves. */
export async function complete(journey: Journey, { school, bureau }: Cast, classId: string, { completion }: ClassPapers): Promise<void> {
  await supplyPapers(journey, school, classId, 'completion', completion);
  await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/filings/completion/submit`, body: {} });
  await decide(journey, `${bureau}.caseworker1`, classId, 'completion', { action: 'approve' });
}
