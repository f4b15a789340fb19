import type { Cast } from '../cast.ts';
import type { Body } from '../http-client.ts';
import type { Journey } from '../journey.ts';
import { upload } from '../roster-file.ts';
import { orderOf, pay } from './paying.ts';
import { paper } from './plan-class.ts';
import { decide, sign } from './tasks.ts';

type Bureau = Pick<Cast, 'region' | 'bureau' | 'school'>;

export interface FreeClaim {
  readonly basis: 'list' | 'unit';
  readonly subsidy: string;
  readonly subjects: readonly Body[];
  readonly papers: readonly string[];
  readonly total: string;
  /** How many orders: one for the applicant, or one for each that is paid itself. */
  readonly orders: readonly string[];
}

function amountOf(value: unknown): string {
  return (value as { value: string }).value;
}

/** Draft, persons or units, papers, submission. */
export async function fileFreeClaim(journey: Journey, { school }: Bureau, claim: FreeClaim): Promise<string> {
  const { basis, subsidy, subjects, papers, total } = claim;
  const { body, version: ifMatch = 0 } = await journey.must(school, { method: 'POST', path: '/v1/claims', body: { basis, subsidy } });
  const path = `/v1/claims/${String(body['id'])}`;
  await journey.must(school, { method: 'PUT', path: `${path}/subjects`, body: { subjects }, ifMatch });
  const preview = await journey.must(school, { method: 'GET', path: `${path}/preview` });
  journey.expect(`the amount of ${subsidy}`, amountOf(preview.body['total']), total);
  await journey.mustRefuse(school, 'MATERIAL_MISSING', { method: 'POST', path: `${path}/submit`, body: {} });
  for (const slot of papers) {
    const form = upload(paper(), `${slot}.pdf`, 'application/pdf', { slot });
    await journey.must(school, { method: 'POST', path: `${path}/materials`, body: form });
  }
  await journey.must(school, { method: 'POST', path: `${path}/submit`, body: {} });
  journey.tell(school, `提交${String(preview.body['title'])}申领 ${String(body['number'])}，${total} 元`, { stage: 'review' });
  return String(body['id']);
}

/** Reviewed, and signed by two who had no hand in it. */
export async function reviewAndSign(journey: Journey, { bureau }: Bureau, claimId: string): Promise<void> {
  await decide(journey, `${bureau}.caseworker2`, claimId, 'review', { action: 'approve' });
  await sign(journey, `${bureau}.caseworker1`, claimId, 'sign-off', 'sign');
  await sign(journey, `${bureau}.caseworker2`, claimId, 'sign-off', 'sign');
}

/** What the public may read meanwhile: so many notices, none with a number of anybody. */
export async function noticesOf(journey: Journey, { region }: Bureau, closesOn: string, titles: readonly string[]): Promise<void> {
  const list = await journey.until(
    'the public notices',
    () => journey.http.call(null, { method: 'GET', path: `/v1/public/notices?region=${region}&open=true` }),
    (body) => (body['items'] as unknown[]).length === titles.length,
  );
  const notices = list.body['items'] as { title: string; closesOn: string }[];
  journey.expect('the notices', notices.map(({ title }) => title).sort(), [...titles].sort());
  journey.expect('their last day', [...new Set(notices.map((one) => one.closesOn))], [closesOn]);
  journey.tell(null, `公示 ${titles.length} 项，至 ${closesOn}`, { stage: 'public-notice' });
}

/** Finance computes it again, approves, and every payee is paid by an order of its own. */
export async function payFreeClaim(journey: Journey, cast: Cast, claimId: string, { total, orders }: FreeClaim): Promise<void> {
  const login = `${cast.bureau}.finance-reviewer`;
  const { body } = await journey.must(login, { method: 'GET', path: `/v1/claims/${claimId}/recomputation` });
  journey.expect('whether finance computes the same', [body['agrees'], amountOf(body['total'])], [true, total]);
  await sign(journey, login, claimId, 'finance-review', 'approve');
  for (const amount of orders) await pay(journey, cast, await orderOf(journey, cast, claimId, amount));
  await journey.until(
    'the end',
    () => journey.http.call(`${cast.bureau}.leader`, { method: 'GET', path: `/v1/cases/${claimId}` }),
    (of) => of['status'] === 'closed',
  );
}
