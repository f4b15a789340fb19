import { demoAccount } from '#libs/identity';
import { Database, SandboxModule, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantClass, plantEnrollment } from '../../trainee/testing/plant-class.ts';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { CaseworkModule } from '../casework.module.ts';

const openTask = `select id, version, kind from casework.task where case_id = $1 and closed_at is null order by opened_at limit 1`;
const peopleOf = `select e.status, e.ended_by as "endedBy", v.state as voucher from trainee.enrollment e left join trainee.voucher v on v.enrollment_id = e.id where e.class_id = $1`;
const stageOf = `select stage, outcome from casework.stage where case_id = $1 order by ordinal desc limit 1`;
const voucher = `insert into trainee.voucher (id, enrollment_id, class_id, person_id, occupation_code, code_index, state)
  select gen_random_uuid(), id, class_id, person_id, '4-10-01-05', sha256(id::text::bytea), 'verified' from trainee.enrollment where class_id = $1`;
const enrollAgain = `insert into trainee.enrollment (id, class_id, person_id, institution_id, import_id, row_number, span, category)
  select gen_random_uuid(), $2::uuid, person_id, institution_id, import_id, 1, span, category from trainee.enrollment where class_id = $1::uuid`;
const fileAgain = `insert into institution.filing (class_id, kind, version, content, content_sha256, submitted_by, contributors, status)
  values ($1, $2, $3, '{}', sha256('y'::bytea), gen_random_uuid(), array[gen_random_uuid()], 'submitted')`;
const alarm = `insert into casework.task (case_id, stage_id, stage, kind, role, office_kind, region, institution_id, reason, due_on)
  select s.case_id, case when $2 = 'nobody-may-act' then s.id end, s.stage, 'alarm', 'county-administrator', 'hr', c.region, c.institution_id, $2, platform.today()
  from casework.stage s join casework.case_file c on c.id = s.case_id where s.case_id = $1 and s.outcome is null`;
const moveStart = `update institution.training_class set starts_on = '2026-04-13', ends_on = '2026-04-17' where id = $1`;
const trained = { opening: 'approved', activation: 'activated' };

describe('a class under way', () => {
  let app: TestApplication;
  let worker: Database;
  let roads: CaseworkActivities;
  let sequence = 7300;
  beforeAll(async () => {
    app = await TestApplication.start([CaseworkModule, SandboxModule]);
    worker = new Database('worker');
    roads = new CaseworkActivities(worker);
  });
  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const sql = <Row extends object>(text: string, ...values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const planted = async (stages: Readonly<Record<string, string | null>>) => {
    const classId = await app.asOwner((tx) => plantClass(tx, stages));
    for (let person = 0; person < 2; person++) await app.asOwner((tx) => plantEnrollment(tx, classId, ++sequence));
    return classId;
  };
  /** The same people in a class on the same days; only the rule that nobody is in two classes at once is asked here. */
  const joins = (classId: string, other: string) =>
    app.asOwner(async (tx) => {
      await tx.rows(statement('test.joins-plain', 'set local session_replication_role = replica'));
      return tx.rows(statement('test.joins', enrollAgain), [classId, other]);
    });
  const clock = async (day: string) => {
    const { status } = await app.as('xz.admin', 'POST', '/v1/sandbox/clock', { to: `${day}T09:00:00+08:00` });
    expect(status).toBe(200);
  };
  const decide = async (classId: string, body: object, login = 'hg.caseworker1') => {
    const [task] = await sql<{ id: string; version: number }>(openTask, classId);
    const headers = { 'if-match': `"${task?.version ?? 0}"` };
    return app.as(login, 'POST', `/v1/tasks/${task?.id ?? ''}/decision`, body, { headers, signedInSecondsAgo: 5, secondFactor: true });
  };
  const told = ({ status, body }: Answered) => [status, body['code'] ?? body['outcome']];
  const because = { reasonCode: 'other', comment: '机构已停止培训，学员可参加其他班级' };

  it('whose completion is overdue raises an alarm and ends nothing; stopped, it lets its people and their vouchers go', async () => {
    const classId = await planted(trained);
    await sql(voucher, classId);
    expect(await roads.delivery(classId)).toMatchObject({ outcome: null });
    expect(await sql(openTask, classId)).toEqual([]);
    await clock('2026-03-16');
    expect(await roads.delivery(classId)).toMatchObject({ outcome: null });
    expect(await sql(openTask, classId)).toMatchObject([{ kind: 'alarm' }]);
    expect((await app.as('hg.aimin', 'GET', `/v1/cases/${classId}`)).body).toMatchObject({ stage: 'delivery', status: 'open' });
    const other = await planted({});
    await expect(joins(classId, other)).rejects.toThrow('ENROLLMENT_OVERLAP');
    expect(told(await decide(classId, { action: 'stop' }))).toEqual([422, 'REASON_MISSING']);
    expect(told(await decide(classId, { action: 'stop', ...because }, 'wz.caseworker1'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await decide(classId, { action: 'stop', ...because }))).toEqual([200, 'stopped']);
    const { personId } = demoAccount('hg.caseworker1');
    const left = { status: 'left', endedBy: personId, voucher: 'released' };
    expect(await sql(peopleOf, classId)).toEqual([left, left]);
    await joins(classId, other);
    expect((await app.as('hg.aimin', 'GET', `/v1/cases/${classId}`)).body).toMatchObject({ status: 'closed' });
    expect(await roads.classStandsAt(classId)).toBe('end');
  });

  const track = async (classId: string, login = 'hg.aimin') => (await app.as(login, 'GET', `/v1/cases/${classId}`)).body;
  const says = (zh: string, en: string) => ({ zh: expect.stringContaining(zh) as string, en: expect.stringContaining(en) as string });

  it('whose start has passed undecided lapses and is never approved: the institution is told to file another day, the leader is told, no task is left', async () => {
    const classId = await planted({ opening: null });
    expect(await roads.opening(classId)).toEqual({ outcome: 'lapsed' });
    expect(await roads.opening(classId)).toEqual({ outcome: 'lapsed' });
    const lapsed = {
      stage: 'end',
      status: 'closed',
      turn: null,
      sentence: says('请修改开班日期后重新提交', 'Change the start and file it again'),
    };
    for (const login of ['hg.aimin', 'hg.caseworker1']) expect(await track(classId, login)).toMatchObject(lapsed);
    const timeline = await app.as('hg.leader', 'GET', `/v1/cases/${classId}/timeline`);
    expect(timeline.body).toMatchObject({
      stages: [{ stage: 'opening', outcome: 'lapsed' }],
      decisions: [],
      besides: [{ kind: 'alarm', reason: 'opening-lapsed', role: 'leader' }],
    });
    expect(told(await decide(classId, { action: 'approve' }, 'hg.leader'))).toEqual([422, 'ACTION_UNKNOWN']);
    expect(await sql(stageOf, classId)).toEqual([{ stage: 'opening', outcome: 'lapsed' }]);
    expect(await roads.classStandsAt(classId)).toBe('end');
    await sql(fileAgain, classId, 'opening', 2);
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.moved-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.moved', moveStart), [classId]);
    });
    expect(await roads.classStandsAt(classId)).toBe('opening');
    expect(await roads.opening(classId)).toMatchObject({ outcome: null });
    expect(await sql(`select kind from casework.task where case_id = $1 and closed_at is null and kind = 'alarm'`, classId)).toEqual([]);
    expect(await track(classId)).toMatchObject({ stage: 'opening', status: 'open', sentence: says('开班审批', 'opening approval') });
  });

  it('that files its completion late is still heard: the institution is told that it is late, and the alarm ends with the filing', async () => {
    const classId = await planted(trained);
    await roads.delivery(classId);
    await roads.delivery(classId);
    expect(await track(classId)).toMatchObject({ stage: 'delivery', status: 'open', turn: null, sentence: says('已超期', 'overdue') });
    expect((await app.as('hg.caseworker1', 'GET', `/v1/cases/${classId}/timeline`)).body['besides']).toMatchObject([
      { reason: 'completion-overdue' },
    ]);
    await sql(fileAgain, classId, 'completion', 1);
    expect(await roads.delivery(classId)).toEqual({ outcome: 'completion-filed' });
    expect(await sql(openTask, classId)).toEqual([]);
    await roads.completion(classId);
    expect(await sql(openTask, classId)).toMatchObject([{ kind: 'decide' }]);
    expect(await track(classId)).toMatchObject({ stage: 'completion', turn: { kind: 'decide', role: 'caseworker' } });
  });

  it('leaves no alarm of a stage behind, whether a filing or a decision has ended it', async () => {
    const classId = await planted(trained);
    await roads.delivery(classId);
    await roads.delivery(classId);
    await sql(alarm, classId, 'nobody-may-act');
    await sql(fileAgain, classId, 'completion', 1);
    expect(await roads.delivery(classId)).toEqual({ outcome: 'completion-filed' });
    expect(await sql(openTask, classId)).toEqual([]);
    await roads.completion(classId);
    for (const reason of ['nobody-may-act', 'CALENDAR_YEAR_UNKNOWN']) await sql(alarm, classId, reason);
    expect(told(await decide(classId, { action: 'refuse', ...because }))).toEqual([200, 'refused']);
    expect(await sql(openTask, classId)).toEqual([]);
  });

  it('whose lateness somebody has taken note of goes on', async () => {
    const classId = await planted(trained);
    await roads.delivery(classId);
    await roads.delivery(classId);
    expect(told(await decide(classId, { action: 'acknowledge' }))).toEqual([200, null]);
    expect(await sql(stageOf, classId)).toEqual([{ stage: 'delivery', outcome: null }]);
    expect(await sql(peopleOf, classId)).toMatchObject([{ status: 'enrolled' }, { status: 'enrolled' }]);
  });

  it('is emptied by nobody while it is not stopped', async () => {
    const classId = await planted(trained);
    const release = statement('test.release', `select trainee.published_release_class($1, gen_random_uuid())`);
    const casework = new Database('casework');
    await expect(casework.transaction((tx) => tx.rows(release, [classId]))).rejects.toThrow('CLASS_NOT_STOPPED');
    await casework.close();
    const institution = new Database('institution');
    await expect(institution.transaction((tx) => tx.rows(release, [classId]))).rejects.toThrow('permission denied');
    await institution.close();
  });
});
