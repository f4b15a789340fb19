import { randomUUID } from 'node:crypto';
import { demoAccount } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { CaseworkModule } from '../casework.module.ts';
import { plantClaim, type PlantedClaim } from '../testing/plant-cases.ts';

interface Item {
  readonly id: string;
  readonly caseId: string;
  readonly assignedToMe: boolean;
  readonly dueOn: string;
}

const openTask = `select id, version from casework.task where case_id = $1 and closed_at is null and kind <> 'alarm' order by opened_at limit 1`;
const assignee = `select assignee_account as account from casework.task where id = $1`;
const acts = `select act from platform.audit where case_id = $1 and act like 'task-%' order by seq`;

describe('the inbox and its tasks', () => {
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
  const taskOf = async (caseId: string) => {
    const [task] = await sql<{ id: string; version: number }>(openTask, [caseId]);
    if (!task) throw new Error('nothing is open');
    return task;
  };
  const inReview = async () => {
    const claim = await app.asOwner(plantClaim);
    await roads.review(claim.claimId);
    return { ...claim, task: (await taskOf(claim.claimId)).id };
  };
  const toSign = async (): Promise<PlantedClaim & { task: string }> => {
    const claim = await inReview();
    await decide('hg.caseworker2', claim.claimId, { action: 'approve' });
    await roads.signOff(claim.claimId);
    return { ...claim, task: (await taskOf(claim.claimId)).id };
  };
  const decide = async (login: string, caseId: string, body: object) => {
    const { id, version } = await taskOf(caseId);
    return app.as(login, 'POST', `/v1/tasks/${id}/decision`, body, {
      headers: { 'if-match': `"${version}"` },
      signedInSecondsAgo: 5,
      secondFactor: true,
    });
  };
  const inbox = async (login: string, query: string): Promise<Item[]> =>
    ((await app.as(login, 'GET', `/v1/tasks?limit=200&${query}`)).body['items'] ?? []) as Item[];
  const has = async (login: string, view: string, task: string) => (await inbox(login, `view=${view}`)).some(({ id }) => id === task);
  const show = (login: string, task: string) => app.as(login, 'GET', `/v1/tasks/${task}`);
  const act = (login: string, task: string, verb: string, body?: object) => app.as(login, 'POST', `/v1/tasks/${task}/${verb}`, body);
  const told = ({ status, body }: Answered) => [status, body['code']];

  it('show work to the group it is for, to nobody of another office, role or region', async () => {
    const { task } = await inReview();
    for (const login of ['hg.caseworker1', 'hg.caseworker2']) expect(await has(login, 'group', task)).toBe(true);
    for (const login of ['hg.leader', 'hg.finance-reviewer', 'wz.caseworker1', 'cz.caseworker', 'hg.aimin', 'sysadmin'])
      expect(await has(login, 'group', task)).toBe(false);
    expect(JSON.stringify(await inbox('hg.caseworker1', 'view=group'))).not.toMatch(/牛桂花|personId/);
  });

  it('move a task between the views as it is claimed, released and decided', async () => {
    const { claimId, task } = await inReview();
    const views = async (login: string) => Promise.all(['mine', 'unassigned', 'group', 'done'].map((view) => has(login, view, task)));
    expect(await views('hg.caseworker1')).toEqual([false, true, true, false]);
    const claimed = await act('hg.caseworker1', task, 'claim');
    expect(claimed.body).toEqual({ taskId: task, assignedToMe: true, isAssigned: true });
    expect(await views('hg.caseworker1')).toEqual([true, false, true, false]);
    expect(await views('hg.caseworker2')).toEqual([false, false, true, false]);
    expect((await act('hg.caseworker1', task, 'release')).body['isAssigned']).toBe(false);
    expect(await views('hg.caseworker1')).toEqual([false, true, true, false]);
    await decide('hg.caseworker1', claimId, { action: 'approve' });
    expect(await views('hg.caseworker1')).toEqual([false, false, false, true]);
    expect(await has('hg.caseworker2', 'done', task)).toBe(false);
    expect((await sql<{ act: string }>(acts, [claimId])).map((one) => one.act)).toEqual(['task-claimed', 'task-released']);
  });

  it('page through a view without losing or repeating a task, the nearest day first', async () => {
    for (let count = 0; count < 3; count++) await inReview();
    const seen: Item[] = [];
    let cursor = '';
    do {
      const { body } = await app.as('hg.caseworker1', 'GET', `/v1/tasks?view=group&limit=2&cursor=${cursor}`);
      seen.push(...(body['items'] as Item[]));
      cursor = (body['nextCursor'] as string | null) ?? '';
    } while (cursor !== '');
    expect(seen.map(({ id }) => id)).toEqual((await inbox('hg.caseworker1', 'view=group')).map(({ id }) => id));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ dueOn }) => dueOn)).toEqual(seen.map(({ dueOn }) => dueOn).sort());
  });

  it('page through what one has done, the latest first', async () => {
    const done: string[] = [];
    for (let count = 0; count < 3; count++) {
      const { claimId, task } = await inReview();
      await decide('hg.caseworker2', claimId, { action: 'approve' });
      done.unshift(task);
    }
    const first = await app.as('hg.caseworker2', 'GET', '/v1/tasks?view=done&limit=2');
    const second = await app.as('hg.caseworker2', 'GET', `/v1/tasks?view=done&limit=2&cursor=${String(first.body['nextCursor'])}`);
    const ids = [first, second].flatMap(({ body }) => (body['items'] as Item[]).map(({ id }) => id));
    expect(ids.slice(0, 3)).toEqual(done);
  });

  it.each([
    ['view=everything', 'REQUEST_INVALID'],
    ['limit=0', 'REQUEST_INVALID'],
    ['limit=201', 'REQUEST_INVALID'],
    ['cursor=abc', 'CURSOR_INVALID'],
    [`cursor=${Buffer.from('["2026-02-30","00000000-0000-0000-0000-000000000000"]').toString('base64url')}`, 'CURSOR_INVALID'],
    [`cursor=${Buffer.from('["2026-03-02"]').toString('base64url')}`, 'CURSOR_INVALID'],
  ])('refuse the question %s', async (query, code) => {
    expect(told(await app.as('hg.caseworker1', 'GET', `/v1/tasks?${query}`))).toEqual([400, code]);
  });

  it('keep overdue work of the office for its leader', async () => {
    expect((await app.as('hg.leader', 'GET', '/v1/tasks?view=escalated')).status).toBe(200);
    expect(told(await app.as('hg.caseworker1', 'GET', '/v1/tasks?view=escalated'))).toEqual([403, 'FORBIDDEN']);
  });

  it('are claimed once: a colleague’s task is neither decided, claimed nor released by somebody else', async () => {
    const { claimId, task } = await inReview();
    await act('hg.caseworker1', task, 'claim');
    expect(told(await act('hg.caseworker2', task, 'claim'))).toEqual([409, 'TASK_CLAIMED']);
    expect(told(await act('hg.caseworker2', task, 'release'))).toEqual([409, 'TASK_NOT_CLAIMED']);
    expect(told(await decide('hg.caseworker2', claimId, { action: 'approve' }))).toEqual([409, 'TASK_CLAIMED']);
    expect(await sql(assignee, [task])).toEqual([{ account: demoAccount('hg.caseworker1').accountId }]);
    expect((await act('hg.caseworker1', task, 'release')).status).toBe(200);
    expect(told(await act('hg.caseworker1', task, 'release'))).toEqual([409, 'TASK_NOT_CLAIMED']);
  });

  it('are handed to a colleague who may decide them, with a reason on record', async () => {
    const { claimId, task } = await inReview();
    const to = (login: string, reason = '外出学习') => ({ toAccountId: demoAccount(login).accountId, reason });
    await act('hg.caseworker1', task, 'claim');
    expect(told(await act('hg.caseworker2', task, 'transfer', to('hg.caseworker2')))).toEqual([409, 'TASK_CLAIMED']);
    expect(told(await act('hg.caseworker1', task, 'transfer', to('hg.finance-reviewer')))).toEqual([422, 'TASK_TRANSFER_UNFIT']);
    expect(told(await act('hg.caseworker1', task, 'transfer', to('wz.caseworker1')))).toEqual([422, 'TASK_TRANSFER_UNFIT']);
    expect(told(await act('hg.caseworker1', task, 'transfer', { toAccountId: randomUUID(), reason: '外出学习' }))).toEqual([
      422,
      'TASK_TRANSFER_UNFIT',
    ]);
    expect((await act('hg.caseworker1', task, 'transfer', to('hg.caseworker2', '急'))).status).toBe(400);
    expect((await act('hg.leader', task, 'transfer', to('hg.caseworker2'))).body['isAssigned']).toBe(true);
    expect(await sql(assignee, [task])).toEqual([{ account: demoAccount('hg.caseworker2').accountId }]);
    expect((await sql<{ act: string }>(acts, [claimId])).map((one) => one.act)).toEqual(['task-claimed', 'task-transferred']);
  });

  it('are not handed to whom the separation of duties would refuse', async () => {
    const claim = await toSign();
    await decide('hg.caseworker1', claim.claimId, { action: 'sign', packageSha256: claim.sha256 });
    const { id } = await taskOf(claim.claimId);
    const transfer = { toAccountId: demoAccount('hg.twin').accountId, reason: '外出学习' };
    expect(told(await act('hg.leader', id, 'transfer', transfer))).toEqual([422, 'TASK_TRANSFER_DUTY']);
  });

  it('show one screen: what is asked, by when, what may be done, and the version it rests on', async () => {
    const { claimId, sha256, task } = await toSign();
    const { headers, body } = await show('hg.leader', task);
    expect(headers.get('etag')).toBe(`"${(await taskOf(claimId)).version}"`);
    expect(body).toMatchObject({
      ...{ kind: 'sign', stage: 'sign-off', actions: ['sign', 'return', 'refuse'], whyNot: null, signersRequired: 2, signatures: [] },
      case: { id: claimId, kind: 'claim', region: '140427' },
      package: { sha256, lines: 2, amount: { value: '3000.00', currency: 'CNY' } },
      decisions: [{ stage: 'review', action: 'approve' }],
    });
  });

  it('say why somebody may not act, in both languages', async () => {
    const claim = await toSign();
    await decide('hg.caseworker1', claim.claimId, { action: 'sign', packageSha256: claim.sha256 });
    const { id } = await taskOf(claim.claimId);
    const twin = await show('hg.twin', id);
    expect([twin.body['actions'], (twin.body['whyNot'] as { code: string }).code]).toEqual([[], 'SIGNER_SIGNED_BEFORE']);
    expect((await show('hg.finance-reviewer', id)).body['whyNot']).toMatchObject({
      code: 'TASK_OTHER_OFFICE',
      message: expect.stringMatching(/\p{Script=Han}/u) as string,
    });
    expect((await show('hg.leader', claim.task)).body['whyNot']).toMatchObject({ code: 'TASK_CLOSED' });
  });

  it('of others are not there, for reading, taking or deciding', async () => {
    const { task } = await inReview();
    for (const login of ['wz.caseworker1', 'hg.huasen', 'sysadmin', 'xz.leader']) {
      expect((await show(login, task)).status).toBe(404);
      for (const verb of ['claim', 'release']) expect((await act(login, task, verb)).status).toBe(404);
      const decision = await app.as(login, 'POST', `/v1/tasks/${task}/decision`, { action: 'approve' }, { headers: { 'if-match': '"1"' } });
      expect(told(decision)).toEqual([404, 'NOT_FOUND']);
    }
    expect((await show('hg.caseworker1', randomUUID())).status).toBe(404);
    expect((await show('hg.caseworker1', '17')).status).toBe(400);
  });

  it('vanish for whoever declares an interest in the institution, and come back when it is lifted', async () => {
    const { task } = await inReview();
    const declared = await app.as('hg.caseworker2', 'POST', '/v1/declared-interests', {
      institutionId: demoAccount('hg.aimin').office.id,
      relation: 'family',
    });
    expect(declared.status).toBe(201);
    expect([await has('hg.caseworker2', 'group', task), (await show('hg.caseworker2', task)).status]).toEqual([false, 404]);
    await app.as('hg.admin', 'POST', `/v1/declared-interests/${String(declared.body['id'])}/end`);
    expect([await has('hg.caseworker2', 'group', task), (await show('hg.caseworker2', task)).status]).toEqual([true, 200]);
  });
});
