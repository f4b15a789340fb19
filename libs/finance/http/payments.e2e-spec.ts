import { randomUUID } from 'node:crypto';
import { demoAccount, demoOffices } from '#libs/identity';
import { Database, encryptField, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantClaim } from '../../casework/testing/plant-cases.ts';
import { FinanceModule } from '../finance.module.ts';
import { plantOrder, plantSent } from '../testing/plant-order.ts';

const orderOf = `select state, generation, batch_id is not null as "inBatch" from finance.payment_order where claim_id = $1 order by generation`;
const moneyOf = `select ordered_fen::text as ordered, paid_fen::text as paid from finance.claim where id = $1`;
const batchOf = `select state, released_by is not null as "isReleased" from finance.payment_batch where id = $1`;
const forgetAccount = `update institution.institution set payee_name = null, payee_bank = null, payee_account_cipher = null, payee_account_masked = null where id = $1`;
const changeAccount = `insert into institution.payee_change (id, institution_id, payee_name, payee_bank, account_cipher, account_masked, reason, state, proposed_by, decided_by,
  decided_at, effective_on) select gen_random_uuid(), id, name, '壶关县农业银行', $2, '****9999', '原账户已销户，凭开户许可证变更', 'confirmed', gen_random_uuid(), gen_random_uuid(),
  platform.now(), platform.today() from institution.institution where id = $1`;
const ledgerOf = `select e.what, sum(p.amount_fen)::int as sum from finance.journal_entry e join finance.posting p on p.entry_id = e.id where e.claim_id = $1 group by e.id order by e.id`;

describe('payments', () => {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start([FinanceModule]);
  });
  afterAll(() => app.stop());

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const ordered = async () => {
    const { claimId } = await app.asOwner(plantClaim);
    return { claimId, key: await app.asOwner((tx) => plantOrder(tx, claimId)) };
  };
  const post = (
    at: string,
    body?: object,
    login = 'hg.disburser1',
    headers: Record<string, string> = {},
    signedInSecondsAgo = 5,
    secondFactor = true,
  ) => app.as(login, 'POST', `/v1/${at}`, body, { headers, signedInSecondsAgo, secondFactor });
  const get = (at: string, login = 'hg.disburser1') => app.as(login, 'GET', `/v1/${at}`);
  const told = ({ status, body }: Answered) => [status, body['code'] ?? body['state']];
  const idOf = ({ body }: Answered) => String(body['id']);
  const build = (...orders: string[]) => post('payment-batches', { orders });
  const release = (
    batch: Answered,
    login = 'hg.disburser2',
    signedInSecondsAgo = 5,
    changes: { contentSha256?: string; version?: string; secondFactor?: boolean } = {},
  ) =>
    post(
      `payment-batches/${idOf(batch)}/release`,
      { contentSha256: changes.contentSha256 ?? batch.body['contentSha256'] },
      login,
      { 'if-match': changes.version ?? '"1"' },
      signedInSecondsAgo,
      changes.secondFactor,
    );
  const sent = async () => {
    const one = await ordered();
    const batch = await build(one.key);
    await release(batch);
    await app.asOwner((tx) => plantSent(tx, idOf(batch)));
    return { ...one, batchId: idOf(batch) };
  };
  const answer = (batchId: string, ...results: object[]) => post(`payment-batches/${batchId}/results`, { results });

  it('are built into a batch by one, released by another on exactly its content, and only then have a file', async () => {
    const { claimId, key } = await ordered();
    const batch = await build(key);
    expect([batch.status, batch.headers.get('etag')]).toEqual([201, '"1"']);
    expect(batch.body).toMatchObject({ state: 'draft', orderCount: 1, total: { value: '3000.00', currency: 'CNY' }, fileSha256: null });
    expect(JSON.stringify(batch.body)).not.toContain('builtBy');
    expect(told(await get(`payment-batches/${idOf(batch)}/file`))).toEqual([409, 'BATCH_NOT_RELEASED']);
    expect(told(await release(batch))).toEqual([200, 'released']);
    expect(await sql(batchOf, [idOf(batch)])).toEqual([{ state: 'released', isReleased: true }]);
    expect(await sql(`select act from platform.outbox where subject_id = $1`, [idOf(batch)])).toEqual([{ act: 'start' }]);
    const file = await get(`payment-batches/${idOf(batch)}/file`);
    expect(file.headers.get('content-type')).toMatch(/xml/);
    expect(file.bytes.toString()).toContain(`<EndToEndId>${key}</EndToEndId>`);
    expect((await get(`payment-batches/${idOf(batch)}/file?format=xlsx`)).bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await get(`payment-batches/${idOf(batch)}/file?format=cash`)).status).toBe(400);
    expect(await sql(orderOf, [claimId])).toEqual([{ state: 'reserved', generation: 0, inBatch: true }]);
  });

  it('are released by nobody who built the batch, signed a claim in it, signed in too long ago, or gave no one-time code', async () => {
    const { key } = await ordered();
    const batch = await build(key);
    expect(told(await release(batch, 'hg.disburser1'))).toEqual([403, 'BATCH_SAME_PERSON']);
    expect(told(await release(batch, 'hg.disburser2', 400))).toEqual([401, 'LOGIN_TOO_OLD']);
    expect(told(await release(batch, 'hg.disburser2', 5, { secondFactor: false }))).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    expect(told(await release(batch, 'hg.disburser2', 5, { contentSha256: 'f'.repeat(64) }))).toEqual([409, 'BATCH_CHANGED']);
    expect(told(await release(batch, 'hg.disburser2', 5, { contentSha256: 'short' }))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await release(batch, 'hg.disburser2', 5, { version: '"7"' }))).toEqual([412, 'VERSION_STALE']);
    expect(told(await release(batch, 'hg.finance-reviewer'))).toEqual([403, 'FORBIDDEN']);
    expect(told(await release(batch, 'wz.disburser1'))).toEqual([404, 'NOT_FOUND']);
    const { accountId, office } = demoAccount('hg.finance-reviewer');
    await app.as('hg.admin', 'POST', '/v1/grants', { accountId, officeId: office.id, role: 'finance-disburser' });
    expect(told(await release(batch, 'hg.finance-reviewer'))).toEqual([403, 'BATCH_SIGNER']);
    expect(await sql(batchOf, [idOf(batch)])).toEqual([{ state: 'draft', isReleased: false }]);
  });

  it('are released by nobody who had a hand in what the claim says of its trainees', async () => {
    const { claimId, key } = await ordered();
    const batch = await build(key);
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.result-plain', 'set local session_replication_role = replica'));
      const result = `insert into trainee.assessment_result (enrollment_id, class_id, outcome, assessed_on, recorded_by)
        select gen_random_uuid(), class_id, 'passed', '2026-01-20', $2 from finance.claim where id = $1`;
      await tx.rows(statement('test.result', result), [claimId, demoAccount('hg.disburser2').personId]);
    });
    expect(told(await release(batch))).toEqual([403, 'BATCH_CONTRIBUTOR']);
  });

  it('of a batch that is discarded wait again; what is released cannot be discarded', async () => {
    const { claimId, key } = await ordered();
    const first = await build(key);
    const discard = (batch: Answered, version = '"1"') =>
      post(`payment-batches/${idOf(batch)}/discard`, undefined, 'hg.disburser1', { 'if-match': version });
    expect(told(await post(`payment-batches/${idOf(first)}/discard`))).toEqual([428, 'VERSION_REQUIRED']);
    expect(told(await discard(first))).toEqual([200, 'discarded']);
    expect(await sql(orderOf, [claimId])).toEqual([{ state: 'reserved', generation: 0, inBatch: false }]);
    const second = await build(key);
    await release(second);
    expect(told(await discard(second, '"2"'))).toEqual([409, 'BATCH_STEP']);
    expect(told(await release(second, 'hg.disburser2', 5, { version: '"2"' }))).toEqual([409, 'BATCH_STEP']);
  });

  it('go into one batch only, and a batch is never empty', async () => {
    const { key } = await ordered();
    await build(key);
    expect(told(await build(key))).toEqual([422, 'ORDER_NOT_WAITING']);
    expect(told(await build('P-BT14042700000000-0190-1-0'))).toEqual([422, 'ORDER_NOT_WAITING']);
    expect(told(await build('DROP TABLE'))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await post('payment-batches', { orders: [] }))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await post('payment-batches', {}, 'wz.disburser1'))).toEqual([422, 'BATCH_EMPTY']);
    expect(told(await post('payment-batches', {}, 'hg.auditor'))).toEqual([403, 'FORBIDDEN']);
  });

  it('whose payee has no account on record go into no batch, and the answer says who registers one', async () => {
    const { claimId, key } = await ordered();
    const draft = await build((await ordered()).key);
    await sql(forgetAccount, [demoOffices.aimin.id]);
    const refused = await build(key);
    expect([...told(refused), refused.body['pointer'], refused.body['params']]).toEqual([
      ...[422, 'ORDER_NO_ACCOUNT', '/orders/0'],
      { key, payee: demoOffices.aimin.name },
    ]);
    expect(refused.body['detail']).toContain('人社部门');
    expect(told(await post('payment-batches', {}))).toEqual([422, 'ORDER_NO_ACCOUNT']);
    expect((await get(`payment-orders?claimId=${claimId}`)).body['items']).toMatchObject([{ hasAccount: false, batchId: null }]);
    const payments = new Database('payments');
    const into = statement('test.into-batch', `update finance.payment_order set batch_id = $1 where key = $2`);
    await expect(payments.transaction((tx) => tx.rows(into, [idOf(draft), key]))).rejects.toThrow('ORDER_NO_ACCOUNT');
    await payments.close();
    expect(told(await release(draft))).toEqual([200, 'released']);
    expect(told(await get(`payment-batches/${idOf(draft)}/file`))).toEqual([422, 'ORDER_NO_ACCOUNT']);
  });

  it('are built once under one key', async () => {
    const { claimId, key } = await ordered();
    const headers = { 'idempotency-key': randomUUID() };
    const [first, again] = [
      await post('payment-batches', { orders: [key] }, 'hg.disburser1', headers),
      await post('payment-batches', { orders: [key] }, 'hg.disburser1', headers),
    ];
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await sql('select count(distinct batch_id)::int as batches from finance.payment_order where claim_id = $1', [claimId])).toEqual([
      { batches: 1 },
    ]);
  });

  it('are settled by the bank’s answer: shown first, then applied whole, and the ledger balances', async () => {
    const { claimId, key, batchId } = await sent();
    const results = [{ key, outcome: 'settled', amount: '3000.00' }];
    const preview = await post(`payment-batches/${batchId}/results/preview`, { results });
    expect([preview.status, preview.body['items']]).toEqual([200, [{ line: 1, key, outcome: 'settled', match: 'apply' }]]);
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: '300000', paid: '0' }]);
    expect((await answer(batchId, ...results)).body).toEqual({ applied: 1 });
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: '0', paid: '300000' }]);
    expect(await sql(ledgerOf, [claimId])).toEqual([{ what: 'settled', sum: 0 }]);
    expect(await sql(batchOf, [batchId])).toEqual([{ state: 'closed', isReleased: true }]);
    expect((await answer(batchId, ...results)).body).toEqual({ applied: 0 });
    const ledger = await get(`ledger?claimId=${claimId}`, 'hg.auditor');
    expect(ledger.body['items']).toMatchObject([
      { what: 'settled', postings: [{ amount: { value: '-3000.00' } }, { amount: { value: '3000.00' } }] },
    ]);
  });

  it('are answered whole or not at all: every line that matches nothing is named', async () => {
    const { claimId, key, batchId } = await sent();
    const other = await sent();
    const faulty = await answer(
      batchId,
      { key, outcome: 'settled', amount: '2999.99' },
      { key: other.key, outcome: 'settled' },
      { key, outcome: 'returned' },
    );
    expect(told(faulty)).toEqual([422, 'RESULTS_INVALID']);
    expect((faulty.body['errors'] as { code: string; pointer: string }[]).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['RESULT_AMOUNT', '/results/0'],
      ['RESULT_KEY_UNKNOWN', '/results/1'],
      ['RESULT_STEP', '/results/2'],
    ]);
    expect(await sql(orderOf, [claimId])).toMatchObject([{ state: 'submitted' }]);
    expect(told(await post(`payment-batches/${batchId}/results`, { results: [{ key, outcome: 'settled' }] }, 'wz.disburser1'))).toEqual([
      404,
      'NOT_FOUND',
    ]);
    for (const wrong of [
      { key, outcome: 'lost' },
      { key, outcome: 'settled', amount: '3000' },
      { key: 'x', outcome: 'settled' },
      { outcome: 'settled' },
    ])
      expect((await answer(batchId, wrong)).status).toBe(400);
  });

  it('that come back are paid anew as the next generation, once', async () => {
    const { claimId, key, batchId } = await sent();
    expect(told(await post(`payment-orders/${key}/reissue`))).toEqual([409, 'ORDER_NOT_REISSUABLE']);
    await answer(batchId, { key, outcome: 'settled' });
    await answer(batchId, { key, outcome: 'returned', reason: '户名不符' });
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: '0', paid: '0' }]);
    expect(await sql(ledgerOf, [claimId])).toEqual([
      { what: 'settled', sum: 0 },
      { what: 'returned', sum: 0 },
    ]);
    expect(told(await post(`payment-orders/${key}/reissue`, undefined, 'wz.disburser1'))).toEqual([404, 'NOT_FOUND']);
    const outstanding = async () =>
      ((await get(`payment-orders?claimId=${claimId}&state=outstanding`)).body['items'] as { key: string }[]).map((one) => one.key);
    expect(await outstanding()).toEqual([key]);
    const anew = await post(`payment-orders/${key}/reissue`);
    expect(await outstanding()).toEqual([]);
    expect([anew.status, anew.body['key']]).toEqual([201, key.replace(/-0$/, '-1')]);
    expect(told(await post(`payment-orders/${key}/reissue`))).toEqual([409, 'ORDER_NOT_REISSUABLE']);
    expect(await sql(orderOf, [claimId])).toEqual([
      { state: 'returned', generation: 0, inBatch: true },
      { state: 'reserved', generation: 1, inBatch: false },
    ]);
    expect(told(await post(`payment-orders/${randomUUID()}/reissue`))).toEqual([404, 'NOT_FOUND']);
  });

  it('that the bank rejects reserve no money twice', async () => {
    const { claimId, key, batchId } = await sent();
    await answer(batchId, { key, outcome: 'rejected', reason: '账户已销户' });
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: '0', paid: '0' }]);
    expect((await post(`payment-orders/${key}/reissue`)).status).toBe(201);
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: '300000', paid: '0' }]);
  });

  it('of which nobody knows stay unknown: nothing is sent again, and a late answer is taken', async () => {
    const { claimId, key, batchId } = await sent();
    await sql(`update finance.payment_order set state = 'unknown' where key = $1`, [key]);
    expect(told(await post(`payment-orders/${key}/reissue`))).toEqual([409, 'ORDER_NOT_REISSUABLE']);
    expect((await answer(batchId, { key, outcome: 'settled' })).body).toEqual({ applied: 1 });
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: '0', paid: '300000' }]);
  });

  it('are listed by claim and state, page by page, to those of the region and to whom they are paid', async () => {
    const { claimId, key } = await ordered();
    await ordered();
    const keys = async (login: string, query: string) =>
      ((await get(`payment-orders?limit=200&${query}`, login)).body['items'] as { key: string }[]).map((one) => one.key);
    for (const login of ['hg.disburser1', 'hg.aimin', 'hg.auditor', 'cz.caseworker'])
      expect(await keys(login, `claimId=${claimId}&state=reserved`)).toEqual([key]);
    for (const login of ['wz.disburser1', 'hg.huasen', 'sysadmin']) expect(await keys(login, `claimId=${claimId}`)).toEqual([]);
    expect(await keys('hg.disburser1', `claimId=${claimId}&state=settled`)).toEqual([]);
    const first = await get('payment-orders?limit=1');
    expect((await get(`payment-orders?limit=1&cursor=${String(first.body['nextCursor'])}`)).body['items']).not.toEqual(first.body['items']);
    for (const query of ['state=lost', 'claimId=1', 'cursor=x', 'limit=0']) expect((await get(`payment-orders?${query}`)).status).toBe(400);
    const batch = await build(key);
    expect((await get(`payment-batches/${idOf(batch)}`)).body['orders']).toMatchObject([{ key, state: 'reserved' }]);
    expect(JSON.stringify((await get('payment-batches?limit=200', 'hg.auditor')).body)).toContain(idOf(batch));
    expect((await get(`payment-batches/${idOf(batch)}`, 'xz.auditor')).status).toBe(404);
    expect((await get('payment-batches', 'hg.caseworker1')).status).toBe(403);
  });

  it('go to the account that was signed for, whatever was changed since; only what the bank sent back goes to the one in force now', async () => {
    const { aimin } = demoOffices;
    const { key } = await ordered();
    const account = encryptField('6228480000000009999', `institution.institution.payee_account_cipher|${aimin.id}`);
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.payee-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.payee-change', changeAccount), [aimin.id, account]);
    });
    const batch = await build(key);
    await release(batch);
    const fileOf = async (one: Answered) => (await get(`payment-batches/${idOf(one)}/file`)).bytes.toString();
    expect(await fileOf(batch)).toContain('6228480000000008888');
    await app.asOwner((tx) => plantSent(tx, idOf(batch)));
    await answer(idOf(batch), { key, outcome: 'rejected', reason: '账户已销户' });
    const again = await post(`payment-orders/${key}/reissue`);
    const next = await build(String(again.body['key']));
    await release(next);
    expect(await fileOf(next)).toContain('6228480000000009999');
  });
});
