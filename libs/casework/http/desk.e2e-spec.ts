import { randomUUID } from 'node:crypto';
import { demoAccount, demoInstitutions, demoOffices } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { TestApplication } from '#libs/testing';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { CaseworkModule } from '../casework.module.ts';
import { plantClaim, type PlantedClaim } from '../testing/plant-cases.ts';

type Items = { readonly id: string; readonly caseId: string; readonly dueOn: string; readonly returns: number; readonly number: string }[];

describe('the desk around the tasks', () => {
  let app: TestApplication;
  let worker: Database;
  let claim: PlantedClaim;
  let taskId: string;
  beforeAll(async () => {
    app = await TestApplication.start([CaseworkModule]);
    worker = new Database('worker');
    claim = await app.asOwner(plantClaim);
    await new CaseworkActivities(worker).review(claim.claimId);
    taskId = ((await list('hg.caseworker1')).find(({ caseId }) => caseId === claim.claimId) ?? { id: '' }).id;
  });
  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const list = async (login: string, query = 'view=group'): Promise<Items> =>
    (await app.as(login, 'GET', `/v1/tasks?${query}`)).body['items'] as Items;
  const sql = <Row extends object>(text: string, values: readonly unknown[] = []) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.desk.${text.slice(0, 40)}`, text), values));

  it('lists work that tells what it is: the amount, how often it came back, who has it', async () => {
    const items = await list('hg.caseworker1');
    expect(items).toContainEqual(
      expect.objectContaining({ id: taskId, amount: { value: '3000.00', currency: 'CNY' }, returns: 0, assigneeName: null }),
    );
  });

  it('counts what each list shows', async () => {
    const { body } = await app.as('hg.caseworker1', 'GET', '/v1/inbox/counts');
    expect(body).toMatchObject({
      group: (await list('hg.caseworker1')).length,
      unassigned: (await list('hg.caseworker1', 'view=unassigned')).length,
    });
    for (const bucket of ['overdue', 'today', 'soon'])
      expect([bucket, body[bucket]]).toEqual([bucket, (await list('hg.caseworker1', `view=group&bucket=${bucket}`)).length]);
  });

  it('filters by stage and institution, and shows nothing of another office', async () => {
    expect((await list('hg.caseworker1', 'stage=review')).map(({ id }) => id)).toContain(taskId);
    expect(await list('hg.caseworker1', 'stage=opening')).toEqual([]);
    expect((await list('hg.caseworker1', `institutionId=${demoInstitutions.aimin.id}`)).map(({ id }) => id)).toContain(taskId);
    expect((await list('wz.caseworker1')).map(({ id }) => id)).not.toContain(taskId);
  });

  it('takes a page of several lanes in one order and misses none', async () => {
    await plantTasks(25);
    const all = (await list('hg.caseworker1', 'view=group&limit=200')).map(({ id }) => id);
    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.as('hg.caseworker1', 'GET', `/v1/tasks?view=group&limit=7${cursor}`);
      paged.push(...(body['items'] as Items).map(({ id }) => id));
      cursor = typeof body['nextCursor'] === 'string' ? `&cursor=${body['nextCursor']}` : '';
    } while (cursor !== '');
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(paged.length);
  });

  /** Tasks of both lanes of a caseworker, due on different days. */
  const plantTasks = (count: number) =>
    app.asOwner(async (tx) => {
      await tx.rows(statement('test.desk-plain', 'set local session_replication_role = replica'));
      await tx.rows(
        statement(
          'test.desk-tasks',
          `insert into casework.task (case_id, stage, kind, role, office_id, office_kind, region, institution_id, due_on)
           select $1, 'review', case when g % 3 = 0 then 'sign' else 'decide' end, 'caseworker', $2, 'hr', '140427', $3, platform.today() + g % 9
           from generate_series(1, $4::int) g`,
        ),
        [claim.claimId, demoOffices.huguanHr.id, demoInstitutions.aimin.id, count],
      );
    });

  it('keeps the ticks of one person apart from another’s', async () => {
    const sha256 = 'ab'.repeat(32);
    expect((await app.as('hg.caseworker1', 'POST', `/v1/tasks/${taskId}/viewed`, { sha256, isViewed: true })).body).toEqual({
      sha256,
      isViewed: true,
    });
    const rows = await sql<{ personId: string }>(`select person_id as "personId" from casework.viewing where case_id = $1`, [
      claim.claimId,
    ]);
    expect(rows).toEqual([{ personId: demoAccount('hg.caseworker1').personId }]);
    expect((await app.as('wz.caseworker1', 'POST', `/v1/tasks/${taskId}/viewed`, { sha256, isViewed: true })).status).toBe(404);
  });

  it('shows shared filters to the office and deletes only one’s own', async () => {
    const saved = await app.as('hg.caseworker1', 'POST', '/v1/inbox/filters', {
      name: '快到期',
      query: 'view=group&bucket=soon',
      isShared: true,
    });
    expect(saved.status).toBe(201);
    const ofColleague = (await app.as('hg.caseworker2', 'GET', '/v1/inbox/filters')).body['items'] as { id: string; isMine: boolean }[];
    expect(ofColleague).toEqual([expect.objectContaining({ name: '快到期', isMine: false })]);
    expect((await app.as('wz.caseworker1', 'GET', '/v1/inbox/filters')).body['items']).toEqual([]);
    const id = String(saved.body['id']);
    expect((await app.as('hg.caseworker2', 'DELETE', `/v1/inbox/filters/${id}`)).status).toBe(404);
    expect((await app.as('hg.caseworker1', 'DELETE', `/v1/inbox/filters/${id}`)).status).toBe(200);
  });

  it.each(['javascript:alert(1)', 'view=group"><script>', '/etc'])('refuses the address %s as a filter', async (query) => {
    expect((await app.as('hg.caseworker1', 'POST', '/v1/inbox/filters', { name: 'x', query, isShared: false })).status).toBe(400);
  });

  it('names the colleagues a task can go to, with what they have in hand, and who must stand aside', async () => {
    const { body } = await app.as('hg.caseworker1', 'GET', `/v1/tasks/${taskId}/colleagues`);
    expect(body['items']).toEqual([{ accountId: demoAccount('hg.caseworker2').accountId, name: '申秀英', load: 0, isFit: true }]);
  });

  const renumber = (number: string) =>
    app.asOwner(async (tx) => {
      await tx.rows(statement('test.desk-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.desk-number', 'update casework.case_file set number = $2 where id = $1'), [claim.claimId, number]);
    });

  it('finds a case by its number, its institution’s initials and a person, within one’s region only', async () => {
    const find = async (login: string, text: string) =>
      (await app.as(login, 'POST', '/v1/search', { text })).body['items'] as { id: string; because: string }[];
    await renumber('BT1404272026000007');
    for (const text of ['bt1404272026', '000007'])
      expect((await find('hg.caseworker1', text)).map(({ id }) => id)).toEqual([claim.claimId]);
    expect((await find('hg.caseworker1', 'amzy')).map(({ because }) => because)).toContain('institution');
    expect(await find('wz.caseworker1', '000007')).toEqual([]);
    expect(await find('wz.caseworker1', 'amzy')).toEqual([]);
  });

  it('notes each search for a person, and not their name', async () => {
    await app.as('hg.caseworker1', 'POST', '/v1/search', { text: '牛桂花 0011' });
    const [entry] = await sql<{ entry: string }>(
      `select a::text as entry from platform.audit a where act = 'person-searched' order by at desc limit 1`,
    );
    expect(entry?.entry).toContain(demoAccount('hg.caseworker1').accountId);
    expect(entry?.entry).not.toContain('牛');
  });

  it('tells live what changed, by number, to those it concerns', async () => {
    const start = (await app.as('hg.caseworker1', 'GET', '/v1/live/events')).body;
    await app.as('hg.caseworker1', 'POST', `/v1/tasks/${taskId}/claim`, {});
    await app.as('hg.caseworker1', 'POST', `/v1/tasks/${taskId}/release`, {});
    const after = `/v1/live/events?after=${String(start['last'])}`;
    // A change is told once no earlier transaction of the server is open, those of other suites among them.
    let items: unknown[] = [];
    while (items.length < 2) items = (await app.as('hg.caseworker2', 'GET', after)).body['items'] as unknown[];
    expect(items).toEqual([expect.objectContaining({ taskId }), expect.objectContaining({ taskId })]);
    expect((await app.as('wz.caseworker1', 'GET', after)).body['items']).toEqual([]);
    expect((await app.as('hg.caseworker1', 'GET', '/v1/live/events?after=-1')).status).toBe(200);
  });

  /** What a stream has told up to the first change. */
  const firstChange = async (response: Response): Promise<string> => {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('event: task')) {
      const piece = await reader?.read();
      if (piece?.value === undefined) throw new Error(`the stream has ended: ${text}`);
      text += piece.value;
    }
    await reader?.cancel();
    return text;
  };
  const stream = async (after: unknown): Promise<Response> =>
    fetch(`${app.url}/v1/live`, { headers: { ...(await app.headersOf('hg.caseworker1')), 'last-event-id': String(after) } });

  it('streams the same and takes up where it broke off', async () => {
    const { body } = await app.as('hg.caseworker1', 'GET', '/v1/live/events');
    await app.as('hg.caseworker1', 'POST', `/v1/tasks/${taskId}/claim`, {});
    const response = await stream(body['last']);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(await firstChange(response)).toContain(taskId);
  });

  it('tells a change that could not be told yet when the stream was opened', async () => {
    const { body } = await app.as('hg.caseworker1', 'GET', '/v1/live/events');
    const response = await app.asOwner(async (tx) => {
      await tx.rows(statement('test.open-transaction', 'select pg_current_xact_id()'));
      await app.as('hg.caseworker1', 'POST', `/v1/tasks/${taskId}/release`, {});
      return stream(body['last']);
    });
    expect(await firstChange(response)).toContain(taskId);
  });

  it('opens to nobody who is not signed in', async () => {
    for (const path of [
      '/v1/inbox/counts',
      '/v1/inbox/filters',
      '/v1/live',
      '/v1/live/events',
      '/v1/colleagues',
      `/v1/tasks/${randomUUID()}/colleagues`,
    ])
      expect([path, (await app.call('GET', path, {})).status]).toEqual([path, 401]);
  });
});
