import type { Cast } from '../cast.ts';
import type { Body } from '../http-client.ts';
import type { Journey } from '../journey.ts';

interface Order {
  readonly key: string;
  readonly state: string;
  readonly tranche: number;
  readonly amount: { readonly value: string };
}

/** Waits for an order of so much that waits for a batch. */
export async function orderOf(journey: Journey, { bureau }: Cast, claimId: string, amount: string): Promise<string> {
  const path = `/v1/payment-orders?claimId=${claimId}&state=reserved`;
  const found = (body: Body) => (body['items'] as Order[]).find((order) => order.amount.value === amount);
  const { body } = await journey.until(
    `a payment order of ${amount}`,
    () => journey.http.call(`${bureau}.disburser1`, { method: 'GET', path }),
    (one) => found(one) !== undefined,
  );
  return found(body)?.key ?? '';
}

/** One person builds the batch, cannot release it, another does; the bank settles it. */
export async function pay(journey: Journey, { bureau }: Cast, key: string): Promise<string> {
  const [builder, releaser] = [`${bureau}.disburser1`, `${bureau}.disburser2`];
  const built = await journey.must(builder, { method: 'POST', path: '/v1/payment-batches', body: { orders: [key] } });
  const { id, number, contentSha256 } = built.body as { id: string; number: string; contentSha256: string };
  const release = {
    method: 'POST' as const,
    path: `/v1/payment-batches/${id}/release`,
    ifMatch: built.version ?? 0,
    body: { contentSha256 },
  };
  await journey.http.proveAnew(builder);
  await journey.mustRefuse(builder, 'BATCH_SAME_PERSON', release);
  await journey.http.proveAnew(releaser);
  await journey.must(releaser, release);
  journey.tell(releaser, `复核放行支付批次 ${number}`, { stage: 'payout' });
  const path = `/v1/payment-batches/${id}`;
  await journey.until(
    'the answer of the bank',
    () => journey.http.call(releaser, { method: 'GET', path }),
    (body) => body['state'] === 'closed',
  );
  const file = await journey.must(releaser, { method: 'GET', path: `${path}/file?format=pain001` });
  journey.expect('whether the file names the order', file.bytes.toString('utf8').includes(key), true);
  journey.tell(null, `银行已入账 ${key}`);
  return id;
}

/** The bank returns a settled payment; it is paid anew as the next generation. */
export async function returnAndReissue(journey: Journey, cast: Cast, batchId: string, key: string): Promise<string> {
  const login = `${cast.bureau}.disburser1`;
  const results = [{ key, outcome: 'returned', reason: '账户已注销' }];
  await journey.must(login, { method: 'POST', path: `/v1/payment-batches/${batchId}/results`, body: { results } });
  journey.tell(login, `导入银行回单：${key} 退汇`);
  const { body } = await journey.must(login, { method: 'POST', path: `/v1/payment-orders/${key}/reissue`, body: {} });
  await journey.mustRefuse(login, 'ORDER_NOT_REISSUABLE', { method: 'POST', path: `/v1/payment-orders/${key}/reissue`, body: {} });
  journey.tell(login, `重新支付 ${String(body['key'])}`);
  return String(body['key']);
}

/** The journal of the claim, and that it comes to what the policy says. */
export async function closeTheBooks(journey: Journey, { bureau }: Cast, claimId: string, paid: string): Promise<void> {
  const login = `${bureau}.finance-reviewer`;
  const claim = await journey.must(login, { method: 'GET', path: `/v1/claims/${claimId}` });
  journey.expect('the amount paid in all', (claim.body['paid'] as { value: string }).value, paid);
  journey.expect('the amount still ordered', (claim.body['ordered'] as { value: string }).value, '0.00');
  const { body } = await journey.must(login, { method: 'GET', path: `/v1/ledger?claimId=${claimId}` });
  const balances = new Map<string, bigint>();
  for (const { postings } of body['items'] as { postings: { account: string; amount: { value: string } }[] }[]) {
    for (const { account, amount } of postings)
      balances.set(account, (balances.get(account) ?? 0n) + BigInt(amount.value.replace('.', '')));
  }
  for (const [account, fen] of balances) journey.tell(null, `账户 ${account}  ${fen} 分`);
  const reserved = [...balances].filter(([account]) => account.startsWith('reserved:')).map(([, fen]) => String(fen));
  journey.expect('what is still reserved', reserved, ['0']);
  journey.expect('the sum over all accounts', [...balances.values()].reduce((sum, fen) => sum + fen, 0n).toString(), '0');
  const tracking = await journey.must(login, { method: 'GET', path: `/v1/cases/${claimId}` });
  journey.expect('where the claim stands', [tracking.body['stage'], tracking.body['status']], ['end', 'closed']);
}
