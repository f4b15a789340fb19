import { huguanStaged as cast } from './cast.ts';
import { Journey, type Breaks } from './journey.ts';
import { SUBSIDY } from './steps/claiming.ts';
import { supplyPapers } from './steps/plan-class.ts';
import { fileClaim, settleClaim, type Settled } from './steps/settling.ts';
import { decide } from './steps/tasks.ts';
import { assess, attend, proveEmployment } from './steps/training.ts';
import { begin, complete, fileClass, type ClassPapers } from './steps/whole-class.ts';

const { school, bureau } = cast;
const papers: ClassPapers = { opening: ['teacher-papers', 'teaching-resources', 'assessment-plan'], completion: ['completion-report'] };

async function approve(journey: Journey, classId: string): Promise<void> {
  await decide(journey, `${bureau}.caseworker1`, classId, 'opening', { action: 'approve' });
  await decide(journey, `${bureau}.finance-reviewer`, classId, 'opening', { action: 'approve' });
  for (const login of [`${bureau}.caseworker1`, 'cz.caseworker', 'sx.caseworker'])
    await decide(journey, login, classId, 'activation', { action: 'approve' });
}

/** Ten days for everybody, eight for one: 29 × 1500.00 + 1200.00, whoever will be employed. */
function advance(classId: string): Settled {
  const of = { classId, subsidy: SUBSIDY, settlement: 'advance' };
  return { of, total: '44700.00', recovery: '0.00', closesOn: '2024-11-25', paidOn: '2024-11-26' };
}

/** 20 of 30 are employed, below 80 %: they get the balance, and the advances of the other ten are to be recovered (AMB-18). */
function balance(classId: string): Settled {
  return { of: { classId, subsidy: SUBSIDY }, total: '18500.00', recovery: '15000.00', closesOn: '2024-12-10', paidOn: '2024-12-11' };
}

/** A project class of Huguan settled in two stages: an advance on cumulative days, then the whole class with its employment test. */
export async function huguanStagedClass(url: string, say: (line: string) => void, breaks?: Breaks): Promise<void> {
  const journey = new Journey('huguan-staged', url, say, breaks);
  await journey.goTo('2024-10-25');
  const classId = await fileClass(journey, cast, papers);
  await approve(journey, classId);
  const first = advance(classId);
  const people = await begin(journey, cast, classId);
  await attend(journey, cast, classId, people, { from: 0, to: 10 });
  await journey.goTo('2024-11-18');
  await supplyPapers(journey, school, classId, 'claim', ['claim-form', 'claim-report', 'business-license']);
  const advanceId = await fileClaim(journey, cast, first);
  await settleClaim(journey, cast, advanceId, first);
  await attend(journey, cast, classId, people, { from: 10, to: 16 });
  await complete(journey, cast, classId, papers);
  await attend(journey, cast, classId, people, { from: 16, to: 20 });
  await journey.goTo('2024-12-02');
  await assess(journey, cast, classId, people, '2024-12-02');
  await proveEmployment(journey, cast, people, 20, '2024-12-02');
  const last = balance(classId);
  await journey.goTo('2024-12-03');
  const claimId = await fileClaim(journey, cast, last);
  await settleClaim(journey, cast, claimId, last);
  const { body } = await journey.must(`${bureau}.auditor`, { method: 'GET', path: `/v1/claims/${claimId}` });
  journey.expect('the recovery on record', body['recovery'], { value: '15000.00', currency: 'CNY' });
  const again = await journey.must(school, { method: 'POST', path: '/v1/claims', body: last.of });
  await journey.mustRefuse(school, 'CLAIM_EXISTS', { method: 'POST', path: `/v1/claims/${String(again.body['id'])}/submit`, body: {} });
  journey.tell(school, '最终结算后再次申领被拒绝');
}
