import { createHash, randomUUID } from 'node:crypto';
import { Database, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantClaim } from '../../casework/testing/plant-cases.ts';
import { plantClass, plantCompletion, plantEnrollment, plantTrained } from '../../trainee/testing/plant-class.ts';
import { FinanceActivities } from '../activities/finance.activities.ts';
import { FinanceModule } from '../finance.module.ts';
import { plantOrder } from '../testing/plant-order.ts';

const assessed = {
  opening: 'approved',
  activation: 'activated',
  delivery: 'completion-filed',
  completion: 'approved',
  assessment: 'assessed',
};
const claimOf = `select status, submitted_version as version, amount_fen::text as amount from finance.claim where id = $1`;
const linesOf = `select amount_fen::text as amount from finance.claim_line where claim_id = $1 order by amount_fen`;
const frozen = `select version, jsonb_array_length(facts) as persons from finance.claim_submission where claim_id = $1`;
const road = `select act, reason from platform.outbox where subject_id = $1 order by seq`;
/** Somebody adds a fen to the first line of what was sealed. */
const tampered = `update finance.package_version set document = jsonb_set(document::jsonb, '{lines,0,amountFen}', '"75001"')::text where claim_id = $1`;
const SUBSIDY = 'order-project-training';

describe('claims of a class', () => {
  let app: TestApplication;
  let worker: Database;
  let sequence = 600;
  beforeAll(async () => {
    app = await TestApplication.start([FinanceModule]);
    worker = new Database('worker');
  });
  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const classOf = async (stages: Record<string, string | null> = assessed) => {
    const classId = await app.asOwner((tx) => plantClass(tx, stages));
    for (let person = 0; person < 2; person++) await app.asOwner((tx) => plantEnrollment(tx, classId, ++sequence));
    await app.asOwner((tx) => plantCompletion(tx, classId));
    await app.asOwner((tx) => plantTrained(tx, classId));
    return classId;
  };
  const post = (at: string, body?: object, login = 'hg.aimin', headers: Record<string, string> = {}) =>
    app.as(login, 'POST', `/v1/claims${at}`, body, { headers });
  const get = (at: string, login = 'hg.aimin') => app.as(login, 'GET', `/v1/claims${at}`);
  const codesOf = ({ body }: Answered) => ((body['errors'] ?? []) as { code: string }[]).map(({ code }) => code);
  const told = ({ status, body }: Answered) => [status, body['code']];
  const draft = async () => {
    const classId = await classOf();
    return { classId, id: String((await post('', { classId, subsidy: SUBSIDY })).body['id']) };
  };
  /** Uploads what the refusal of a submission says is missing. */
  const complete = async (id: string) => {
    const { body } = await post(`/${id}/submit`);
    for (const { code, pointer } of (body['errors'] ?? []) as { code: string; pointer: string }[]) {
      expect(code).toBe('MATERIAL_MISSING');
      const form = new FormData();
      form.set('slot', pointer.replace('/materials/', ''));
      form.set('file', new Blob([`%PDF-1.7\n${pointer}`]), '材料.pdf');
      expect((await app.as('hg.aimin', 'POST', `/v1/claims/${id}/materials`, form)).status).toBe(201);
    }
  };
  const submitted = async () => {
    const claim = await draft();
    await complete(claim.id);
    const answer = await post(`/${claim.id}/submit`);
    return { ...claim, answer };
  };

  it('are computed before anything is written: each person’s amount with its arithmetic and clause', async () => {
    const classId = await classOf();
    const { status, body } = await post('/preview', { classId, subsidy: SUBSIDY });
    expect([status, body['total'], body['trained'], body['isFullPay']]).toEqual([200, { value: '1500.00', currency: 'CNY' }, 2, true]);
    const [line] = body['lines'] as { amount: object; explanation: { steps: { arithmetic: string; clause: string }[] } }[];
    expect(line?.amount).toEqual({ value: '750.00', currency: 'CNY' });
    expect(line?.explanation.steps[0]).toMatchObject({
      arithmetic: expect.stringContaining('150.00') as string,
      clause: expect.stringMatching(/\S/) as string,
    });
    expect(await sql('select 1 from finance.claim where class_id = $1', [classId])).toEqual([]);
  });

  it('are submitted once a class, with everything they rest on frozen', async () => {
    const { classId, id } = await draft();
    const early = await post(`/${id}/submit`);
    expect(told(early)).toEqual([422, 'CLAIM_INCOMPLETE']);
    expect(await sql(frozen, [id])).toEqual([]);
    await complete(id);
    const answer = await post(`/${id}/submit`);
    expect([answer.status, answer.body]).toEqual([201, { id, submittedVersion: 1, amount: { value: '1500.00', currency: 'CNY' } }]);
    expect(await sql(claimOf, [id])).toMatchObject([{ status: 'submitted', version: 1 }]);
    expect(await sql(linesOf, [id])).toEqual([{ amount: '75000' }, { amount: '75000' }]);
    expect(await sql(frozen, [id])).toEqual([{ version: 1, persons: 2 }]);
    expect(await sql(road, [id])).toEqual([{ act: 'start', reason: 'start' }]);
    expect(told(await post(`/${id}/submit`))).toEqual([409, 'CLAIM_UNDER_REVIEW']);
    const second = String((await post('', { classId, subsidy: SUBSIDY })).body['id']);
    expect(codesOf(await post(`/${second}/submit`))).toContain('CLAIM_EXISTS');
  });

  it('are not submitted before their class is assessed', async () => {
    const classId = await classOf({
      opening: 'approved',
      activation: 'activated',
      delivery: 'completion-filed',
      completion: 'approved',
      assessment: null,
    });
    const { body } = await post('', { classId, subsidy: SUBSIDY });
    expect(codesOf(await post(`/${String(body['id'])}/submit`))).toContain('CLAIM_NOT_ASSESSED');
    expect(await sql(frozen, [body['id']])).toEqual([]);
  });

  it('are taken back before anybody has accepted them, and submitted again as a new version', async () => {
    const { id } = await submitted();
    expect((await post(`/${id}/withdraw`)).body).toEqual({ id });
    expect(await sql(claimOf, [id])).toMatchObject([{ status: 'withdrawn' }]);
    expect(told(await post(`/${id}/withdraw`))).toEqual([409, 'CLAIM_NOT_WITHDRAWABLE']);
    expect((await post(`/${id}/submit`)).body['submittedVersion']).toBe(2);
    expect((await sql<{ version: number }>(frozen, [id])).map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  it('are drafted and submitted once, however often they are sent', async () => {
    const classId = await classOf();
    const key = { 'idempotency-key': randomUUID() };
    const [first, again] = [
      await post('', { classId, subsidy: SUBSIDY }, 'hg.aimin', key),
      await post('', { classId, subsidy: SUBSIDY }, 'hg.aimin', key),
    ];
    expect([again.status, again.body]).toEqual([201, first.body]);
    const id = String(first.body['id']);
    await complete(id);
    const answers = await Promise.all([post(`/${id}/submit`), post(`/${id}/submit`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await sql(frozen, [id])).toHaveLength(1);
  });

  it.each<[string, () => Promise<object>, string, number, string]>([
    [
      'for a subsidy the policy does not know',
      async () => ({ classId: await classOf(), subsidy: 'free-lunch' }),
      'hg.aimin',
      422,
      'CLAIM_SUBSIDY_UNKNOWN',
    ],
    ['for another institution’s class', async () => ({ classId: await classOf(), subsidy: SUBSIDY }), 'hg.huasen', 404, 'NOT_FOUND'],
    ['for a class there is not', () => Promise.resolve({ classId: randomUUID(), subsidy: SUBSIDY }), 'hg.aimin', 404, 'NOT_FOUND'],
    ['by an official', async () => ({ classId: await classOf(), subsidy: SUBSIDY }), 'hg.caseworker1', 403, 'FORBIDDEN'],
    [
      'with an amount of one’s own',
      async () => ({ classId: await classOf(), subsidy: SUBSIDY, amountFen: '1' }),
      'hg.aimin',
      400,
      'REQUEST_INVALID',
    ],
    ['for no subsidy', async () => ({ classId: await classOf() }), 'hg.aimin', 400, 'REQUEST_INVALID'],
    ['for a class that is no id', () => Promise.resolve({ classId: 'one', subsidy: SUBSIDY }), 'hg.aimin', 400, 'REQUEST_INVALID'],
  ])('are not drafted %s', async (_what, body, login, status, code) => {
    const before = await sql('select count(*)::int as claims from finance.claim', []);
    expect(told(await post('', await body(), login))).toEqual([status, code]);
    expect(await sql('select count(*)::int as claims from finance.claim', [])).toEqual(before);
  });

  it('are shown with each line masked, and listed page by page, to those they concern', async () => {
    const { id } = await submitted();
    await draft();
    const shown = await get(`/${id}`, 'hg.caseworker1');
    expect([shown.headers.get('etag'), shown.body['linesTotal']]).toEqual([
      `"${String(shown.body['version'])}"`,
      { value: '1500.00', currency: 'CNY' },
    ]);
    expect(shown.body['lines']).toMatchObject([
      { name: '侯**', maskedIdNumber: expect.stringContaining('****') as string },
      { state: 'included' },
    ]);
    expect(JSON.stringify(shown.body)).not.toMatch(/买买提|\d{17}[\dX]/);
    const first = await get('?limit=1');
    const second = await get(`?limit=1&cursor=${String(first.body['nextCursor'])}`);
    expect((second.body['items'] as { id: string }[])[0]?.id).not.toBe((first.body['items'] as { id: string }[])[0]?.id);
    for (const login of ['hg.huasen', 'wz.finance-reviewer', 'sysadmin']) {
      for (const at of [`/${id}`, `/${id}/package`]) expect((await get(at, login)).status).toBe(404);
      expect(JSON.stringify((await get('?limit=200', login)).body)).not.toContain(id);
      expect((await post(`/${id}/submit`, undefined, login)).status).toBeGreaterThanOrEqual(403);
    }
    for (const query of ['cursor=x', 'limit=0', 'limit=201', 'surprise=1']) expect((await get(`?${query}`)).status).toBe(400);
  });

  it('have a package once they are accepted: exactly the bytes that are signed, with their hash', async () => {
    const { id } = await submitted();
    expect(told(await get(`/${id}/package`, 'hg.leader'))).toEqual([409, 'PACKAGE_MISSING']);
    const { claimId } = await app.asOwner(plantClaim);
    await app.asOwner((tx) => plantOrder(tx, claimId));
    const sealed = await get(`/${claimId}/package`, 'hg.leader');
    expect([sealed.status, sealed.headers.get('x-package-version')]).toEqual([200, '1']);
    const [row] = await sql<{ document: string }>('select document from finance.package_version where claim_id = $1', [claimId]);
    expect(createHash('sha256').update(sealed.bytes).digest('hex')).toBe(
      createHash('sha256')
        .update(row?.document ?? '')
        .digest('hex'),
    );
    expect(sealed.headers.get('repr-digest')).toMatch(/^sha-256=:[A-Za-z0-9+/]{43}=:$/);
  });

  it('are recomputed by finance in its own way, and every difference is named', async () => {
    const { id } = await submitted();
    await new FinanceActivities(worker).sealPackage(id);
    const recompute = (login = 'hg.finance-reviewer') => get(`/${id}/recomputation`, login);
    expect((await recompute()).body).toEqual({ agrees: true, persons: 2, total: { value: '1500.00', currency: 'CNY' }, differences: [] });
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.claims-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.claims-tampered', tampered), [id]);
    });
    const { body } = await recompute();
    expect(body).toMatchObject({
      agrees: false,
      differences: [{ recomputed: { value: '750.00' }, sealed: { value: '750.01' }, difference: { value: '-0.01' } }],
    });
    expect((await recompute('wz.finance-reviewer')).status).toBe(404);
    expect((await recompute('hg.aimin')).status).toBe(403);
  });
});
