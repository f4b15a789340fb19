import { demoAccount } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { TestApplication } from '#libs/testing';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { CaseworkModule } from '../casework.module.ts';
import { plantClaim } from '../testing/plant-cases.ts';

describe('reminders and escalation', () => {
  let app: TestApplication;
  let worker: Database;
  let roads: CaseworkActivities;
  beforeAll(async () => {
    app = await TestApplication.start([CaseworkModule]);
    worker = new Database('worker');
    roads = new CaseworkActivities(worker);
  }, 60_000);
  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const sql = <Row extends object>(text: string, values: readonly unknown[] = []) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const goTo = (day: string) => sql('select platform.move_clock($1::timestamptz)', [`${day}T10:00:00+08:00`]);
  const workingDaysFrom = async (day: string, days: number): Promise<string> => {
    const [row] = await sql<{ day: string }>(`select rulebook.published_add_working_days($1::date, $2::int)::text as day`, [day, days]);
    return row?.day ?? '';
  };
  const inReview = async () => {
    const { claimId } = await app.asOwner(plantClaim);
    await roads.review(claimId);
    const [task] = await sql<{ id: string; dueOn: string; version: number }>(
      `select id, due_on::text as "dueOn", version from casework.task where case_id = $1 and kind = 'decide'`,
      [claimId],
    );
    if (!task) throw new Error('the review has no task');
    return { claimId, ...task };
  };
  const remindersOf = (taskId: string) =>
    sql<{ kind: string; dueOn: string }>(`select kind, due_on::text as "dueOn" from casework.reminder where task_id = $1 order by at`, [
      taskId,
    ]);
  const stateOf = (claimId: string) =>
    sql(
      `select s.outcome, t.kind, t.closed_because as "closedBecause" from casework.stage s join casework.task t on t.stage_id = s.id where s.case_id = $1`,
      [claimId],
    );

  const dayBefore = async (day: string): Promise<string> => {
    const text = `select max(day)::text as day from rulebook.published_calendar_day where is_working and day < $1::date`;
    return (await sql<{ day: string }>(text, [day]))[0]?.day ?? '';
  };

  it('say nothing while there is time, remind once on the working day before, and decide nothing', async () => {
    const { claimId, id, dueOn } = await inReview();
    expect(await roads.remindAndEscalate()).toEqual({ reminded: 0, escalated: 0, unstaffed: 0 });
    await goTo(await dayBefore(dueOn));
    expect(await roads.remindAndEscalate()).toEqual({ reminded: 1, escalated: 0, unstaffed: 0 });
    expect(await roads.remindAndEscalate()).toEqual({ reminded: 0, escalated: 0, unstaffed: 0 });
    await goTo(dueOn);
    expect(await roads.remindAndEscalate()).toEqual({ reminded: 0, escalated: 0, unstaffed: 0 });
    expect(await remindersOf(id)).toEqual([{ kind: 'reminder', dueOn }]);
    expect(await stateOf(claimId)).toEqual([{ outcome: null, kind: 'decide', closedBecause: null }]);
  });

  it('show the leader what is overdue, once, and leave the decision to whoever it belongs to', async () => {
    const { claimId, id, dueOn } = await inReview();
    await goTo(await workingDaysFrom(dueOn, 1));
    await roads.remindAndEscalate();
    expect(await roads.remindAndEscalate()).toMatchObject({ reminded: 0, escalated: 0 });
    expect((await remindersOf(id)).map(({ kind }) => kind).sort()).toEqual(['escalation', 'reminder']);
    expect((await app.as('hg.caseworker1', 'GET', '/v1/tasks?view=escalated')).status).toBe(403);
    const inbox = await app.as('hg.leader', 'GET', '/v1/tasks?view=escalated');
    expect(inbox.body['items']).toContainEqual(expect.objectContaining({ id, isEscalated: true, workingDaysLeft: -1 }));
    await goTo(await workingDaysFrom(dueOn, 30));
    await roads.remindAndEscalate();
    expect(await roads.review(claimId)).toEqual({ outcome: null });
    expect(await stateOf(claimId)).toEqual([{ outcome: null, kind: 'decide', closedBecause: null }]);
  });

  it('do not disturb the reviewers while the case lies with the institution', async () => {
    const { claimId, id, dueOn, version } = await inReview();
    const back = { action: 'return', reasonCode: 'incomplete', comment: '请补正', marks: [{ page: 1, text: '签字不清' }] };
    const returned = await app.as('hg.caseworker1', 'POST', `/v1/tasks/${id}/decision`, back, { headers: { 'if-match': `"${version}"` } });
    expect(returned.status).toBe(200);
    await goTo(await workingDaysFrom(dueOn, 1));
    await roads.remindAndEscalate();
    expect(await remindersOf(id)).toEqual([]);
    expect(await sql(`select is_suspended as "isSuspended", outcome from casework.stage where case_id = $1`, [claimId])).toEqual([
      { isSuspended: true, outcome: null },
    ]);
  });

  it('alarm the administrator, once, while nobody is left who may do the next step', async () => {
    const { claimId } = await inReview();
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.plain-rows', 'set local session_replication_role = replica'));
      const text = `update identity.grant_of_role set valid_to = platform.now() where role = 'caseworker' and valid_to is null
        and office_id = (select office_id from casework.task where case_id = $1 and kind = 'decide')`;
      await tx.rows(statement('test.end-grants', text), [claimId]);
    });
    expect((await roads.remindAndEscalate()).unstaffed).toBeGreaterThan(0);
    expect(await roads.remindAndEscalate()).toMatchObject({ unstaffed: 0 });
    expect(await sql(`select role, reason from casework.task where case_id = $1 and kind = 'alarm'`, [claimId])).toEqual([
      { role: 'county-administrator', reason: 'nobody-may-act' },
    ]);
    const reviewer = `insert into identity.grant_of_role (account_id, office_id, role, valid_from)
      select $2, office_id, 'caseworker', platform.now() from casework.task where case_id = $1 and kind = 'decide'`;
    await sql(reviewer, [claimId, demoAccount('hg.twin').accountId]);
    expect(await roads.remindAndEscalate()).toMatchObject({ unstaffed: 0 });
    expect(await sql(`select closed_because as because from casework.task where case_id = $1 and kind = 'alarm'`, [claimId])).toEqual([
      { because: 'facts-complete' },
    ]);
  });
});
