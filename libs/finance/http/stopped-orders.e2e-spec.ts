import { Database, FileStore, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantClaim } from '../../casework/testing/plant-cases.ts';
import { orderPayments } from '../application/order-payments.ts';
import { payoutState } from '../application/payout-state.ts';
import { submitBatch } from '../application/submit-batch.ts';
import type { Bank } from '../bank/bank.ts';
import { FinanceModule } from '../finance.module.ts';
import { endPlanted, plantApproved, plantObjection } from '../testing/plant-objection.ts';
import { plantOrder, plantSent } from '../testing/plant-order.ts';

const ordersOf = `select o.tranche, o.generation, o.state, o.batch_id is not null as "inBatch", (select count(*)::int from finance.payment_order_line l where l.order_id = o.id) as persons
  from finance.payment_order o where o.claim_id = $1 order by o.tranche, o.generation`;
const moneyOf = `select k.ordered_fen::int as ordered, k.paid_fen::int as paid, r.reserved_fen::int as reserved, r.spent_fen::int as spent
  from finance.claim k join finance.reservation r on r.claim_id = k.id where k.id = $1`;
const ledgerOf = `select e.what, p.account_id like 'budget:%' as "toBudget", p.amount_fen::int as amount from finance.journal_entry e join finance.posting p on p.entry_id = e.id
  where e.claim_id = $1 and p.amount_fen > 0 order by e.id`;
const caseOf = `select f.status, s.round, s.outcome from casework.case_file f join casework.stage s on s.case_id = f.id and s.stage = 'payout' where f.id = $1 order by s.round`;

/** A bank that keeps what it was sent. */
class KeepingBank implements Bank {
  readonly sent: string[] = [];

  submit(_tx: unknown, payments: readonly { readonly key: string }[]): Promise<void> {
    this.sent.push(...payments.map(({ key }) => key));
    return Promise.resolve();
  }

  query(): ReturnType<Bank['query']> {
    return Promise.resolve({ answers: [], knows: undefined });
  }
}

describe('orders of people who are objected to after the approval', () => {
  let app: TestApplication;
  let payments: Database;
  let worker: Database;
  beforeAll(async () => {
    app = await TestApplication.start([FinanceModule]);
    [payments, worker] = [new Database('payments'), new Database('worker')];
  });
  afterAll(async () => {
    await Promise.all([payments.close(), worker.close()]);
    await app.stop();
  });

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const ordered = async () => {
    const { claimId, persons } = await app.asOwner(plantClaim);
    const key = await app.asOwner((tx) => plantOrder(tx, claimId));
    await app.asOwner((tx) => plantApproved(tx, claimId));
    return { claimId, key, personId: persons[0] ?? '', otherId: persons[1] ?? '' };
  };
  const object = (claimId: string, personId: string) => app.asOwner((tx) => plantObjection(tx, claimId, personId));
  const end = (id: string, upheld?: { claimId: string; personId: string }) => app.asOwner((tx) => endPlanted(tx, id, upheld));
  const post = (at: string, body?: object, login = 'hg.disburser1', version = '"1"') =>
    app.as(login, 'POST', `/v1/${at}`, body, { headers: { 'if-match': version }, signedInSecondsAgo: 5, secondFactor: true });
  const told = ({ status, body }: Answered) => [status, body['code'] ?? body['state']];
  const idOf = ({ body }: Answered) => String(body['id']);
  const build = (key: string) => post('payment-batches', { orders: [key] });
  const release = (batch: Answered) =>
    post(`payment-batches/${idOf(batch)}/release`, { contentSha256: batch.body['contentSha256'] }, 'hg.disburser2');
  const sent = async () => {
    const one = await ordered();
    const batch = await build(one.key);
    await release(batch);
    await app.asOwner((tx) => plantSent(tx, idOf(batch)));
    return { ...one, batchId: idOf(batch) };
  };
  const answer = (batchId: string, key: string, outcome: string) =>
    post(`payment-batches/${batchId}/results`, { results: [{ key, outcome }] });

  it('are stopped at once, and everybody else is ordered in a tranche of their own', async () => {
    const { claimId, key, personId } = await ordered();
    const objection = await object(claimId, personId);
    expect(await sql(ordersOf, [claimId])).toEqual([{ tranche: 1, generation: 0, state: 'stopped', inBatch: false, persons: 2 }]);
    expect(await sql(moneyOf, [claimId])).toMatchObject([{ ordered: 0, reserved: 300_000 }]);
    expect(told(await build(key))).toEqual([422, 'ORDER_NOT_WAITING']);
    expect(await orderPayments(payments, claimId)).toEqual({ ordered: 1, held: 1 });
    expect(await orderPayments(payments, claimId)).toEqual({ ordered: 0, held: 1 });
    await end(objection);
    expect(await orderPayments(payments, claimId)).toEqual({ ordered: 1, held: 0 });
    expect(await sql(ordersOf, [claimId])).toMatchObject([
      { tranche: 1, state: 'stopped' },
      { tranche: 2, state: 'reserved', persons: 1 },
      { tranche: 3, state: 'reserved', persons: 1 },
    ]);
    expect(await sql(moneyOf, [claimId])).toMatchObject([{ ordered: 300_000, reserved: 300_000 }]);
  });

  it('are ordered anew only on as many signatures as the sign-off asked for, after the notice', async () => {
    const { claimId, personId } = await ordered();
    await object(claimId, personId);
    const change = (text: string) =>
      app.asOwner(async (tx) => {
        await tx.rows(statement('test.change-plain', 'set local session_replication_role = replica'));
        await tx.rows(statement(`test.change.${text.length}`, text), [claimId]);
      });
    await change(`update casework.stage set signers = 3 where case_id = $1 and stage = 'sign-off'`);
    await expect(orderPayments(payments, claimId)).rejects.toThrow('ORDER_UNSIGNED');
    await change(`update casework.stage set signers = 2 where case_id = $1 and stage = 'sign-off'`);
    await change(`update casework.public_notice set closes_at = platform.now() + interval '1 minute' where claim_id = $1`);
    await expect(orderPayments(payments, claimId)).rejects.toThrow('NOTICE_OPEN');
    await change(`update casework.public_notice set closes_at = platform.now() where claim_id = $1`);
    expect(await orderPayments(payments, claimId)).toEqual({ ordered: 1, held: 1 });
  });

  it('keep a batch that was built from being released: it is discarded and built anew', async () => {
    const { claimId, key, personId } = await ordered();
    const batch = await build(key);
    await object(claimId, personId);
    const refused = await release(batch);
    expect([...told(refused), refused.body['params']]).toEqual([409, 'BATCH_ORDER_STOPPED', { key }]);
    expect(told(await post(`payment-batches/${idOf(batch)}/discard`))).toEqual([200, 'discarded']);
  });

  it('in a batch that was released are not sent: the batch is given up, and its other orders wait for a new one', async () => {
    const [mine, other] = [await ordered(), await ordered()];
    const batch = await post('payment-batches', { orders: [mine.key, other.key] });
    expect(told(await release(batch))).toEqual([200, 'released']);
    await object(mine.claimId, mine.personId);
    const bank = new KeepingBank();
    expect(await submitBatch(payments, new FileStore(), bank, idOf(batch))).toBe(false);
    expect(bank.sent).toEqual([]);
    expect(await sql('select state from finance.payment_batch where id = $1', [idOf(batch)])).toEqual([{ state: 'discarded' }]);
    expect(await sql(ordersOf, [mine.claimId])).toMatchObject([{ state: 'stopped', inBatch: true }]);
    expect(await sql(ordersOf, [other.claimId])).toMatchObject([{ state: 'reserved', inBatch: false }]);
    const again = await build(other.key);
    await release(again);
    expect(await submitBatch(payments, new FileStore(), bank, idOf(again))).toBe(true);
    expect(bank.sent).toEqual([other.key]);
  });

  it('that the bank sent back are paid anew without who was left out, and what was reserved for them goes back to the budget', async () => {
    const { claimId, key, batchId, personId } = await sent();
    await object(claimId, personId).then((id) => end(id, { claimId, personId }));
    expect(await payoutState(worker, claimId)).toEqual({ outcome: null });
    await answer(batchId, key, 'rejected');
    const anew = await post(`payment-orders/${key}/reissue`);
    expect([anew.status, anew.body['key']]).toEqual([201, key.replace(/-1-0$/, '-2-0')]);
    expect(told(await post(`payment-orders/${key}/reissue`))).toEqual([409, 'ORDER_NOT_REISSUABLE']);
    const batch = await build(String(anew.body['key']));
    await release(batch);
    await app.asOwner((tx) => plantSent(tx, idOf(batch)));
    await answer(idOf(batch), String(anew.body['key']), 'settled');
    expect(await payoutState(worker, claimId)).toEqual({ outcome: 'paid' });
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: 0, paid: 150_000, reserved: 0, spent: 150_000 }]);
    expect(await sql(ledgerOf, [claimId])).toEqual([
      { what: 'settled', toBudget: false, amount: 150_000 },
      { what: 'released', toBudget: true, amount: 150_000 },
    ]);
  });

  it('are not paid anew where nobody is left in them, and the claim ends without a fen', async () => {
    const { claimId, key, batchId, personId, otherId } = await sent();
    await answer(batchId, key, 'rejected');
    const [one, other] = [await object(claimId, personId), await object(claimId, otherId)];
    await end(one, { claimId, personId });
    expect(told(await post(`payment-orders/${key}/reissue`))).toEqual([409, 'ORDER_HELD']);
    await end(other, { claimId, personId: otherId });
    expect(told(await post(`payment-orders/${key}/reissue`))).toEqual([409, 'ORDER_EXCLUDED']);
    const outstanding = await app.as('hg.disburser1', 'GET', `/v1/payment-orders?claimId=${claimId}&state=outstanding`);
    expect(outstanding.body['items']).toEqual([]);
    expect(await payoutState(worker, claimId)).toEqual({ outcome: 'paid' });
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: 0, paid: 0, reserved: 0, spent: 0 }]);
  });

  it('open the payment of a paid claim again when the money comes back, until it is paid anew', async () => {
    const { claimId, key, batchId } = await sent();
    expect(await payoutState(worker, claimId)).toEqual({ outcome: null });
    await answer(batchId, key, 'settled');
    expect(await payoutState(worker, claimId)).toEqual({ outcome: 'paid' });
    expect(await sql(caseOf, [claimId])).toEqual([{ status: 'closed', round: 1, outcome: 'paid' }]);
    await answer(batchId, key, 'returned');
    expect(await sql(caseOf, [claimId])).toEqual([
      { status: 'open', round: 1, outcome: 'paid' },
      { status: 'open', round: 2, outcome: null },
    ]);
    expect(await sql(`select count(*)::int as told from platform.outbox where subject_id = $1`, [claimId])).toEqual([{ told: 2 }]);
    expect(await payoutState(worker, claimId)).toEqual({ outcome: null });
    const next = String((await post(`payment-orders/${key}/reissue`)).body['key']);
    const batch = await build(next);
    await release(batch);
    await app.asOwner((tx) => plantSent(tx, idOf(batch)));
    await answer(idOf(batch), next, 'settled');
    expect(await payoutState(worker, claimId)).toEqual({ outcome: 'paid' });
    expect(await sql(moneyOf, [claimId])).toEqual([{ ordered: 0, paid: 300_000, reserved: 0, spent: 300_000 }]);
    expect((await sql<{ status: string }>(caseOf, [claimId]))[1]).toEqual({ status: 'closed', round: 2, outcome: 'paid' });
  });

  it.each<[string, string, string]>([
    ['stop money nobody objects to', `update finance.payment_order set state = 'stopped' where key = $1`, 'ORDER_STEP'],
    [
      'give up a released batch without a reason',
      `update finance.payment_batch b set state = 'discarded' from finance.payment_order o where o.key = $1 and b.id = o.batch_id`,
      'BATCH_STEP',
    ],
    ['free what is reserved', `select finance.release_rest(o.claim_id) from finance.payment_order o where o.key = $1`, 'permission denied'],
    [
      'stop orders itself',
      `select finance.published_stop_orders(o.claim_id) from finance.payment_order o where o.key = $1`,
      'permission denied',
    ],
  ])('the role of payments cannot %s', async (_what, text, code) => {
    const { key } = await ordered();
    await release(await build(key));
    const hostile = statement(`test.hostile.${code}${text.length}`, text);
    await expect(payments.transaction((tx) => tx.rows(hostile, [key]))).rejects.toThrow(code);
  });

  it('with somebody left out in them are sent by no statement', async () => {
    const { claimId, key, personId } = await ordered();
    const objection = await object(claimId, personId);
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.unstop-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.unstop', `update finance.payment_order set state = 'reserved' where key = $1`), [key]);
    });
    const send = statement('test.send', `update finance.payment_order set state = 'submitted' where key = $1`);
    await expect(payments.transaction((tx) => tx.rows(send, [key]))).rejects.toThrow('ORDER_HELD');
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.unstop-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.upheld', `update casework.objection set state = 'upheld', ended_at = platform.now() where id = $1`), [
        objection,
      ]);
      await tx.rows(
        statement('test.left-out', `insert into casework.line_exclusion values ($1, $2, gen_random_uuid(), 'x', null, gen_random_uuid())`),
        [claimId, personId],
      );
    });
    await expect(payments.transaction((tx) => tx.rows(send, [key]))).rejects.toThrow('ORDER_EXCLUDED');
  });
});
