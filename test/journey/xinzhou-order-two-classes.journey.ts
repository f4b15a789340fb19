import { classOfOrder } from './cast.ts';
import { Journey, type Breaks } from './journey.ts';
import { SUBSIDY } from './steps/claiming.ts';
import { supplyPapers } from './steps/plan-class.ts';
import { fileClaim, settleClaim, type Settled } from './steps/settling.ts';
import { decide } from './steps/tasks.ts';
import { assess, attend, proveEmployment } from './steps/training.ts';
import { begin, complete, fileClass, type ClassPapers, type People } from './steps/whole-class.ts';

const casts = [classOfOrder(5), classOfOrder(6)] as const;
const [cast] = casts;
const { school, bureau, orderId } = cast;
const papers: ClassPapers = {
  opening: ['opening-report', 'syllabus', 'teacher-papers'],
  completion: ['completion-report', 'completion-review-form', 'assessment-plan'],
};

/** 30 of 30 and 18 of 30 employed: 48 of 60 are exactly 80 % of the order, so everybody is paid, also in the class of 60 % (AMB-19). */
const EMPLOYED = [30, 18] as const;
const settled: Settled = {
  of: { basis: 'order', orderId, subsidy: SUBSIDY },
  total: '146400.00',
  recovery: '0.00',
  closesOn: '2024-12-12',
  paidOn: '2024-12-13',
};

async function train(journey: Journey, classes: readonly { readonly id: string; readonly people: People }[]): Promise<void> {
  const each = async (act: (index: number, id: string, people: People) => Promise<void>) => {
    for (const [index, { id, people }] of classes.entries()) await act(index, id, people);
  };
  await each((index, id, people) => attend(journey, casts[index] ?? cast, id, people, { from: 0, to: 17 }));
  await each((index, id) => complete(journey, casts[index] ?? cast, id, papers));
  await each((index, id, people) => attend(journey, casts[index] ?? cast, id, people, { from: 17, to: 20 }));
  await journey.goTo('2024-12-02');
  await each((index, id, people) => assess(journey, casts[index] ?? cast, id, people, '2024-12-02'));
  await each((index, _id, people) => proveEmployment(journey, casts[index] ?? cast, people, EMPLOYED[index] ?? 0, '2024-12-02'));
}

/** Two classes of one employer order in Xinzhou: 一单一结算, the employment test over the whole order, and no stage of it. */
export async function xinzhouOrderTwoClasses(url: string, say: (line: string) => void, breaks?: Breaks): Promise<void> {
  const journey = new Journey('xinzhou-order-two-classes', url, say, breaks);
  await journey.goTo('2024-10-31');
  const ids: string[] = [];
  for (const one of casts) ids.push(await fileClass(journey, one, papers));
  for (const id of ids) await decide(journey, `${bureau}.caseworker1`, id, 'opening', { action: 'approve' });
  const classes: { id: string; people: People }[] = [];
  for (const id of ids) classes.push({ id, people: await begin(journey, cast, id) });
  const advance = { ...settled.of, settlement: 'advance' };
  await journey.mustRefuse(school, 'CLAIM_NOT_STAGED', { method: 'POST', path: '/v1/claims/preview', body: advance });
  await train(journey, classes);
  await journey.goTo('2024-12-05');
  await supplyPapers(journey, school, ids[0] ?? '', 'claim', ['claim-form', 'claim-report', 'business-license']);
  const claimId = await fileClaim(journey, cast, settled);
  const byClass = { method: 'POST' as const, path: '/v1/claims', body: { classId: ids[1], subsidy: SUBSIDY } };
  const other = await journey.must(school, byClass);
  await journey.mustRefuse(school, 'CLAIM_EXISTS', { method: 'POST', path: `/v1/claims/${String(other.body['id'])}/submit`, body: {} });
  journey.tell(school, '同一订单的另一个班级不能单独申领');
  await settleClaim(journey, cast, claimId, settled);
}
