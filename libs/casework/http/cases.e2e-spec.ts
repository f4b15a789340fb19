import { randomUUID } from 'node:crypto';
import { demoAccount } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { CaseworkModule } from '../casework.module.ts';
import { plantClaim } from '../testing/plant-cases.ts';

const openTask = `select id, version, due_on as "dueOn" from casework.task where case_id = $1 and closed_at is null and kind <> 'alarm' order by opened_at limit 1`;
const marksOf = `select pointer, row_number as "row", text, suggested from casework.correction_mark where decision_id in (select id from casework.decision where case_id = $1) order by ordinal`;
const stageOf = `select stage, outcome, is_suspended as "isSuspended" from casework.stage where case_id = $1 order by ordinal desc limit 1`;

describe('a case', () => {
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
    const [task] = await sql<{ id: string; version: number; dueOn: string }>(openTask, [caseId]);
    if (!task) throw new Error('nothing is open');
    return task;
  };
  const inReview = async () => {
    const claim = await app.asOwner(plantClaim);
    await roads.review(claim.claimId);
    return claim;
  };
  const decide = async (login: string, caseId: string, body: object, headers: Record<string, string> = {}, read = taskOf(caseId)) => {
    const { id, version } = await read;
    return app.as(login, 'POST', `/v1/tasks/${id}/decision`, body, {
      headers: { 'if-match': `"${version}"`, ...headers },
      signedInSecondsAgo: 5,
      secondFactor: true,
    });
  };
  const track = (login: string, caseId: string) => app.as(login, 'GET', `/v1/cases/${caseId}`);
  const told = ({ status, body }: Answered) => [status, body['code'] ?? body['outcome']];

  it('answers where it is, whose turn, until when and what to do, in one sentence of each language', async () => {
    const { claimId } = await inReview();
    const { dueOn } = await taskOf(claimId);
    const { body } = await track('hg.aimin', claimId);
    expect(body).toMatchObject({
      ...{ id: claimId, kind: 'claim', status: 'open', stage: 'review', isSuspended: false, isHandedOver: false },
      turn: { kind: 'decide', role: 'caseworker', officeName: '壶关县人力资源和社会保障局', dueOn },
      sentence: {
        zh: `补贴审核：由壶关县人力资源和社会保障局经办人于${dueOn}前办理。`,
        en: `claim review: a caseworker of 壶关县人力资源和社会保障局 acts by ${dueOn}.`,
      },
    });
  });

  it('says that it is being handed over when a stage has ended and the next is not open yet', async () => {
    const { claimId } = await inReview();
    await decide('hg.caseworker1', claimId, { action: 'approve' });
    expect((await track('hg.aimin', claimId)).body).toMatchObject({ stage: 'sign-off', isHandedOver: true, turn: null });
  });

  it('is returned with every mark at once; its clock stands still and it is the institution’s turn', async () => {
    const { claimId } = await inReview();
    const marks = [
      { pointer: '/lines/1/amount', text: '培训天数与考勤不符', suggested: '10天' },
      { row: 4, text: '身份证号码与证件不符' },
    ];
    expect(told(await decide('hg.caseworker1', claimId, { action: 'approve', marks }))).toEqual([422, 'MARKS_WITHOUT_RETURN']);
    expect(told(await decide('hg.caseworker1', claimId, { action: 'return', reasonCode: 'incomplete' }))).toEqual([422, 'REASON_MISSING']);
    const answer = await decide('hg.caseworker1', claimId, { action: 'return', reasonCode: 'incomplete', marks });
    expect(answer.body).toMatchObject({
      outcome: null,
      next: { stage: 'review', turn: { kind: 'correct', role: 'institution-operator' } },
    });
    expect(await sql(marksOf, [claimId])).toEqual([
      { pointer: '/lines/1/amount', row: null, text: '培训天数与考勤不符', suggested: '10天' },
      { pointer: null, row: 4, text: '身份证号码与证件不符', suggested: null },
    ]);
    expect(await sql(stageOf, [claimId])).toEqual([{ stage: 'review', outcome: null, isSuspended: true }]);
    expect((await track('hg.aimin', claimId)).body).toMatchObject({
      isSuspended: true,
      turn: { kind: 'correct' },
      sentence: {
        zh: expect.stringContaining('已退回培训机构补正') as string,
        en: expect.stringContaining('Returned to the institution') as string,
      },
    });
    expect(told(await decide('hg.caseworker1', claimId, { action: 'approve' }))).toEqual([403, 'TASK_OTHER_OFFICE']);
    expect((await app.as('hg.aimin', 'GET', `/v1/cases/${claimId}/timeline`)).body['decisions']).toMatchObject([
      { action: 'return', marks },
    ]);
  });

  it('that is refused is closed, with its reason for the applicant', async () => {
    const { claimId } = await inReview();
    const refusal = { action: 'refuse', reasonCode: 'not-eligible', comment: '培训对象不属于补贴范围' };
    expect(told(await decide('hg.caseworker1', claimId, refusal))).toEqual([200, 'refused']);
    expect((await track('hg.aimin', claimId)).body).toMatchObject({
      stage: 'end',
      status: 'closed',
      sentence: { zh: expect.stringContaining('改正后可重新提交') as string, en: expect.stringContaining('file it again') as string },
    });
    expect((await app.as('hg.aimin', 'GET', `/v1/cases/${claimId}/timeline`)).body['decisions']).toMatchObject([
      { action: 'refuse', comment: refusal.comment },
    ]);
  });

  it('is decided once, however often the decision is sent', async () => {
    const { claimId } = await inReview();
    const { id, version } = await taskOf(claimId);
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() };
    const send = (body: object) => app.as('hg.caseworker1', 'POST', `/v1/tasks/${id}/decision`, body, { headers });
    const [first, again] = [await send({ action: 'approve' }), await send({ action: 'approve' })];
    expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([200, first.body, 'true']);
    expect(told(await send({ action: 'refuse' }))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const anew = await app.as(
      'hg.caseworker1',
      'POST',
      `/v1/tasks/${id}/decision`,
      { action: 'approve' },
      { headers: { 'if-match': `"${version}"` } },
    );
    expect(told(anew)).toEqual([409, 'TASK_CLOSED']);
    expect(await sql('select 1 as one from casework.decision where case_id = $1', [claimId])).toHaveLength(1);
  });

  it('is decided by one of two who decide at once', async () => {
    const { claimId } = await inReview();
    const read = taskOf(claimId);
    const answers = await Promise.all(
      ['hg.caseworker1', 'hg.caseworker2'].map((login) => decide(login, claimId, { action: 'approve' }, {}, read)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await sql('select 1 as one from casework.decision where case_id = $1', [claimId])).toHaveLength(1);
  });

  it('is not decided by whoever filed it, under any account', async () => {
    const { claimId } = await inReview();
    await sql('insert into casework.contributor (case_id, person_id, how) values ($1, $2, $3)', [
      claimId,
      demoAccount('hg.caseworker1').personId,
      'prepared',
    ]);
    expect(told(await decide('hg.caseworker1', claimId, { action: 'approve' }))).toEqual([403, 'DUTY_CONTRIBUTOR']);
    expect(told(await decide('hg.caseworker2', claimId, { action: 'approve' }))).toEqual([200, 'accepted']);
  });

  it.each([
    [
      'sent the roster',
      `insert into trainee.roster_import (class_id, institution_id, file_sha256, file_name, state, header, rows, valid_rows, error_rows, warning_rows, blocked, findings,
      uploaded_by, confirmed_by, ended_at, enrolled) values ($1, gen_random_uuid(), sha256('x'), 'r.xlsx', 'confirmed', '{}', 1, 1, 0, 0, false, '[]', $2, gen_random_uuid(), platform.now(), 1)`,
    ],
    [
      'recorded a result',
      `insert into trainee.assessment_result (enrollment_id, class_id, outcome, assessed_on, recorded_by) values (gen_random_uuid(), $1, 'passed', '2026-01-20', $2)`,
    ],
    [
      'recorded a certificate',
      `insert into trainee.certificate (enrollment_id, class_id, person_id, number, kind, level, issued_on, recorded_by)
      values (gen_random_uuid(), $1, gen_random_uuid(), 'Y' || gen_random_uuid(), 'skill-level', 5, '2026-01-20', $2)`,
    ],
    [
      'recorded an employment',
      `insert into trainee.employment_proof (enrollment_id, class_id, kind, employer, employed_on, file_sha256, recorded_by)
      values (gen_random_uuid(), $1, 'wage', '某养老院', '2026-01-20', sha256('x'), $2)`,
    ],
  ])('is not decided by whoever %s, under any account', async (_what, contribution) => {
    const { claimId, classId } = await inReview();
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.contribution-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement(`test.contribution.${contribution.length}`, contribution), [classId, demoAccount('hg.caseworker1').personId]);
    });
    expect(told(await decide('hg.caseworker1', claimId, { action: 'approve' }))).toEqual([403, 'DUTY_CONTRIBUTOR']);
    expect(told(await decide('hg.caseworker2', claimId, { action: 'approve' }))).toEqual([200, 'accepted']);
  });

  it('has an audit trail for auditors alone, one entry an act, without personal data', async () => {
    const { claimId, persons } = await inReview();
    await decide('hg.caseworker1', claimId, { action: 'approve', exclusions: [{ personId: persons[0], reasonCode: 'insured-elsewhere' }] });
    const audit = await app.as('hg.auditor', 'GET', `/v1/cases/${claimId}/audit`);
    expect(JSON.stringify(audit.body['items'])).toContain('"act":"review-approve"');
    const pages: unknown[] = [];
    let cursor: unknown = '';
    while (typeof cursor === 'string') {
      const { body } = await app.as('hg.auditor', 'GET', `/v1/cases/${claimId}/audit?limit=1&cursor=${cursor}`);
      pages.push(...(body['items'] as unknown[]));
      cursor = body['nextCursor'];
    }
    expect(pages).toEqual(audit.body['items']);
    expect(told(await app.as('hg.auditor', 'GET', `/v1/cases/${claimId}/audit?cursor=x`))).toEqual([400, 'CURSOR_INVALID']);
    expect(JSON.stringify(audit.body)).not.toMatch(/牛桂花|\d{17}/);
    for (const login of ['hg.aimin', 'hg.leader', 'sysadmin'])
      expect((await app.as(login, 'GET', `/v1/cases/${claimId}/audit`)).status).toBe(403);
    expect((await app.as('xz.auditor', 'GET', `/v1/cases/${claimId}/audit`)).status).toBe(404);
  });

  it('that is not there, not yours or no id is not found', async () => {
    const { claimId } = await inReview();
    for (const path of [`/v1/cases/${claimId}`, `/v1/cases/${claimId}/timeline`])
      for (const login of ['hg.huasen', 'wz.leader', 'xz.caseworker1', 'sysadmin'])
        expect((await app.as(login, 'GET', path)).status).toBe(404);
    expect((await track('hg.leader', randomUUID())).status).toBe(404);
    expect((await track('hg.leader', 'abc')).status).toBe(400);
  });
});
