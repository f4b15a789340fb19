import { xinzhou as cast } from './cast.ts';
import { Journey, type Breaks } from './journey.ts';
import * as claiming from './steps/claiming.ts';
import { exportLists, readPapers } from './steps/papers.ts';
import * as paying from './steps/paying.ts';
import { enrollPeople, planClass, supplyPapers } from './steps/plan-class.ts';
import { decide } from './steps/tasks.ts';
import * as training from './steps/training.ts';

const { school, bureau } = cast;

/** D-6: the filing waits; D-5: it is passed on; returned with points, corrected, approved (XZ24 二(二)(2)). */
async function open(journey: Journey, classId: string): Promise<void> {
  const submit = { method: 'POST' as const, path: `/v1/classes/${classId}/filings/opening/submit`, body: {} };
  await journey.goTo('2024-08-27');
  await journey.mustRefuse(school, 'MATERIAL_MISSING', submit);
  await supplyPapers(journey, school, classId, 'opening', ['opening-report', 'syllabus', 'teacher-papers']);
  await journey.must(school, submit);
  const tracked = await journey.until(
    'the case',
    () => journey.http.call(school, { method: 'GET', path: `/v1/cases/${classId}` }),
    (body) => body['stage'] === 'opening',
  );
  journey.expect('whose turn it is six days ahead', tracked.body['turn'], null);
  journey.tell(school, '开班前 6 天提交开班申请，等待开班前 5 天转交', { stage: 'opening' });
  await journey.goTo('2024-08-28');
  const marks = [{ pointer: '/materials/syllabus', page: 1, clause: 'DOC-04', text: '教学大纲缺少实操学时', suggested: '补充实操学时' }];
  await decide(journey, `${bureau}.caseworker1`, classId, 'opening', {
    action: 'return',
    reasonCode: 'incomplete',
    comment: '请补正教学大纲',
    marks,
  });
  const filing = await journey.must(school, { method: 'GET', path: `/v1/classes/${classId}/filings/opening` });
  journey.expect('the points to correct', (filing.body['marks'] as unknown[]).length, 1);
  await journey.goTo('2024-08-29');
  await supplyPapers(journey, school, classId, 'opening', ['syllabus']);
  await journey.must(school, submit);
  journey.tell(school, '补正后重新提交', { stage: 'opening' });
  await decide(journey, `${bureau}.caseworker1`, classId, 'opening', { action: 'approve' });
}

async function complete(journey: Journey, classId: string): Promise<void> {
  await supplyPapers(journey, school, classId, 'completion', ['completion-report', 'completion-review-form', 'assessment-plan']);
  await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/filings/completion/submit`, body: {} });
  journey.tell(school, '提交结业申请', { stage: 'completion' });
  await journey.mustRefuse(cast.evaluator, 'ASSESSMENT_TOO_EARLY', {
    method: 'POST',
    path: `/v1/classes/${classId}/assessment/accept`,
    body: {},
  });
  await decide(journey, `${bureau}.caseworker1`, classId, 'completion', { action: 'approve' });
}

/** An order class of Xinzhou under 忻人社函〔2024〕29号, from the opening to the last settled payment. */
export async function xinzhouOrder(url: string, say: (line: string) => void, breaks?: Breaks): Promise<void> {
  const journey = new Journey('xinzhou-order', url, say, breaks);
  await journey.goTo('2024-08-26');
  const classId = await planClass(journey, cast);
  await enrollPeople(journey, cast, classId);
  await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/vouchers`, body: {} });
  await open(journey, classId);
  await journey.until(
    'the delivery',
    () => journey.http.call(school, { method: 'GET', path: `/v1/cases/${classId}` }),
    (body) => body['stage'] === 'delivery' && body['isHandedOver'] === false,
  );
  await journey.goTo(cast.startsOn);
  const people = await training.enrollmentsOf(journey, school, classId);
  await journey.must(school, {
    method: 'POST',
    path: `/v1/classes/${classId}/vouchers/verify`,
    body: { enrollmentIds: people.map(({ id }) => id) },
  });
  await training.attend(journey, cast, classId, people, { from: 0, to: 18 });
  await complete(journey, classId);
  await training.attend(journey, cast, classId, people, { from: 18, to: 20 });
  await journey.goTo('2024-10-08');
  await training.assess(journey, cast, classId, people, '2024-10-08');
  await journey.goTo('2024-10-09');
  await training.proveEmployment(journey, cast, people, 24, '2024-10-09');
  const claimId = await claiming.claim(journey, cast, classId, {
    total: '73200.00',
    papers: ['claim-form', 'claim-report', 'business-license'],
  });
  await journey.goTo('2024-10-10');
  await claiming.reviewExcluding(journey, cast, claimId, people.at(-1)?.personId ?? '');
  await journey.goTo('2024-10-11');
  await claiming.signTwice(journey, cast, claimId, '70700.00');
  // The Saturday after is a make-up working day: the fifth complete working day is Thursday.
  const notice = await claiming.noticeOf(journey, cast, { closesOn: '2024-10-17', lines: 29, total: '70700.00' });
  await journey.goTo('2024-10-14');
  await claiming.object(journey, notice, '2500.00');
  await journey.goTo('2024-10-18');
  await claiming.financeReview(journey, cast, claimId, '70700.00');
  await settle(journey, claimId);
  await readPapers(journey, cast, classId, claimId);
  await exportLists(journey, cast, classId, claimId);
}

/** Everybody but the held person is paid; the payment comes back and is made anew; the objection is dismissed and the last person paid. */
async function settle(journey: Journey, claimId: string): Promise<void> {
  const key = await paying.orderOf(journey, cast, claimId, '68200.00');
  const batchId = await paying.pay(journey, cast, key);
  const again = await paying.returnAndReissue(journey, cast, batchId, key);
  await paying.pay(journey, cast, again);
  await journey.goTo('2024-10-21');
  await decide(journey, `${bureau}.leader`, claimId, 'objection', {
    action: 'dismiss',
    reasonCode: 'unfounded',
    comment: '经核查考勤与视频，异议不成立。',
  });
  await paying.pay(journey, cast, await paying.orderOf(journey, cast, claimId, '2500.00'));
  await journey.until(
    'the end',
    () => journey.http.call(`${bureau}.leader`, { method: 'GET', path: `/v1/cases/${claimId}` }),
    (body) => body['status'] === 'closed',
  );
  await paying.closeTheBooks(journey, cast, claimId, '70700.00');
}
