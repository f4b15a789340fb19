import { demoInstitutions } from '#libs/identity';
import { SandboxModule, statement } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { TestApplication, type Answered } from '#libs/testing';
import { InstitutionModule } from '../institution.module.ts';
import { seedInstitutions } from '../seed/seed-institutions.ts';

const idNumber = syntheticIdentityNumber({ region: '100000', birthDate: '1980-05-01', sequence: 901 });
const storedTeacher = statement(
  'test.stored-teacher',
  `select encode(name_cipher, 'escape') || encode(id_number_cipher, 'escape') as hidden, octet_length(id_index) as "indexBytes"
   from institution.teacher where id = $1`,
);

describe('institutions, sites and teachers', () => {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start([InstitutionModule, SandboxModule]);
    await app.asOwner(seedInstitutions);
  });
  afterAll(() => app.stop());

  const teacher = { name: '高文华', idNumber, qualification: '高级技师' };
  const namesOf = (body: Record<string, unknown>) => (body['items'] as { name: string }[]).map(({ name }) => name);

  it('shows an institution itself and every evaluation body, but no other institution', async () => {
    const { status, body } = await app.as('hg.aimin', 'GET', '/v1/institutions');
    expect(status).toBe(200);
    expect(namesOf(body)).toContain(demoInstitutions.aimin.name);
    expect(namesOf(body)).not.toContain(demoInstitutions.huasen.name);
    const evaluating = await app.as('hg.aimin', 'GET', '/v1/institutions?kind=evaluation');
    expect(namesOf(evaluating.body)).toHaveLength(2);
  });

  it('shows an office the institutions of its region, their accounts masked', async () => {
    const { body } = await app.as('hg.caseworker1', 'GET', '/v1/institutions?kind=training');
    expect(new Set(namesOf(body))).toEqual(new Set([demoInstitutions.aimin.name, demoInstitutions.huasen.name]));
    for (const item of body['items'] as { payeeAccount: string }[]) expect(item.payeeAccount).toMatch(/^\*{4,}\d{4}$/);
    expect((await app.as('hg.caseworker1', 'GET', '/v1/institutions?kind=bank')).status).toBe(400);
  });

  it('offers an institution the human-resources offices of its place and above, the nearest first', async () => {
    const { body } = await app.as('hg.aimin', 'GET', '/v1/assigning-offices');
    expect(namesOf(body)).toEqual(['壶关县人力资源和社会保障局', '长治市人力资源和社会保障局', '山西省人力资源和社会保障厅']);
    expect((await app.as('hg.caseworker1', 'GET', '/v1/assigning-offices')).status).toBe(403);
  });

  it('shows the system administrator, who sees no cases, nothing', async () => {
    expect((await app.as('sysadmin', 'GET', '/v1/institutions')).body['items']).toEqual([]);
  });

  it('tells who may train what, as the policy of the region says', async () => {
    const { body } = await app.as('hg.aimin', 'GET', '/v1/directories');
    expect(JSON.stringify(body['directories'])).toContain(demoInstitutions.aimin.name);
  });

  it('registers a site once, for its own institution only', async () => {
    const site = { name: '第一实训基地', address: '壶关县示范路1号' };
    expect((await app.as('hg.aimin', 'POST', '/v1/sites', site)).status).toBe(201);
    const again = await app.as('hg.aimin', 'POST', '/v1/sites', site);
    expect([again.status, again.body['code']]).toEqual([409, 'SITE_REGISTERED']);
    expect((await app.as('hg.aimin', 'GET', '/v1/sites')).body['items']).toHaveLength(1);
    expect((await app.as('hg.huasen', 'GET', '/v1/sites')).body['items']).toEqual([]);
  });

  it('registers a teacher once and shows neither name nor number, to nobody', async () => {
    const made = await app.as('hg.aimin', 'POST', '/v1/teachers', teacher);
    expect(made.status).toBe(201);
    const again = await app.as('hg.aimin', 'POST', '/v1/teachers', { ...teacher, idNumber: ` ${idNumber} ` });
    expect([again.status, again.body['code']]).toEqual([409, 'TEACHER_REGISTERED']);
    const { body } = await app.as('hg.aimin', 'GET', '/v1/teachers');
    const [shown] = body['items'] as { name: string; maskedIdNumber: string }[];
    expect([shown?.name, shown?.maskedIdNumber]).toEqual(['高**', `1000**********${idNumber.slice(-4)}`]);
    expect((await app.as('hg.huasen', 'GET', '/v1/teachers')).body['items']).toEqual([]);
    const stored = await app.asOwner((tx) => tx.one<{ hidden: string; indexBytes: number }>(storedTeacher, [made.body['id']]));
    expect(stored?.indexBytes).toBe(32);
    expect(stored?.hidden).not.toContain(idNumber);
  });

  it.each([
    ['a number one digit short', { idNumber: idNumber.slice(1) }, 422, 'ID_LENGTH'],
    [
      'a number with a wrong check character',
      { idNumber: `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}` },
      422,
      'ID_CHECKSUM',
    ],
    ['no qualification', { qualification: '' }, 400, 'REQUEST_INVALID'],
    ['a field of another table', { institutionId: demoInstitutions.huasen.id }, 400, 'REQUEST_INVALID'],
  ])('refuses a teacher with %s and never repeats the number', async (_what, wrong, status, code) => {
    const answer = await app.as('hg.aimin', 'POST', '/v1/teachers', { ...teacher, ...wrong });
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(answer.bytes.toString()).not.toContain(idNumber.slice(6, 14));
  });

  it('lets officials and evaluation bodies register nothing', async () => {
    for (const login of ['hg.caseworker1', 'cz.zhendong', 'hg.auditor'])
      expect((await app.as(login, 'POST', '/v1/teachers', teacher)).status).toBe(403);
  });

  const facts = {
    ...{ name: '壶关县示范职业培训学校', creditCode: '91350100M000100Y43', licenseKind: 'permit', licenseNumber: '人社民14042740001号' },
    ...{ licenseOffice: '壶关县人力资源和社会保障局', licenseUntil: '2028-12-31' },
  };
  const told = ({ status, body }: Answered) => [status, body['code'] ?? body['state']];
  const register = (body: object = {}, login = 'hg.caseworker1') =>
    app.as(login, 'POST', '/v1/institutions', { ...facts, region: '140427', kind: 'training', ...body });

  it('are registered by the bureau of their place, with their licence, and an office to sign in for; the same one once', async () => {
    const made = await register();
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    expect(made.body).toMatchObject({ ...facts, payeeAccount: null, version: 1 });
    const id = String(made.body['id']);
    const offices = (await app.as('hg.admin', 'GET', '/v1/offices?kind=institution&limit=200')).body['items'] as { id: string }[];
    expect(offices.map((office) => office.id)).toContain(id);
    expect(told(await register())).toEqual([409, 'INSTITUTION_REGISTERED']);
    expect(told(await register({ name: '另一学校' }))).toEqual([409, 'INSTITUTION_REGISTERED']);
    const wrong = await register({ name: '另一学校', creditCode: '91350100M000100Y44' });
    expect([...told(wrong), wrong.body['pointer']]).toEqual([422, 'CREDIT_CODE_INVALID', '/creditCode']);
    expect(told(await register({ licenseUntil: '2028-02-30' }))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await register({ payeeAccount: '1' }))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await register({}, 'wz.caseworker1'))).toEqual([403, 'INSTITUTION_OFFICE']);
    expect(told(await register({}, 'hg.industry'))).toEqual([403, 'INSTITUTION_OFFICE']);
    expect(told(await register({}, 'hg.aimin'))).toEqual([403, 'FORBIDDEN']);
    expect(
      await app.asOwner((tx) => tx.rows(statement('test.acts', `select act from platform.audit where subject_id = $1`), [id])),
    ).toEqual([{ act: 'institution-registered' }]);
  });

  it('are changed on the version that was seen, with a reason; place and kind never; earlier versions stay', async () => {
    const { id } = demoInstitutions.aimin;
    const shown = await app.as('hg.aimin', 'GET', `/v1/institutions/${id}`);
    expect([shown.status, shown.headers.get('etag'), shown.body['creditCode']]).toEqual([200, '"1"', null]);
    const change = (body: object = {}, version = '"1"', login = 'hg.admin') =>
      app.as(
        login,
        'PUT',
        `/v1/institutions/${id}`,
        { ...aimin, reason: '核验办学许可证副本', ...body },
        { headers: { 'if-match': version } },
      );
    const aimin = { ...facts, name: demoInstitutions.aimin.name, creditCode: '91140427MA0KX2QP56' };
    expect(told(await change({ reason: '' }))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await change({ region: '140900' }))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await change({}, '"7"'))).toEqual([412, 'VERSION_STALE']);
    expect(told(await change({}, '"1"', 'wz.caseworker1'))).toEqual([404, 'NOT_FOUND']);
    expect((await app.as('hg.admin', 'PUT', `/v1/institutions/${id}`, { ...aimin, reason: '核验办学许可证' })).status).toBe(428);
    const changed = await change();
    expect([changed.status, changed.headers.get('etag'), changed.body['licenseNumber']]).toEqual([200, '"2"', facts.licenseNumber]);
    expect(told(await change())).toEqual([412, 'VERSION_STALE']);
    expect((await app.as('hg.aimin', 'GET', `/v1/institutions/${id}`)).body).toEqual(changed.body);
    for (const login of ['hg.huasen', 'wz.caseworker1', 'sysadmin'])
      expect((await app.as(login, 'GET', `/v1/institutions/${id}`)).status).toBe(404);
  });

  const payee = {
    ...{ payeeName: demoInstitutions.huasen.name, payeeBank: '壶关县农村信用合作联社', account: '6228480000000001234' },
    reason: '凭开户许可证变更，原账户已销户',
  };
  const changes = `/v1/institutions/${demoInstitutions.huasen.id}/payee-changes`;
  const propose = (body: object = {}, login = 'hg.caseworker1', signedInSecondsAgo = 5) =>
    app.as(login, 'POST', changes, { ...payee, ...body }, { signedInSecondsAgo, secondFactor: true });
  const act = (change: Answered, what: string, login = 'hg.leader', version = '"1"', signedInSecondsAgo = 5) =>
    app.as(
      login,
      'POST',
      `${changes}/${String(change.body['id'])}/${what}`,
      {},
      { headers: { 'if-match': version }, signedInSecondsAgo, secondFactor: true },
    );
  const accountOf = async () => (await app.as('hg.huasen', 'GET', `/v1/institutions/${demoInstitutions.huasen.id}`)).body['payeeAccount'];

  it('are paid to another account only after two persons agreed and three working days passed; the institution sees it coming and may stop it', async () => {
    const before = await accountOf();
    const differs = await propose({ payeeName: '某人' });
    expect([...told(differs), differs.body['pointer']]).toEqual([422, 'PAYEE_NAME_DIFFERS', '/payeeName']);
    expect(told(await propose({ account: '12-34' }))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await propose({ reason: '变更' }))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await propose({}, 'hg.caseworker1', 400))).toEqual([401, 'LOGIN_TOO_OLD']);
    expect(told(await propose({}, 'wz.caseworker1'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await propose({}, 'hg.industry'))).toEqual([403, 'INSTITUTION_OFFICE']);
    expect(told(await propose({}, 'hg.huasen'))).toEqual([403, 'FORBIDDEN']);
    const proposed = await propose({}, 'hg.admin');
    expect([proposed.status, proposed.body['state'], proposed.body['payeeAccount'], proposed.body['isMine']]).toEqual([
      201,
      'proposed',
      '****1234',
      true,
    ]);
    expect(proposed.bytes.toString()).not.toContain(payee.account);
    expect(told(await propose())).toEqual([409, 'PAYEE_CHANGE_PENDING']);
    expect(told(await act(proposed, 'confirm', 'hg.admin'))).toEqual([403, 'PAYEE_SAME_PERSON']);
    expect(told(await act(proposed, 'confirm', 'hg.leader', '"3"'))).toEqual([412, 'VERSION_STALE']);
    expect(told(await act(proposed, 'confirm', 'hg.leader', '"1"', 400))).toEqual([401, 'LOGIN_TOO_OLD']);
    const confirmed = await act(proposed, 'confirm');
    const proofs = `select act from platform.audit where subject_id = $1 and (details ->> 'secondFactor')::boolean
      and (details ->> 'authenticatedAt')::timestamptz between at - interval '5 minutes' and at order by seq`;
    expect(await app.asOwner((tx) => tx.rows(statement('test.proofs', proofs), [proposed.body['id']]))).toEqual([
      { act: 'payee-proposed' },
      { act: 'payee-confirmed' },
    ]);
    // Monday 2 March, then three complete working days.
    expect([confirmed.status, confirmed.body['effectiveOn'], confirmed.body['isEffective']]).toEqual([200, '2026-03-06', false]);
    expect(await accountOf()).toBe(before);
    expect((await app.as('hg.huasen', 'GET', changes)).body['items']).toMatchObject([
      { state: 'confirmed', payeeAccount: '****1234', isMine: false },
    ]);
    expect((await app.as('hg.aimin', 'GET', changes)).status).toBe(404);
    expect(told(await act(confirmed, 'refuse', 'hg.leader', '"2"'))).toEqual([409, 'PAYEE_CHANGE_FIXED']);
    expect(told(await act(confirmed, 'stop', 'hg.aimin', '"2"'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await act(confirmed, 'stop', 'hg.huasen', '"2"'))).toEqual([200, 'stopped']);
    expect(told(await act(await propose(), 'refuse'))).toEqual([200, 'refused']);
    await act(await propose(), 'confirm', 'hg.admin');
    expect((await app.as('hg.admin', 'POST', '/v1/sandbox/clock', { to: '2026-03-06T08:00:00+08:00' })).status).toBe(200);
    expect(await accountOf()).toBe('****1234');
    const [row] = await app.asOwner((tx) =>
      tx.rows<{ text: string }>(statement('test.payee-rows', `select string_agg(c::text, '') as text from institution.payee_change c`)),
    );
    expect(row?.text).not.toContain(payee.account);
    const page = await app.as('hg.leader', 'GET', `${changes}?limit=2`);
    expect(page.body['items']).toHaveLength(2);
    const next = `${changes}?limit=2&cursor=${String(page.body['nextCursor'])}`;
    expect(page.headers.get('link')).toBe(`<${next}>; rel="next"`);
    const last = await app.as('hg.leader', 'GET', next);
    expect([last.body, last.headers.get('link')]).toMatchObject([{ items: [{ state: 'stopped' }], nextCursor: null }, null]);
  });
});
