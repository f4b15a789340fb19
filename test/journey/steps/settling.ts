import type { Cast } from '../cast.ts';
import type { Body } from '../http-client.ts';
import type { Journey } from '../journey.ts';
import { reviewAndSign } from './free-claims.ts';
import { closeTheBooks, orderOf, pay } from './paying.ts';
import { sign } from './tasks.ts';

export interface Settled {
  /** What is claimed for: the class or order, and the stage. */
  readonly of: Body;
  readonly total: string;
  readonly recovery: string;
  readonly closesOn: string;
  readonly paidOn: string;
}

function amountOf(value: unknown): string {
  return (value as { value: string }).value;
}

/** Previews, drafts and submits a claim of the papers that are there; answers its id. */
export async function fileClaim(journey: Journey, { school }: Cast, { of, total, recovery }: Settled): Promise<string> {
  const preview = await journey.must(school, { method: 'POST', path: '/v1/claims/preview', body: of });
  journey.expect('the amount claimed', amountOf(preview.body['total']), total);
  journey.expect('what is to be recovered', amountOf(preview.body['recovery']), recovery);
  const { body } = await journey.must(school, { method: 'POST', path: '/v1/claims', body: of });
  await journey.must(school, { method: 'POST', path: `/v1/claims/${String(body['id'])}/submit`, body: {} });
  journey.tell(school, `提交${String(preview.body['title'])}补贴申领 ${String(body['number'])}，${total} 元，应追回 ${recovery} 元`, {
    stage: 'review',
  });
  return String(body['id']);
}

/** From the review to the settled payment, with the last day of the notice on the way. */
export async function settleClaim(journey: Journey, cast: Cast, claimId: string, { total, closesOn, paidOn }: Settled): Promise<void> {
  const { bureau, region } = cast;
  await reviewAndSign(journey, cast, claimId);
  const list = await journey.until(
    'the public notice',
    () => journey.http.call(null, { method: 'GET', path: `/v1/public/notices?region=${region}&open=true` }),
    (body) => (body['items'] as unknown[]).length > 0,
  );
  const [notice] = list.body['items'] as { closesOn: string }[];
  journey.expect('the last day of the notice', notice?.closesOn, closesOn);
  journey.tell(null, `公示至 ${closesOn}`, { stage: 'public-notice' });
  await journey.goTo(paidOn);
  const reviewer = `${bureau}.finance-reviewer`;
  const { body } = await journey.must(reviewer, { method: 'GET', path: `/v1/claims/${claimId}/recomputation` });
  journey.expect('whether finance computes the same', [body['agrees'], amountOf(body['total'])], [true, total]);
  await sign(journey, reviewer, claimId, 'finance-review', 'approve');
  await pay(journey, cast, await orderOf(journey, cast, claimId, total));
  await journey.until(
    'the end',
    () => journey.http.call(`${bureau}.leader`, { method: 'GET', path: `/v1/cases/${claimId}` }),
    (of) => of['status'] === 'closed',
  );
  await closeTheBooks(journey, cast, claimId, total);
}
