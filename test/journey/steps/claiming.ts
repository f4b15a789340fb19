import type { Cast } from '../cast.ts';
import type { Journey } from '../journey.ts';
import { decide, sign, taskOf } from './tasks.ts';
import { supplyPapers } from './plan-class.ts';

export const SUBSIDY = 'order-project-training';

function amountOf(value: unknown): string {
  return (value as { value: string }).value;
}

/** Preview, draft, submission: refused while papers are missing. */
export async function claim(
  journey: Journey,
  { school }: Cast,
  classId: string,
  expected: { readonly total: string; readonly papers: readonly string[] },
): Promise<string> {
  const of = { classId, subsidy: SUBSIDY };
  const preview = await journey.must(school, { method: 'POST', path: '/v1/claims/preview', body: of });
  journey.expect('the amount claimed', amountOf(preview.body['total']), expected.total);
  journey.expect('whether everybody trained is paid', preview.body['isFullPay'], true);
  const { body } = await journey.must(school, { method: 'POST', path: '/v1/claims', body: of });
  const claimId = String(body['id']);
  await journey.mustRefuse(school, 'MATERIAL_MISSING', { method: 'POST', path: `/v1/claims/${claimId}/submit`, body: {} });
  await supplyPapers(journey, school, classId, 'claim', expected.papers);
  await journey.must(school, { method: 'POST', path: `/v1/claims/${claimId}/submit`, body: {} });
  journey.tell(school, `提交补贴申领 ${String(body['number'])}，${expected.total} 元`, { stage: 'review' });
  return claimId;
}

/** The reviewer leaves one person out, who is not employed; the rest is accepted. */
export async function reviewExcluding(journey: Journey, { bureau }: Cast, claimId: string, personId: string): Promise<void> {
  const exclusions = [{ personId, reasonCode: 'insured-elsewhere', clause: 'AMB-44' }];
  await decide(journey, `${bureau}.caseworker2`, claimId, 'review', { action: 'approve', exclusions, comment: '核减 1 人' });
}

/** Two different persons sign what was on the screen; the same person under another account, or on an old package, is refused. */
export async function signTwice(journey: Journey, { bureau, school }: Cast, claimId: string, expected: string): Promise<void> {
  await sign(journey, `${bureau}.caseworker1`, claimId, 'sign-off', 'sign');
  const task = await taskOf(journey, `${bureau}.caseworker2`, claimId, 'sign-off');
  const { sha256, amount } = task.detail['package'] as { sha256: string; amount: { value: string } };
  journey.expect('the amount of the sealed package', amount.value, expected);
  const again = {
    method: 'POST' as const,
    path: `/v1/tasks/${task.id}/decision`,
    ifMatch: task.version,
    body: { action: 'sign', packageSha256: sha256 },
  };
  for (const login of [`${bureau}.caseworker1`, `${bureau}.twin`]) {
    await journey.http.proveAnew(login);
    await journey.mustRefuse(login, 'SIGNER_SIGNED_BEFORE', again);
  }
  await journey.mustRefuse(school, 'TASK_OTHER_OFFICE', again);
  await journey.http.proveAnew(`${bureau}.caseworker2`);
  await journey.mustRefuse(`${bureau}.caseworker2`, 'PACKAGE_STALE', { ...again, body: { action: 'sign', packageSha256: 'f'.repeat(64) } });
  journey.tell(null, '第一签字人、其第二账号、申报单位均不能作第二签字人；旧材料包不能签');
  await sign(journey, `${bureau}.caseworker2`, claimId, 'sign-off', 'sign');
}

export interface OpenNotice {
  readonly id: string;
  readonly closesOn: string;
}

/** The public sees the notice, masked, until the policy's last working day. */
export async function noticeOf(
  journey: Journey,
  cast: Cast,
  expected: { readonly closesOn: string; readonly lines: number; readonly total: string },
): Promise<OpenNotice> {
  const path = `/v1/public/notices?region=${cast.region}&open=true`;
  const list = await journey.until(
    'the public notice',
    () => journey.http.call(null, { method: 'GET', path }),
    (body) => (body['items'] as unknown[]).length > 0,
  );
  const [notice] = list.body['items'] as { id: string; closesOn: string; lineCount: number; total: { value: string } }[];
  if (!notice) throw new Error('no notice');
  journey.expect('the last day of the notice', notice.closesOn, expected.closesOn);
  journey.expect('the persons published', notice.lineCount, expected.lines);
  journey.expect('the amount published', notice.total.value, expected.total);
  journey.tell(null, `公示 ${notice.lineCount} 人、${notice.total.value} 元，至 ${notice.closesOn}`, { stage: 'public-notice' });
  return notice;
}

/** Somebody objects to a line of such an amount; only that person is held. */
export async function object(journey: Journey, notice: OpenNotice, amount: string): Promise<number> {
  const shown = await journey.must(null, { method: 'GET', path: `/v1/public/notices/${notice.id}` });
  const lines = shown.body['lines'] as readonly { readonly lineNumber: number; readonly amount: { readonly value: string } }[];
  const line = lines.find((one) => one.amount.value === amount)?.lineNumber ?? 0;
  const { body } = await journey.must(null, {
    method: 'POST',
    path: `/v1/public/notices/${notice.id}/objections`,
    body: { lines: [line], facts: '此人培训期间在外地务工，请核实。' },
  });
  journey.tell(null, `公众对第 ${line} 项提出异议，回执 ${String(body['receiptNumber'])}，答复期限 ${String(body['dueOn'])}`);
  return line;
}

/** After finance has approved, somebody writes to the bureau, and an officer registers it: whom it names is paid by no order that was not sent. */
export async function objectLate(journey: Journey, { bureau }: Cast, notice: OpenNotice, line: number): Promise<void> {
  const login = `${bureau}.caseworker1`;
  const { body } = await journey.must(login, {
    method: 'POST',
    path: `/v1/notices/${notice.id}/objections`,
    body: { lines: [line], facts: '书面反映此人未参加培训。' },
  });
  journey.expect('whether it is late', body['isLate'], true);
  journey.tell(login, `登记公示期满后的书面异议（第 ${line} 项），回执 ${String(body['receiptNumber'])}`);
}

/** Finance computes everything again by itself, then reviews and signs. */
export async function financeReview(journey: Journey, { bureau }: Cast, claimId: string, total: string): Promise<void> {
  const login = `${bureau}.finance-reviewer`;
  const { body } = await journey.must(login, { method: 'GET', path: `/v1/claims/${claimId}/recomputation` });
  journey.expect('whether finance computes the same', [body['agrees'], amountOf(body['total'])], [true, total]);
  await sign(journey, login, claimId, 'finance-review', 'approve');
}
