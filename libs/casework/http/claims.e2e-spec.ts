import { Database, statement } from '#libs/platform';
import type { TestTokenOptions } from '#libs/identity';
import { TestApplication, type Answered } from '#libs/testing';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { CaseworkModule } from '../casework.module.ts';
import { plantClaim, type PlantedClaim } from '../testing/plant-cases.ts';

const openTask = `select id, version, due_on as "dueOn" from casework.task where case_id = $1 and kind = $2 and closed_at is null order by opened_at limit 1`;

describe('the road of a claim', () => {
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

  const sql = <Row extends object>(text: string, values: readonly unknown[] = []) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const taskOf = async (caseId: string, kind: string) => {
    const [task] = await sql<{ id: string; version: number; dueOn: string }>(openTask, [caseId, kind]);
    if (!task) throw new Error(`nothing of the kind ${kind} is open`);
    return task;
  };
  const decide = async (login: string, caseId: string, kind: string, body: object, token: TestTokenOptions = {}): Promise<Answered> => {
    const { id, version } = await taskOf(caseId, kind);
    const signedIn = { signedInSecondsAgo: 10, secondFactor: true, ...token };
    return app.as(login, 'POST', `/v1/tasks/${id}/decision`, body, { headers: { 'if-match': `"${version}"` }, ...signedIn });
  };
  const told = ({ status, body }: Answered) => [status, body['code'] ?? body['outcome']];
  const later = (instant: string) => sql('select platform.move_clock($1::timestamptz)', [instant]);
  const sign = (login: string, { claimId, sha256 }: PlantedClaim) =>
    decide(login, claimId, 'sign', { action: 'sign', packageSha256: sha256 });

  const inReview = async () => {
    const claim = await app.asOwner(plantClaim);
    expect(await roads.review(claim.claimId)).toEqual({ outcome: null });
    return claim;
  };
  const toSign = async () => {
    const claim = await inReview();
    expect(told(await decide('hg.caseworker2', claim.claimId, 'decide', { action: 'approve' }))).toEqual([200, 'accepted']);
    expect(await roads.signOff(claim.claimId)).toEqual({ outcome: null });
    return claim;
  };
  const published = async () => {
    const claim = await toSign();
    await sign('hg.caseworker1', claim);
    expect(told(await sign('hg.caseworker2', claim))).toEqual([200, 'signed']);
    await roads.publicNotice(claim.claimId);
    const [notice] = await sql<{ id: string; closesOn: string; closesAt: Date }>(
      `select id, closes_on as "closesOn", closes_at as "closesAt" from casework.public_notice where claim_id = $1`,
      [claim.claimId],
    );
    if (!notice) throw new Error('nothing was published');
    return { ...claim, notice };
  };
  const object = (noticeId: string, body: object) => app.call('POST', `/v1/public/notices/${noticeId}/objections`, {}, body);

  it('lets the reviewer leave a person out, with a reason, but neither everybody nor a stranger', async () => {
    const { claimId, persons } = await inReview();
    const reasonCode = 'insured-elsewhere';
    const all = { action: 'approve', exclusions: persons.map((personId) => ({ personId, reasonCode })) };
    expect(told(await decide('hg.caseworker1', claimId, 'decide', all))).toEqual([422, 'EXCLUSION_OF_ALL']);
    const stranger = { action: 'approve', exclusions: [{ personId: claimId, reasonCode }] };
    expect(told(await decide('hg.caseworker1', claimId, 'decide', stranger))).toEqual([422, 'EXCLUSION_PERSON_UNKNOWN']);
    expect(await sql('select 1 from casework.decision where case_id = $1', [claimId])).toEqual([]);
    const one = await decide('hg.caseworker1', claimId, 'decide', { ...all, exclusions: all.exclusions.slice(0, 1) });
    expect(one.body).toMatchObject({ outcome: 'accepted', excluded: 1, next: { stage: 'sign-off' } });
  });

  it('is signed by as many as its policy wants, whoever opens the sign-off', async () => {
    const { claimId } = await inReview();
    const three = `update rulebook.snapshot s set document = jsonb_set(s.document, '{process}',
      (select jsonb_object_agg(p.key, jsonb_set(p.value, '{claim,signOff,signers,value}', '3')) from jsonb_each(s.document -> 'process') p))
      from finance.claim k where k.id = $1 and s.hash = k.snapshot_hash`;
    const open = `insert into casework.stage (case_id, stage, round, ordinal, package_version, package_sha256, signers)
      select id, 'sign-off', 1, 9, 1, package_sha256, 2 from finance.claim where id = $1`;
    const undercut = app.asOwner(async (tx) => {
      await tx.rows(statement('test.signers-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.signers-three', three), [claimId]);
      await tx.rows(statement('test.signers-guarded', 'set local session_replication_role = origin'));
      await tx.rows(statement('test.signers-open', open), [claimId]);
    });
    await expect(undercut).rejects.toThrow('SIGNERS_TOO_FEW');
  });

  it('is decided by its office alone, on what was seen, and with a reason where it is refused', async () => {
    const { claimId } = await inReview();
    const approve = { action: 'approve' };
    expect(told(await decide('wz.caseworker1', claimId, 'decide', approve))).toEqual([404, 'NOT_FOUND']);
    expect(told(await decide('hg.aimin', claimId, 'decide', approve))).toEqual([403, 'TASK_OTHER_OFFICE']);
    expect(told(await decide('hg.leader', claimId, 'decide', approve))).toEqual([403, 'TASK_OTHER_ROLE']);
    expect(told(await decide('hg.caseworker1', claimId, 'decide', { action: 'sign' }))).toEqual([422, 'ACTION_UNKNOWN']);
    expect(told(await decide('hg.caseworker1', claimId, 'decide', { action: 'refuse' }))).toEqual([422, 'REASON_MISSING']);
    const { id } = await taskOf(claimId, 'decide');
    const path = `/v1/tasks/${id}/decision`;
    expect((await app.as('hg.caseworker1', 'POST', path, approve)).status).toBe(428);
    const stale = await app.as('hg.caseworker1', 'POST', path, approve, { headers: { 'if-match': '"99"' } });
    expect(stale.body['code']).toBe('VERSION_STALE');
  });

  it('is signed by two natural persons, freshly signed in with a one-time code, on exactly the sealed package', async () => {
    const claim = await toSign();
    const { claimId, sha256 } = claim;
    const act = { action: 'sign', packageSha256: sha256 };
    expect(told(await decide('hg.caseworker1', claimId, 'sign', { action: 'sign' }))).toEqual([422, 'TASK_NEEDS_SIGNATURE']);
    const other = { ...act, packageSha256: 'f'.repeat(64) };
    expect(told(await decide('hg.caseworker1', claimId, 'sign', other))).toEqual([409, 'PACKAGE_STALE']);
    expect(told(await decide('hg.caseworker1', claimId, 'sign', act, { signedInSecondsAgo: 400 }))).toEqual([401, 'LOGIN_TOO_OLD']);
    const bare = await decide('hg.caseworker1', claimId, 'sign', act, { secondFactor: false });
    expect(told(bare)).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    expect(bare.headers.get('www-authenticate')).toBe('Bearer error="insufficient_user_authentication", acr_values="mfa", max_age=300');
    expect([bare.body['detail'], bare.body['detailEn']]).toEqual([
      expect.stringContaining('我的账号'),
      expect.stringContaining('My account'),
    ]);
    expect((await sign('hg.caseworker1', claim)).body['outcome']).toBeNull();
    const { id } = await taskOf(claimId, 'sign');
    const mine = async (login: string) => (await app.as(login, 'GET', `/v1/tasks/${id}`)).body['signatures'];
    expect([await mine('hg.twin'), await mine('hg.leader')]).toMatchObject([[{ isMine: true }], [{ isMine: false }]]);
    for (const login of ['hg.caseworker1', 'hg.twin']) expect(told(await sign(login, claim))).toEqual([409, 'SIGNER_SIGNED_BEFORE']);
    expect(told(await sign('hg.leader', claim))).toEqual([200, 'signed']);
  });

  it('publishes a masked roster that nobody has to sign in for, and follows an objection by its receipt', async () => {
    const { claimId, persons, notice } = await published();
    const shown = await app.call('GET', `/v1/public/notices/${notice.id}`, {});
    expect(shown.body).toMatchObject({ lineCount: 2, isOpen: true, total: { value: '3000.00', currency: 'CNY' } });
    expect(JSON.stringify(shown.body)).not.toContain(persons[0]);
    const list = await app.call('GET', '/v1/public/notices?region=140427&open=true', {});
    expect(JSON.stringify(list.body)).toContain(notice.id);
    expect((await object(notice.id, { lines: [9], facts: '此人未参加培训' })).body['code']).toBe('NOTICE_LINE_UNKNOWN');
    expect((await object(notice.id, { facts: '此人未参加培训' })).body['code']).toBe('OBJECTION_SCOPE');
    expect((await object(notice.id, { lines: [1] })).status).toBe(400);
    const filed = await object(notice.id, { lines: [1], facts: '此人未参加培训', contact: '13800000000' });
    expect(filed.status).toBe(201);
    const held = await sql(
      'select person_id is not null as "isPerson", facts_cipher::text like $2 as "isOpen" from casework.objection where claim_id = $1',
      [claimId, '%未参加%'],
    );
    expect(held).toEqual([{ isPerson: true, isOpen: false }]);
    const path = `/v1/public/objections/${String(filed.body['receiptNumber'])}`;
    const secret = { 'x-receipt-secret': String(filed.body['secret']) };
    expect((await app.call('GET', path, { 'x-receipt-secret': 'guess' })).body['code']).toBe('OBJECTION_UNKNOWN');
    expect((await app.call('GET', path, secret)).body['items']).toMatchObject([{ lineNumber: 1, state: 'open', reply: null }]);
    expect((await app.call('POST', `${path}/withdraw`, secret)).body).toEqual({ withdrawn: 1 });
    expect((await app.call('POST', `${path}/withdraw`, secret)).body['code']).toBe('OBJECTION_ENDED');
  });

  it('publishes anew what an upheld objection has changed', async () => {
    const { claimId, notice } = await published();
    await object(notice.id, { lines: [1], facts: '此人未参加培训' });
    const [objection] = await sql<{ id: string }>('select id from casework.objection where claim_id = $1', [claimId]);
    expect(await roads.objection(objection?.id ?? '')).toEqual({ outcome: null });
    await roads.objection(objection?.id ?? '');
    expect(await sql(`select 1 as one from casework.task where objection_id = $1`, [objection?.id])).toEqual([{ one: 1 }]);
    const uphold = { action: 'uphold', reasonCode: 'not-trained', comment: '经核实，情况属实' };
    expect(told(await decide('hg.leader', claimId, 'investigate', uphold))).toEqual([200, 'upheld']);
    expect(await sql('select person_id as id from casework.line_exclusion where claim_id = $1', [claimId])).toEqual(
      await sql(
        'select l.person_id as id from casework.public_notice_line l join casework.public_notice n on n.id = l.notice_id where n.claim_id = $1 and l.line_number = 1',
        [claimId],
      ),
    );
    expect(await roads.objection(objection?.id ?? '')).toEqual({ outcome: 'upheld' });
    expect(await roads.publicNotice(claimId)).toEqual({ outcome: 'corrected' });
  });

  it('shows where it is to those it concerns, the audit to auditors, and nothing to others', async () => {
    const { claimId } = await toSign();
    const path = `/v1/cases/${claimId}`;
    expect((await app.as('hg.aimin', 'GET', path)).body).toMatchObject({ stage: 'sign-off', turn: { kind: 'sign' } });
    expect(JSON.stringify((await app.as('hg.aimin', 'GET', `${path}/timeline`)).body)).not.toContain('personName');
    expect(JSON.stringify((await app.as('hg.leader', 'GET', `${path}/timeline`)).body)).toContain('personName');
    for (const login of ['hg.huasen', 'wz.caseworker1']) {
      expect((await app.as(login, 'GET', path)).status).toBe(404);
      expect((await app.as(login, 'GET', `${path}/timeline`)).status).toBe(404);
    }
    expect((await app.as('hg.auditor', 'GET', `${path}/audit`)).status).toBe(200);
    expect((await app.as('hg.caseworker1', 'GET', `${path}/audit`)).status).toBe(403);
  });

  it('waits five working days over the holiday, then for a finance officer who did not sign', async () => {
    await later('2026-04-30T09:00:00+08:00');
    const { claimId, sha256, notice } = await published();
    const [fifth] = await sql<{ day: string }>(
      `select day from rulebook.published_calendar_day where is_working and day > '2026-04-30' order by day offset 4 limit 1`,
    );
    expect(notice.closesOn).toBe(fifth?.day);
    expect((await roads.publicNotice(claimId)).outcome).toBeNull();
    await object(notice.id, { lines: [1], facts: '此人未参加培训' });
    await later(notice.closesAt.toISOString());
    expect((await object(notice.id, { lines: [2], facts: '此人未参加培训' })).body['code']).toBe('NOTICE_CLOSED');
    const late = await app.as('hg.caseworker1', 'POST', `/v1/notices/${notice.id}/objections`, { lines: [2], facts: '书面反映此人未参加' });
    expect([late.status, late.body['isLate']]).toEqual([201, true]);
    expect(await roads.publicNotice(claimId)).toEqual({ outcome: 'clean' });
    expect(await roads.financeReview(claimId)).toEqual({ outcome: null });
    const act = { action: 'approve', packageSha256: sha256 };
    expect(told(await decide('hg.caseworker1', claimId, 'decide', act))).toEqual([403, 'TASK_OTHER_OFFICE']);
    expect(told(await decide('hg.finance-reviewer', claimId, 'decide', act))).toEqual([200, 'approved']);
    expect(await sql('select reserved_fen from finance.reservation where claim_id = $1', [claimId])).toHaveLength(1);
  });

  it('pays nobody of a claim whose objection as a whole was upheld after the notice', async () => {
    const { claimId, notice, persons } = await published();
    await later(notice.closesAt.toISOString());
    expect(await roads.publicNotice(claimId)).toEqual({ outcome: 'clean' });
    await roads.financeReview(claimId);
    const late = await app.as('hg.caseworker1', 'POST', `/v1/notices/${notice.id}/objections`, {
      isWholeClaim: true,
      facts: '全部为虚假培训',
    });
    expect([late.status, late.body['isLate']]).toEqual([201, true]);
    const [objection] = await sql<{ id: string }>('select id from casework.objection where claim_id = $1', [claimId]);
    await roads.objection(objection?.id ?? '');
    const uphold = { action: 'uphold', reasonCode: 'not-trained', comment: '经核实，情况属实' };
    expect(told(await decide('hg.leader', claimId, 'investigate', uphold))).toEqual([200, 'upheld']);
    const left = await sql<{ id: string }>('select person_id as id from casework.line_exclusion where claim_id = $1', [claimId]);
    expect(left.map(({ id }) => id).sort()).toEqual([...persons].sort());
  });
});
