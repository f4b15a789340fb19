import { randomUUID } from 'node:crypto';
import { statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantClaim } from '../../casework/testing/plant-cases.ts';
import { FinanceModule } from '../finance.module.ts';
import { plantOrder } from '../testing/plant-order.ts';

const rows = `select fund, total_fen::text as total, version from finance.budget_line where id = $1`;

describe('budget lines', () => {
  let app: TestApplication;
  let funds = 0;
  beforeAll(async () => {
    app = await TestApplication.start([FinanceModule]);
  });
  afterAll(() => app.stop());

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const line = (changes: object = {}) => ({
    fund: `职业技能提升专账资金${++funds}`,
    region: '140427',
    year: 2026,
    total: '5000000.00',
    ...changes,
  });
  const add = (changes: object = {}, login = 'hg.finance-reviewer') => app.as(login, 'POST', '/v1/budget-lines', line(changes));
  const change = (id: string, total: string, version = '"1"', login = 'hg.finance-reviewer') =>
    app.as(login, 'PATCH', `/v1/budget-lines/${id}`, { total }, { headers: { 'if-match': version } });
  const told = ({ status, body }: Answered) => [status, body['code']];
  const idOf = ({ body }: Answered) => String(body['id']);

  it('are added once a fund, region and year, and shown with what is free of them', async () => {
    const added = await add();
    expect([added.status, added.headers.get('etag')]).toEqual([201, '"1"']);
    expect(added.body).toMatchObject({
      total: { value: '5000000.00', currency: 'CNY' },
      reserved: { value: '0.00' },
      spent: { value: '0.00' },
      free: { value: '5000000.00' },
    });
    expect(told(await add({ fund: added.body['fund'] }))).toEqual([409, 'BUDGET_LINE_EXISTS']);
    const listed = async (login: string) => JSON.stringify((await app.as(login, 'GET', '/v1/budget-lines')).body);
    for (const login of ['hg.disburser1', 'hg.auditor', 'hg.admin']) expect(await listed(login)).toContain(idOf(added));
    expect(await listed('wz.finance-reviewer')).not.toContain(idOf(added));
    for (const login of ['hg.caseworker1', 'hg.aimin']) expect((await app.as(login, 'GET', '/v1/budget-lines')).status).toBe(403);
  });

  it('are changed from the version that was seen, by finance of the region', async () => {
    const id = idOf(await add());
    expect(told(await app.as('hg.finance-reviewer', 'PATCH', `/v1/budget-lines/${id}`, { total: '1.00' }))).toEqual([
      428,
      'VERSION_REQUIRED',
    ]);
    const changed = await change(id, '6000000.5');
    expect([changed.status, changed.headers.get('etag'), changed.body['total']]).toEqual([
      200,
      '"2"',
      { value: '6000000.50', currency: 'CNY' },
    ]);
    expect(told(await change(id, '7000000'))).toEqual([412, 'VERSION_STALE']);
    expect(told(await change(id, '7000000', '"2"', 'wz.finance-reviewer'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await change(id, '7000000', '"2"', 'hg.disburser1'))).toEqual([403, 'FORBIDDEN']);
    expect(told(await change(randomUUID(), '1.00'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await change(id, '7000000', '2'))).toEqual([400, 'REQUEST_MALFORMED']);
    expect(await sql(rows, [id])).toMatchObject([{ total: '600000050', version: 2 }]);
  });

  it('never fall below what is reserved of them', async () => {
    const { claimId } = await app.asOwner(plantClaim);
    await app.asOwner((tx) => plantOrder(tx, claimId));
    const [held] = await sql<{ id: string; version: number; total: string }>(
      `select b.id, b.version, b.total_fen::text as total from finance.budget_line b join finance.reservation r on r.budget_line_id = b.id where r.claim_id = $1`,
      [claimId],
    );
    expect(told(await change(held?.id ?? '', '0.01', `"${held?.version ?? 0}"`))).toEqual([409, 'BUDGET_INSUFFICIENT']);
    expect(await sql(rows, [held?.id])).toMatchObject([{ total: held?.total, version: held?.version }]);
  });

  it.each<[string, object]>([
    ['a negative total', { total: '-1.00' }],
    ['a total of a thousandth', { total: '1.001' }],
    ['a total in scientific notation', { total: '1e9' }],
    ['a total that is a number', { total: 5 }],
    ['a total in full-width digits', { total: '１２' }],
    ['a total beyond all money', { total: '9'.repeat(14) }],
    ['a year long past', { year: 1999 }],
    ['a year that is half a year', { year: 2026.5 }],
    ['a region that is none', { region: '000000' }],
    ['no fund', { fund: '' }],
    ['what is reserved already', { reservedFen: '100' }],
  ])('are refused with %s', async (_what, changes) => {
    expect(told(await add(changes))).toEqual([400, 'REQUEST_INVALID']);
  });

  it('of another region are not added', async () => {
    expect(told(await add({ region: '140928' }))).toEqual([404, 'NOT_FOUND']);
  });

  it('have a ledger that is read by claim, by finance and auditors of its region', async () => {
    const { claimId } = await app.asOwner(plantClaim);
    const read = (login: string, query = `claimId=${claimId}`) => app.as(login, 'GET', `/v1/ledger?${query}`);
    expect((await read('hg.auditor')).body).toEqual({ items: [], nextCursor: null });
    expect((await read('wz.auditor')).status).toBe(404);
    expect((await read('hg.caseworker1')).status).toBe(403);
    expect((await read('hg.auditor', '')).status).toBe(400);
    expect((await read('hg.auditor', 'claimId=1')).status).toBe(400);
  });
});
