import { randomUUID } from 'node:crypto';
import { demoAccount } from '#libs/identity';
import { Database, RefusalError, statement } from '#libs/platform';
import { TestApplication } from '#libs/testing';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { holdCase } from '../application/stages/hold-case.ts';
import { CaseworkModule } from '../casework.module.ts';
import { plantClaim, type PlantedClaim } from '../testing/plant-cases.ts';

describe('what is stuck, and its safe repairs', () => {
  let app: TestApplication;
  let worker: Database;
  let claim: PlantedClaim;
  let taskId: string;
  beforeAll(async () => {
    app = await TestApplication.start([CaseworkModule]);
    worker = new Database('worker');
    claim = await app.asOwner(plantClaim);
    await new CaseworkActivities(worker).review(claim.claimId);
    const [task] = await sql<{ id: string }>(`select id from casework.task where case_id = $1 and closed_at is null and kind = 'decide'`, [
      claim.claimId,
    ]);
    taskId = task?.id ?? '';
    await sql(`insert into platform.road (road, subject_id) values ('claim', $1) on conflict do nothing`, [claim.claimId]);
  });
  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const sql = <Row extends object>(text: string, values: readonly unknown[] = []) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.operations.${text.slice(0, 40)}`, text), values));
  const stuck = async (login = 'hg.admin') => (await app.as(login, 'GET', '/v1/operations/stuck')).body;
  const repair = (what: string, login = 'hg.admin', id = claim.claimId) =>
    app.as(login, 'POST', `/v1/operations/roads/claim/${id}/${what}`, {});
  const acts = () => sql<{ act: string }>(`select act from platform.audit where case_id = $1 order by at`, [claim.claimId]);

  it('is for the county administrator, of the own region only', async () => {
    expect((await app.as('hg.caseworker1', 'GET', '/v1/operations/stuck')).status).toBe(403);
    expect((await stuck()).roadsLookedAt).toBe(1);
    expect((await stuck('wz.admin')).roadsLookedAt).toBe(0);
    expect((await repair('start', 'wz.admin')).status).toBe(404);
    expect((await repair('start', 'hg.admin', randomUUID())).status).toBe(404);
    expect((await app.as('hg.admin', 'POST', `/v1/operations/roads/bank/${claim.claimId}/start`, {})).status).toBe(400);
  });

  it('says that it cannot know what is missing while nobody asks Temporal, and still tells what the rows know', async () => {
    expect(await stuck()).toMatchObject({ isTemporalKnown: false, roads: [] });
  });

  it('starts a road again by one message, with a trace, and never one that has ended', async () => {
    const started = await repair('start');
    expect([started.status, started.body]).toEqual([200, { road: 'claim', subjectId: claim.claimId, messages: 1 }]);
    expect(await sql(`select act, reason from platform.outbox where subject_id = $1 order by seq desc limit 1`, [claim.claimId])).toEqual([
      { act: 'start', reason: 'start' },
    ]);
    expect((await acts()).map(({ act }) => act)).toContain('road-started-again');
    await sql(`update platform.road set ended_at = clock_timestamp() where subject_id = $1`, [claim.claimId]);
    expect((await repair('start')).body['code']).toBe('ROAD_ENDED');
    await sql(`update platform.road set ended_at = null where subject_id = $1`, [claim.claimId]);
  });

  it('sends what did not arrive at once, and refuses where nothing waits', async () => {
    await sql(
      `update platform.outbox set attempts = 4, last_error = 'ServiceError', next_attempt_at = clock_timestamp() + interval '1 hour'
       where subject_id = $1`,
      [claim.claimId],
    );
    expect((await stuck())['messages']).toMatchObject([{ subjectId: claim.claimId, attempts: 4, lastError: 'ServiceError' }]);
    expect((await repair('send')).status).toBe(200);
    const due = `select bool_and(next_attempt_at <= clock_timestamp()) as due from platform.outbox where subject_id = $1 and delivered_at is null`;
    expect(await sql(due, [claim.claimId])).toEqual([{ due: true }]);
    await sql(`update platform.outbox set delivered_at = clock_timestamp() where subject_id = $1`, [claim.claimId]);
    expect((await repair('send')).body['code']).toBe('MESSAGES_DELIVERED');
    expect((await stuck())['messages']).toEqual([]);
  });

  it('hands late work to somebody who may decide it, or back to the group; never to anybody else', async () => {
    await sql(`update casework.task set due_on = platform.today() - 3 where id = $1`, [taskId]);
    expect((await stuck())['lateWork']).toMatchObject([{ taskId, assignee: null }]);
    const reassign = (to: string | undefined, login = 'hg.admin') =>
      app.as(login, 'POST', `/v1/operations/tasks/${taskId}/reassign`, {
        reason: '经办人外出培训',
        ...(to === undefined ? {} : { toAccountId: demoAccount(to).accountId }),
      });
    expect((await reassign('hg.disburser1')).body['code']).toBe('TASK_TRANSFER_UNFIT');
    expect((await reassign('hg.caseworker2', 'wz.admin')).status).toBe(404);
    expect((await reassign('hg.caseworker2')).body).toEqual({ taskId, isAssigned: true });
    expect((await stuck())['lateWork']).toMatchObject([{ assignee: demoAccount('hg.caseworker2').displayName }]);
    expect((await reassign(undefined)).body).toEqual({ taskId, isAssigned: false });
    expect((await acts()).filter(({ act }) => act === 'task-reassigned')).toHaveLength(2);
  });

  it('tells the cases that are held for what nobody has said, until it is said; held again, it tells again', async () => {
    const hold = () => holdCase(worker, claim.claimId, () => Promise.resolve(), new RefusalError({ code: 'CALENDAR_YEAR_UNKNOWN' }));
    const alarms = async () => (await stuck())['alarms'];
    for (const _time of ['first', 'again']) {
      await hold();
      await hold();
      expect(await alarms()).toMatchObject([{ caseId: claim.claimId, reason: 'CALENDAR_YEAR_UNKNOWN' }]);
      await new CaseworkActivities(worker).review(claim.claimId);
      expect(await alarms()).toEqual([]);
    }
    await hold();
    await sql(`update casework.task set closed_because = 'acknowledged' where case_id = $1 and kind = 'alarm' and closed_at is null`, [
      claim.claimId,
    ]);
    await hold();
    expect(await alarms()).toEqual([]);
  });
});
