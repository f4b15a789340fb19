import { randomUUID } from 'node:crypto';
import { demoAccount, demoEvaluationBodies, demoInstitutions, demoOffices } from '#libs/identity';
import { statement } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { RulebookModule } from '#libs/rulebook';
import { TestApplication, type Answered } from '#libs/testing';
import { InstitutionModule } from '../institution.module.ts';
import { seedInstitutions } from '../seed/seed-institutions.ts';

/** One person enrolled, as the trainee domain leaves it behind. */
const plantTrainee = `with person as (insert into trainee.person (id, id_index, identity_cipher, masked_id_number, category)
    values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), '\\x01', '1404**********0011', '农村转移就业劳动者') returning id),
  file as (insert into platform.file (sha256, size_bytes, media_type) values (sha256(gen_random_uuid()::text::bytea), 1, 'x') returning sha256),
  import as (insert into trainee.roster_import (id, class_id, institution_id, file_sha256, file_name, state, header, rows, valid_rows, error_rows, warning_rows,
    blocked, findings, uploaded_by, confirmed_by, ended_at, enrolled) select gen_random_uuid(), $1, $2, sha256, 'r.xlsx', 'confirmed', '{}', 1, 1, 0, 0, false, '[]',
    gen_random_uuid(), gen_random_uuid(), platform.now(), 1 from file returning id)
  insert into trainee.enrollment (id, class_id, person_id, institution_id, import_id, row_number, span, category)
  select gen_random_uuid(), $1, person.id, $2, import.id, 1, daterange($3::date, $4::date, '[]'), '农村转移就业劳动者' from person, import`;
const plantCase = `insert into casework.case_file (id, kind, class_id, number, title, region, institution_id, current_stage)
  values ($1, 'class', $1, 'n', 't', '140427', $2, 'opening')`;
const plantStage = `insert into casework.stage (case_id, stage, round, ordinal, seen_version, is_suspended, suspended_at, suspended_on)
  values ($1, 'opening', 1, 1, 1, $2, case when $2 then platform.now() end, case when $2 then platform.today() end)`;
const lapsed = `insert into casework.stage (case_id, stage, round, ordinal, seen_version, outcome, outcome_at) values ($1, 'opening', 1, 1, 1, 'lapsed', platform.now())`;
const inDelivery = `insert into casework.stage (case_id, stage, round, ordinal, outcome, outcome_at) values ($1, 'opening', 1, 1, 'approved', platform.now()),
  ($1, 'activation', 1, 2, 'activated', platform.now()), ($1, 'delivery', 1, 3, null, null)`;
/** Whatever a filing may leave behind. */
const everything = `select (select coalesce(string_agg(f::text, '' order by f.kind, f.version), '') from institution.filing f where f.class_id = $1) || (select c::text from institution.training_class c where c.id = $1)
  || (select coalesce(string_agg(x::text, '' order by x.seq), '') from platform.outbox x where x.subject_id = $1) || (select coalesce(string_agg(e::text, ''), '') from trainee.enrollment e where e.class_id = $1)
  || (select coalesce(string_agg(s::text, '' order by s.ordinal), '') from casework.stage s where s.case_id = $1) as rows`;
const road = `select act, reason from platform.outbox where subject_id = $1 order by seq`;
const judged = `select content::jsonb #> '{eligibility,people}' as people, (select array_agg(c ->> 'code') from jsonb_array_elements(content::jsonb #> '{eligibility,checks}') c
  where (c ->> 'unknown')::int > 0) as asked from institution.filing where class_id = $1`;
const filed = `select version, status, contributors, submitted_at <= platform.now() as "isNow" from institution.published_filing
  where class_id = $1 and kind = 'opening' order by version`;

describe('filings and materials', () => {
  let app: TestApplication;
  let siteId: string;
  let teacherId: string;
  beforeAll(async () => {
    app = await TestApplication.start([InstitutionModule, RulebookModule]);
    await app.asOwner(seedInstitutions);
    const idNumber = syntheticIdentityNumber({ region: '100000', birthDate: '1980-05-01', sequence: 905 });
    siteId = idOf(await app.as('hg.aimin', 'POST', '/v1/sites', { name: '第一实训基地', address: '壶关县示范路1号' }));
    teacherId = idOf(await app.as('hg.aimin', 'POST', '/v1/teachers', { name: '高文华', idNumber, qualification: '高级技师' }));
  });
  afterAll(() => app.stop());

  const idOf = ({ body }: Answered) => String(body['id']);
  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const plan = (startsOn: string, endsOn: string) => ({
    name: '养老护理员一班',
    classType: 'project',
    occupationCode: '4-10-01-05',
    occupationName: '养老护理员',
    siteId,
    assigningOfficeId: demoOffices.huguanHr.id,
    startsOn,
    endsOn,
    capacity: 40,
    timetable: [{ day: startsOn, course: '消防安全', hours: 8, teacherId }],
    teachingPlan: [{ course: '消防安全、法制、普通话', hours: 8 }],
  });
  const newClass = async (startsOn = '2026-03-16', endsOn = '2026-03-27') =>
    idOf(await app.as('hg.aimin', 'POST', '/v1/classes', plan(startsOn, endsOn)));
  const pdf = (text = randomUUID()) => Buffer.from(`%PDF-1.7\n${text}`);
  const upload = (id: string, slot: string, bytes: Uint8Array = pdf(), more: { login?: string; filing?: string } = {}) => {
    const form = new FormData();
    form.set('filing', more.filing ?? 'opening');
    form.set('slot', slot);
    form.set('file', new Blob([new Uint8Array(bytes)]), '材料.pdf');
    return app.as(more.login ?? 'hg.aimin', 'POST', `/v1/classes/${id}/materials`, form);
  };
  const complete = async (id: string, startsOn = '2026-03-16', endsOn = '2026-03-27') => {
    for (const slot of ['teacher-papers', 'teaching-resources', 'assessment-plan']) expect((await upload(id, slot)).status).toBe(201);
    await sql(plantTrainee, [id, demoInstitutions.aimin.id, startsOn, endsOn]);
  };
  const act = (id: string, verb: string, kind = 'opening', login = 'hg.aimin') =>
    app.as(login, 'POST', `/v1/classes/${id}/filings/${kind}/${verb}`);
  const codes = ({ body }: Answered) =>
    ((body['errors'] ?? []) as { code: string; pointer?: string }[]).map(({ code, pointer }) => `${code} ${pointer ?? ''}`);

  it('tells everything an opening still lacks at once and files nothing', async () => {
    const id = await newClass();
    const answer = await act(id, 'submit');
    expect([answer.status, answer.body['code']]).toEqual([422, 'FILING_INCOMPLETE']);
    const lacking = ['teacher-papers', 'teaching-resources', 'assessment-plan', 'roster'];
    expect(codes(answer)).toEqual(lacking.map((slot) => `MATERIAL_MISSING /materials/${slot}`));
    expect(await sql(filed, [id])).toEqual([]);
    expect(await sql(road, [id])).toEqual([]);
  });

  it('files a complete opening once, starts its road, and locks what was filed', async () => {
    const id = await newClass('2026-05-11', '2026-05-15');
    await complete(id, '2026-05-11', '2026-05-15');
    const answer = await act(id, 'submit');
    expect([answer.status, answer.body]).toEqual([201, { kind: 'opening', version: 1 }]);
    const contributors = [demoAccount('hg.aimin').personId];
    expect(await sql(filed, [id])).toEqual([{ version: 1, status: 'submitted', contributors, isNow: true }]);
    expect(await sql(road, [id])).toEqual([{ act: 'start', reason: 'start' }]);
    const [kept] = await sql<{ people: object[]; asked: string[] }>(judged, [id]);
    expect(kept).toEqual({ people: [expect.objectContaining({ row: 1, answer: 'unknown' })], asked: ['training-intent', 'work-capacity'] });
    const change = await app.as('hg.aimin', 'PUT', `/v1/classes/${id}`, plan('2026-05-12', '2026-05-15'), {
      headers: { 'if-match': '"1"' },
    });
    for (const refused of [change, await upload(id, 'assessment-plan'), await act(id, 'submit')])
      expect([refused.status, refused.body['code']]).toEqual([409, 'FILING_UNDER_REVIEW']);
    expect((await app.as('hg.caseworker1', 'GET', `/v1/classes/${id}/filings/opening`)).body).toMatchObject({
      state: 'under-review',
      marks: [],
    });
  });

  it('takes a withdrawn opening again as a new version, its people moved to the new days', async () => {
    const id = await newClass('2026-06-08', '2026-06-12');
    await complete(id, '2026-06-08', '2026-06-12');
    await act(id, 'submit');
    expect((await act(id, 'withdraw')).status).toBe(200);
    expect((await act(id, 'withdraw')).body['code']).toBe('FILING_NOT_WITHDRAWABLE');
    const moved = await app.as('hg.aimin', 'PUT', `/v1/classes/${id}`, plan('2026-06-15', '2026-06-19'), {
      headers: { 'if-match': '"1"' },
    });
    expect(moved.status).toBe(200);
    expect((await act(id, 'submit')).body).toEqual({ kind: 'opening', version: 2 });
    expect(await sql(`select lower(span)::text as starts from trainee.enrollment where class_id = $1`, [id])).toEqual([
      { starts: '2026-06-15' },
    ]);
    expect((await sql<{ status: string }>(filed, [id])).map(({ status }) => status)).toEqual(['withdrawn', 'submitted']);
  });

  it('lets a returned opening be corrected and filed again, and tells its road', async () => {
    const id = await newClass('2026-07-06', '2026-07-10');
    await complete(id, '2026-07-06', '2026-07-10');
    await act(id, 'submit');
    await sql(plantCase, [id, demoInstitutions.aimin.id]);
    await sql(plantStage, [id, true]);
    expect((await app.as('hg.aimin', 'GET', `/v1/classes/${id}/filings/opening`)).body['state']).toBe('returned');
    expect((await upload(id, 'assessment-plan')).status).toBe(201);
    expect((await act(id, 'submit')).body).toEqual({ kind: 'opening', version: 2 });
    expect((await sql<{ act: string }>(road, [id])).map((row) => row.act)).toEqual(['start', 'advance']);
  });

  it('tells what differs between two submissions, and what is not filed yet to the institution alone', async () => {
    const [startsOn, endsOn] = ['2026-08-10', '2026-08-14'];
    const id = await newClass(startsOn, endsOn);
    await complete(id, startsOn, endsOn);
    await act(id, 'submit');
    await sql(plantCase, [id, demoInstitutions.aimin.id]);
    await sql(plantStage, [id, true]);
    const corrected = { ...plan(startsOn, endsOn), capacity: 30, timetable: [{ day: startsOn, course: '消防安全', hours: 6, teacherId }] };
    await app.as('hg.aimin', 'PUT', `/v1/classes/${id}`, corrected, { headers: { 'if-match': '"1"' } });
    await upload(id, 'assessment-plan');
    const changes = (query: string, login = 'hg.aimin') => app.as(login, 'GET', `/v1/classes/${id}/filings/opening/changes?${query}`);
    const expected = {
      fields: [{ pointer: '/capacity', before: '40', after: '30' }],
      lessons: [{ pointer: '/timetable/0', what: '2026-08-10 消防安全', before: '8 学时 高**', after: '6 学时 高**' }],
      courses: [],
      materials: [{ slot: 'assessment-plan', title: '考核方案', before: ['材料.pdf'], after: ['材料.pdf', '材料.pdf'] }],
    };
    expect((await changes('from=1')).body).toMatchObject({ ...expected, from: { version: 1 }, to: { version: null, submittedAt: null } });
    expect((await changes('from=1', 'hg.caseworker1')).status).toBe(404);
    await act(id, 'submit');
    expect((await changes('from=1&to=2', 'hg.caseworker1')).body).toMatchObject({ ...expected, to: { version: 2 } });
    expect((await changes('from=2&to=2', 'hg.caseworker1')).body).toMatchObject({ fields: [], lessons: [], courses: [], materials: [] });
    for (const login of ['hg.huasen', 'wz.caseworker1']) expect((await changes('from=1&to=2', login)).status).toBe(404);
    expect((await changes('from=1&to=9')).status).toBe(404);
    expect((await changes('from=0')).status).toBe(400);
  });

  it('of a class whose start has passed undecided have lapsed: filed again only with another start, and its road begins anew', async () => {
    const id = await newClass('2026-09-07', '2026-09-11');
    await complete(id, '2026-09-07', '2026-09-11');
    await act(id, 'submit');
    await sql(plantCase, [id, demoInstitutions.aimin.id]);
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.lapsed-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.lapsed', lapsed), [id]);
      await tx.rows(
        statement(
          'test.lapsed-start',
          `update institution.training_class set starts_on = '2026-02-23', ends_on = '2026-02-27' where id = $1`,
        ),
        [id],
      );
    });
    const shown = await app.as('hg.aimin', 'GET', `/v1/classes/${id}/filings/opening`);
    expect(shown.body).toMatchObject({ state: 'lapsed', findings: [{ code: 'FILING_TOO_LATE', pointer: '/startsOn' }] });
    expect((await act(id, 'withdraw')).body['code']).toBe('FILING_NOT_WITHDRAWABLE');
    const [before] = await sql<{ rows: string }>(everything, [id]);
    expect(codes(await act(id, 'submit'))).toEqual(['FILING_TOO_LATE /startsOn']);
    expect(await sql(everything, [id])).toEqual([before]);
    const version = { headers: { 'if-match': '"1"' } };
    expect((await app.as('hg.aimin', 'PUT', `/v1/classes/${id}`, plan('2026-09-14', '2026-09-18'), version)).status).toBe(200);
    expect((await act(id, 'submit')).body).toEqual({ kind: 'opening', version: 2 });
    expect((await sql<{ act: string }>(road, [id])).map((row) => row.act)).toEqual(['start', 'start']);
  });

  it('of a completion whose day has passed are taken all the same, and show the day that was due', async () => {
    const id = await newClass('2026-10-12', '2026-10-16');
    await sql(plantCase, [id, demoInstitutions.aimin.id]);
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.late-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.late', inDelivery), [id]);
      await tx.rows(
        statement(
          'test.late-start',
          `update institution.training_class set starts_on = '2026-02-02', ends_on = '2026-02-06', evaluation_body_id = $2 where id = $1`,
        ),
        [id, demoEvaluationBodies.zhendong.id],
      );
      await tx.rows(statement('test.late-lessons', `update institution.class_lesson set day = '2026-02-02' where class_id = $1`), [id]);
    });
    await sql(plantTrainee, [id, demoInstitutions.aimin.id, '2026-02-02', '2026-02-06']);
    expect((await upload(id, 'completion-report', pdf(), { filing: 'completion' })).status).toBe(201);
    const shown = await app.as('hg.aimin', 'GET', `/v1/classes/${id}/filings/completion`);
    const { latestOn } = shown.body['window'] as { latestOn: string };
    expect([latestOn < '2026-03-02', shown.body['findings']]).toEqual([true, []]);
    const [before] = await sql(everything, [id]);
    expect((await act(id, 'submit', 'completion', 'hg.huasen')).status).toBe(404);
    expect(await sql(everything, [id])).toEqual([before]);
    expect((await act(id, 'submit', 'completion')).body).toEqual({ kind: 'completion', version: 1 });
    expect(await sql(road, [id])).toEqual([{ act: 'advance', reason: 'completion-filed' }]);
  });

  it('names the earliest start when a week no longer lies ahead (HG24 三(一))', async () => {
    const id = await newClass('2026-03-08', '2026-03-13');
    await complete(id, '2026-03-08', '2026-03-13');
    const answer = await act(id, 'submit');
    expect(codes(answer)).toEqual(['FILING_TOO_LATE /startsOn']);
    expect(JSON.stringify(answer.body)).toContain('"earliestStart":"2026-03-09"');
  });

  it('takes no completion of a class that is not being trained, and nothing of a kind there is not', async () => {
    const id = await newClass();
    expect((await act(id, 'submit', 'completion')).body['code']).toBe('FILING_NOT_NOW');
    expect((await act(id, 'submit', 'claim')).status).toBe(400);
    expect((await act(id, 'withdraw')).body['code']).toBe('FILING_NOT_WITHDRAWABLE');
  });

  it('keeps the papers of a class for its institution and its offices, as they were sent', async () => {
    const id = await newClass();
    const bytes = pdf();
    const path = `/v1/classes/${id}/materials/${idOf(await upload(id, 'assessment-plan', bytes))}`;
    const sent = await app.as('hg.caseworker1', 'GET', `${path}/content`);
    expect([sent.status, sent.headers.get('content-type'), sent.bytes.equals(bytes)]).toEqual([200, 'application/pdf', true]);
    for (const login of ['hg.huasen', 'wz.caseworker1', 'sysadmin'])
      expect((await app.as(login, 'GET', `${path}/content`)).status).toBe(404);
    expect((await app.as('hg.huasen', 'DELETE', path)).status).toBe(404);
    expect((await app.as('hg.aimin', 'DELETE', path)).status).toBe(200);
    expect((await app.as('hg.aimin', 'GET', `/v1/classes/${id}/materials`)).body['items']).toEqual([]);
    expect((await app.as('hg.aimin', 'GET', `${path}/content`)).status).toBe(404);
  });

  it.each<[string, string, Buffer, { login?: string; filing?: string }, number, string]>([
    ['of a slot the policy does not know', 'holiday-photo', pdf(), {}, 422, 'MATERIAL_SLOT_UNKNOWN'],
    ['for a form that is filled in here', 'timetable', pdf(), {}, 422, 'MATERIAL_SLOT_UNKNOWN'],
    ['that is a program under the name of a PDF', 'assessment-plan', Buffer.from('MZ\x90\x00 no paper'), {}, 415, 'FILE_TYPE_REFUSED'],
    ['that is empty', 'assessment-plan', Buffer.alloc(0), {}, 422, 'FILE_EMPTY'],
    ['larger than 20 MiB', 'assessment-plan', Buffer.alloc(20 * 1_048_576 + 1, 0x20), {}, 413, 'PAYLOAD_TOO_LARGE'],
    ['of a filing there is not', 'assessment-plan', pdf(), { filing: 'party' }, 400, 'FIELD_INVALID'],
    ["for another institution's class", 'assessment-plan', pdf(), { login: 'hg.huasen' }, 404, 'NOT_FOUND'],
    ['from an official', 'assessment-plan', pdf(), { login: 'hg.caseworker1' }, 403, 'FORBIDDEN'],
  ])('refuses a paper %s', async (_what, slot, bytes, more, status, code) => {
    const answer = await upload(await newClass(), slot, bytes, more);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('asks for the paper its county adds, and counts working days where the county says so (AMB-01, AMB-41)', async () => {
    const id = await newClass();
    await complete(id);
    const windowOf = async () => (await app.as('hg.aimin', 'GET', `/v1/classes/${id}/filings/opening`)).body['window'] as object;
    expect(await windowOf()).toEqual({ earliestOn: '2026-03-02', latestOn: '2026-03-09', lawfulStartOn: null });
    const of = { classType: 'project', stage: 'opening', per: 'application', when: 'always', reason: '县人社局会议纪要' };
    const paper = { slot: 'insurance-proof', title: '学员意外险保单', titleEn: 'accident insurance', ...of };
    const working = { path: '/deadlines/filingDays/value', value: 'working', amb: 'AMB-01', reason: '县人社局会议纪要' };
    const overlay = { policy: 'huguan-2024', effectiveFrom: '2026-03-02', values: [working], materials: [paper] };
    const proposed = await app.as('hg.admin', 'POST', '/v1/policy-releases', { overlay, reason: '县人社局、财政局会商确定，见会议纪要' });
    expect(proposed.status).toBe(201);
    const released = `/v1/policy-releases/${idOf(proposed)}/release`;
    expect((await app.as('hg.leader', 'POST', released, {}, { headers: { 'if-match': '"1"' }, secondFactor: true })).status).toBe(200);
    expect(await windowOf()).toEqual({ earliestOn: '2026-02-25', latestOn: '2026-03-05', lawfulStartOn: null });
    const lacking = await act(id, 'submit');
    expect([lacking.status, codes(lacking)]).toEqual([422, ['MATERIAL_MISSING /materials/insurance-proof']]);
    expect((await upload(id, 'insurance-proof')).status).toBe(201);
    expect((await act(id, 'submit')).status).toBe(201);
    const soon = await newClass('2026-03-10', '2026-03-20');
    expect(codes(await act(soon, 'submit'))[0]).toBe('FILING_TOO_LATE /startsOn');
  });
});
