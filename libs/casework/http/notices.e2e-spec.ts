import { randomUUID } from 'node:crypto';
import { Database, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { CaseworkModule } from '../casework.module.ts';
import { plantClaim } from '../testing/plant-cases.ts';

const openTask = `select id, version from casework.task where case_id = $1 and kind = $2 and closed_at is null order by opened_at limit 1`;
const noticeOf = `select id from casework.public_notice where claim_id = $1`;
const objections = `select state, person_id is null as "isWhole", registered_by is not null as "isRegistered" from casework.objection where claim_id = $1 order by filed_at`;

describe('public notices and objections', () => {
  let app: TestApplication;
  let worker: Database;
  let roads: CaseworkActivities;
  beforeAll(async () => {
    app = await TestApplication.start([CaseworkModule]);
    worker = new Database('worker');
    roads = new CaseworkActivities(worker);
  });
  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const decide = async (login: string, caseId: string, kind: string, body: object) => {
    const [task] = await sql<{ id: string; version: number }>(openTask, [caseId, kind]);
    return app.as(login, 'POST', `/v1/tasks/${task?.id ?? ''}/decision`, body, {
      headers: { 'if-match': `"${task?.version ?? 0}"` },
      signedInSecondsAgo: 5,
      secondFactor: true,
    });
  };
  const published = async () => {
    const claim = await app.asOwner(plantClaim);
    await roads.review(claim.claimId);
    await decide('hg.caseworker2', claim.claimId, 'decide', { action: 'approve' });
    await roads.signOff(claim.claimId);
    for (const login of ['hg.caseworker1', 'hg.leader'])
      await decide(login, claim.claimId, 'sign', { action: 'sign', packageSha256: claim.sha256 });
    await roads.publicNotice(claim.claimId);
    const [notice] = await sql<{ id: string }>(noticeOf, [claim.claimId]);
    if (!notice) throw new Error('nothing was published');
    return { ...claim, noticeId: notice.id };
  };
  const object = (noticeId: string, body: object, key?: string) =>
    app.call('POST', `/v1/public/notices/${noticeId}/objections`, key === undefined ? {} : { 'idempotency-key': key }, body);
  const follow = (answer: Answered, secret = String(answer.body['secret'])) =>
    app.call('GET', `/v1/public/objections/${String(answer.body['receiptNumber'])}`, { 'x-receipt-secret': secret });
  const told = ({ status, body }: Answered) => [status, body['code']];
  const facts = '此人未参加培训';

  it('are read by anybody, masked, newest first, page by page', async () => {
    const notices = [await published(), await published(), await published()].map(({ noticeId }) => noticeId);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.call('GET', `/v1/public/notices?region=140427&limit=2&cursor=${cursor}`, {});
      seen.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
      cursor = (body['nextCursor'] as string | null) ?? '';
    } while (cursor !== '');
    expect(seen.slice(0, 3)).toEqual(notices.toReversed());
    const { body } = await app.call('GET', `/v1/public/notices/${notices[0] ?? ''}`, {});
    expect(body['lines']).toMatchObject([
      { lineNumber: 1, idNumber: expect.stringMatching(/^\d{4}\*+\d{4}$/) as string, amount: { value: '1500.00' } },
      { lineNumber: 2 },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/personId|claimId|\d{17}|1[3-9]\d{9}/);
  });

  it('are found by region and by whether they are open', async () => {
    const { noticeId } = await published();
    const ids = async (query: string) =>
      ((await app.call('GET', `/v1/public/notices?limit=200&${query}`, {})).body['items'] as { id: string }[]).map(({ id }) => id);
    for (const query of ['region=140427', 'region=140400', 'open=true', 'open=false', '']) expect(await ids(query)).toContain(noticeId);
    expect(await ids('region=140928')).toEqual([]);
    for (const query of ['region=abc', 'open=maybe', 'limit=0', 'cursor=x', 'surprise=1'])
      expect((await app.call('GET', `/v1/public/notices?${query}`, {})).status).toBe(400);
    expect(told(await app.call('GET', `/v1/public/notices/${randomUUID()}`, {}))).toEqual([404, 'NOTICE_UNKNOWN']);
  });

  it('are objected to without a name: a receipt and a secret follow the objection', async () => {
    const { claimId, noticeId } = await published();
    const filed = await object(noticeId, { lines: [1, 2], facts });
    expect(filed.status).toBe(201);
    expect(filed.body['receiptNumber']).toMatch(/\d/);
    expect(await sql(objections, [claimId])).toEqual(Array(2).fill({ state: 'open', isWhole: false, isRegistered: false }));
    expect((await follow(filed)).body['items']).toMatchObject([{ lineNumber: 1, state: 'open', reply: null }, { lineNumber: 2 }]);
    expect(told(await follow(filed, 'guess'))).toEqual([404, 'OBJECTION_UNKNOWN']);
    expect(told(await app.call('GET', '/v1/public/objections/YY000', { 'x-receipt-secret': 'x' }))).toEqual([404, 'OBJECTION_UNKNOWN']);
  });

  it('take the same objection once', async () => {
    const { claimId, noticeId } = await published();
    const key = randomUUID();
    const [first, again] = [await object(noticeId, { lines: [1], facts }, key), await object(noticeId, { lines: [1], facts }, key)];
    expect(again.body).toEqual(first.body);
    expect(told(await object(noticeId, { lines: [2], facts }, key))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await sql(objections, [claimId])).toHaveLength(1);
  });

  it.each<[string, object, number, string]>([
    ['about nobody', { facts }, 422, 'OBJECTION_SCOPE'],
    ['about somebody and everybody', { lines: [1], isWholeClaim: true, facts }, 422, 'OBJECTION_SCOPE'],
    ['about a line there is not', { lines: [3], facts }, 422, 'NOTICE_LINE_UNKNOWN'],
    ['about a line no notice can have', { lines: [2 ** 40], facts }, 400, 'REQUEST_INVALID'],
    ['without facts', { lines: [1] }, 400, 'REQUEST_INVALID'],
    ['with facts of a megabyte', { lines: [1], facts: '甲'.repeat(4001) }, 400, 'REQUEST_INVALID'],
    ['with a NUL', { lines: [1], facts: '此人未参加培训\u0000' }, 400, 'TEXT_UNSTORABLE'],
    ['that decides itself', { lines: [1], facts, state: 'upheld' }, 400, 'REQUEST_INVALID'],
  ])('take no objection %s', async (_what, body, status, code) => {
    const { claimId, noticeId } = await published();
    expect(told(await object(noticeId, body))).toEqual([status, code]);
    expect(await sql(objections, [claimId])).toEqual([]);
  });

  it('take an objection on paper from an official of the region, on record with whoever registered it', async () => {
    const { claimId, noticeId } = await published();
    const register = (login: string) => app.as(login, 'POST', `/v1/notices/${noticeId}/objections`, { isWholeClaim: true, facts });
    expect(told(await register('wz.caseworker1'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await register('hg.aimin'))).toEqual([403, 'FORBIDDEN']);
    expect((await register('hg.caseworker1')).body).toMatchObject({ isLate: false });
    expect(await sql(objections, [claimId])).toEqual([{ state: 'open', isWhole: true, isRegistered: true }]);
    expect((await app.as('hg.caseworker1', 'POST', `/v1/notices/${randomUUID()}/objections`, { isWholeClaim: true, facts })).status).toBe(
      404,
    );
  });

  it('show an objection’s words to its investigator alone, and its reply to the objector', async () => {
    const { claimId, noticeId } = await published();
    const filed = await object(noticeId, { lines: [1], facts, contact: '13800000000' });
    const [row] = await sql<{ id: string }>('select id from casework.objection where claim_id = $1', [claimId]);
    await roads.objection(row?.id ?? '');
    const [task] = await sql<{ id: string }>(openTask, [claimId, 'investigate']);
    const path = `/v1/tasks/${task?.id ?? ''}`;
    expect((await app.as('hg.leader', 'GET', path)).body['objection']).toMatchObject({ facts, contact: '13800000000', lineNumber: 1 });
    expect((await app.as('hg.auditor', 'GET', path)).body['objection']).toBeNull();
    expect((await app.as('hg.aimin', 'GET', path)).body['objection']).toBeNull();
    expect(await sql(`select 1 as one from platform.audit where case_id = $1 and act = 'objection-read'`, [claimId])).toHaveLength(1);
    const dismissed = await decide('hg.leader', claimId, 'investigate', {
      action: 'dismiss',
      reasonCode: 'unfounded',
      comment: '经核查考勤记录，该学员全程参训',
    });
    expect(dismissed.status).toBe(200);
    expect((await follow(filed)).body['items']).toMatchObject([{ state: 'dismissed', reply: '经核查考勤记录，该学员全程参训' }]);
    const path2 = `/v1/public/objections/${String(filed.body['receiptNumber'])}/withdraw`;
    expect(told(await app.call('POST', path2, { 'x-receipt-secret': String(filed.body['secret']) }))).toEqual([409, 'OBJECTION_ENDED']);
  });
});
