import { huguan as cast } from './cast.ts';
import { Journey, type Breaks } from './journey.ts';
import * as claiming from './steps/claiming.ts';
import * as paying from './steps/paying.ts';
import { enrollPeople, planClass, supplyPapers } from './steps/plan-class.ts';
import { decide } from './steps/tasks.ts';
import * as training from './steps/training.ts';

const { school, bureau } = cast;

/** 提前一周: county and finance look at the filing, then county, city and province activate; only then vouchers hold (HG24 三(一)). */
async function open(journey: Journey, classId: string, people: readonly { id: string }[]): Promise<void> {
  const submit = { method: 'POST' as const, path: `/v1/classes/${classId}/filings/opening/submit`, body: {} };
  const verify = {
    method: 'POST' as const,
    path: `/v1/classes/${classId}/vouchers/verify`,
    body: { enrollmentIds: people.map(({ id }) => id) },
  };
  await supplyPapers(journey, school, classId, 'opening', ['teacher-papers', 'teaching-resources', 'assessment-plan']);
  await journey.must(school, submit);
  journey.tell(school, '提前提交开班申请', { stage: 'opening' });
  await journey.goTo('2024-08-12');
  await decide(journey, `${bureau}.caseworker1`, classId, 'opening', { action: 'approve' });
  await journey.goTo('2024-08-13');
  await decide(journey, `${bureau}.finance-reviewer`, classId, 'opening', { action: 'approve' });
  await journey.mustRefuse(school, 'VOUCHER_TOO_EARLY', verify);
  await decide(journey, `${bureau}.caseworker1`, classId, 'activation', { action: 'approve' });
  await decide(journey, 'cz.caseworker', classId, 'activation', { action: 'approve' });
  await journey.goTo('2024-08-14');
  await decide(journey, 'sx.caseworker', classId, 'activation', { action: 'approve' });
  await journey.until(
    'the delivery',
    () => journey.http.call(school, { method: 'GET', path: `/v1/cases/${classId}` }),
    (body) => body['stage'] === 'delivery' && body['isHandedOver'] === false,
  );
  await journey.goTo(cast.startsOn);
  await journey.must(school, verify);
  journey.tell(school, `验券 ${people.length} 张`, { stage: 'delivery' });
}

async function complete(journey: Journey, classId: string): Promise<void> {
  await supplyPapers(journey, school, classId, 'completion', ['completion-report']);
  await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/filings/completion/submit`, body: {} });
  journey.tell(school, '提交结业申请', { stage: 'completion' });
  await decide(journey, `${bureau}.caseworker1`, classId, 'completion', { action: 'approve' });
}

/**
 * Dismissed during the notice, so that everybody is ordered at once. Then one of them is objected to in writing: the order is stopped, the others are
 * paid, which comes back once and is made anew; the objection is upheld, and what was reserved for that person goes back to the budget.
 */
async function settle(
  journey: Journey,
  claimId: string,
  objected: { readonly notice: claiming.OpenNotice; readonly line: number },
  total: string,
): Promise<void> {
  const stopped = await paying.orderOf(journey, cast, claimId, '70700.00');
  await claiming.objectLate(journey, cast, objected.notice, objected.line);
  const key = await paying.orderOf(journey, cast, claimId, total);
  await journey.mustRefuse(`${bureau}.disburser1`, 'ORDER_NOT_WAITING', {
    method: 'POST',
    path: '/v1/payment-batches',
    body: { orders: [stopped] },
  });
  const batchId = await paying.pay(journey, cast, key);
  const again = await paying.returnAndReissue(journey, cast, batchId, key);
  await paying.pay(journey, cast, again);
  await decide(journey, `${bureau}.leader`, claimId, 'objection', {
    action: 'uphold',
    reasonCode: 'objection-upheld',
    comment: '经核查，异议成立，该人员不予补贴。',
  });
  await journey.until(
    'the end',
    () => journey.http.call(`${bureau}.leader`, { method: 'GET', path: `/v1/cases/${claimId}` }),
    (body) => body['status'] === 'closed',
  );
  await paying.closeTheBooks(journey, cast, claimId, total);
}

/** A project class of Huguan under 壶技能办发〔2024〕1号, with its activation chain and a notice over the National Day. */
export async function huguanProject(url: string, say: (line: string) => void, breaks?: Breaks): Promise<void> {
  const journey = new Journey('huguan-project', url, say, breaks);
  await journey.goTo('2024-08-09');
  const classId = await planClass(journey, cast);
  await enrollPeople(journey, cast, classId);
  await journey.must(school, { method: 'POST', path: `/v1/classes/${classId}/vouchers`, body: {} });
  const people = await training.enrollmentsOf(journey, school, classId);
  await open(journey, classId, people);
  await training.attend(journey, cast, classId, people, { from: 0, to: 16 });
  await complete(journey, classId);
  await training.attend(journey, cast, classId, people, { from: 16, to: 20 });
  await journey.goTo('2024-09-23');
  await training.assess(journey, cast, classId, people, '2024-09-23');
  await journey.goTo('2024-09-24');
  await training.proveEmployment(journey, cast, people, 24, '2024-09-24');
  const claimId = await claiming.claim(journey, cast, classId, {
    total: '73200.00',
    papers: ['claim-form', 'claim-report', 'business-license'],
  });
  await journey.goTo('2024-09-25');
  await claiming.reviewExcluding(journey, cast, claimId, people.at(-1)?.personId ?? '');
  await journey.goTo('2024-09-27');
  await claiming.signTwice(journey, cast, claimId, '70700.00');
  // Sunday the 29th is a make-up day and the first week of October a holiday: the fifth complete working day is the 10th.
  const notice = await claiming.noticeOf(journey, cast, { closesOn: '2024-10-10', lines: 29, total: '70700.00' });
  await journey.goTo('2024-09-30');
  const line = await claiming.object(journey, notice, '2500.00');
  await decide(journey, `${bureau}.leader`, claimId, 'objection', {
    action: 'dismiss',
    reasonCode: 'unfounded',
    comment: '经核查，异议不成立。',
  });
  await journey.goTo('2024-10-11');
  await claiming.financeReview(journey, cast, claimId, '70700.00');
  await settle(journey, claimId, { notice, line }, '68200.00');
}
