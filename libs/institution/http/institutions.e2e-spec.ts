import { demoInstitutions } from '#libs/identity';
import { statement } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { TestApplication } from '#libs/testing';
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
    app = await TestApplication.start([InstitutionModule]);
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
});
