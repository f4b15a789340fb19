import { demoInstitutions } from '#libs/identity';
import { statement } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { TestApplication, type Answered } from '#libs/testing';
import { FinanceModule } from '../finance.module.ts';

const plantInstitution = `insert into institution.institution (id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked)
   values ($1, $2, $3, 'training', $2, '演示银行', '\\x01', '****8888') on conflict do nothing`;
const person = (sequence: number, name = '牛桂花') => ({
  name,
  idNumber: syntheticIdentityNumber({ region: '140427', birthDate: '1985-03-04', sequence }),
});
const certificate = (sequence: number, level: string, more: object = {}) => ({
  ...person(sequence),
  reference: `S000014${sequence}`,
  facts: { certificate: level, isFirst: true },
  ...more,
});

describe('claims without a class', () => {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start([FinanceModule]);
    for (const { id, name, region } of [demoInstitutions.aimin, demoInstitutions.huasen]) await sql(plantInstitution, [id, name, region]);
  });
  afterAll(() => app.stop());

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 50)}`, text), values));
  const told = ({ status, body }: Answered) => [status, body['code']];
  const faults = ({ body }: Answered) =>
    ((body['errors'] ?? []) as { code: string; pointer?: string }[]).map(({ code, pointer }) => `${code} ${pointer ?? ''}`);
  const amount = (money: unknown) => (money as { value: string }).value;
  const list = { basis: 'list', subsidy: 'certificate-of-organizer' };
  const draft = async (login = 'hg.aimin', of: object = list) => {
    const { status, body } = await app.as(login, 'POST', '/v1/claims', of);
    expect(status).toBe(201);
    return String(body['id']);
  };
  const put = async (id: string, subjects: readonly object[], login = 'hg.aimin', version?: string) => {
    const seen = version ?? (await app.as(login, 'GET', `/v1/claims/${id}/subjects`)).headers.get('etag') ?? '"1"';
    return app.as(login, 'PUT', `/v1/claims/${id}/subjects`, { subjects }, { headers: { 'if-match': seen } });
  };
  const submit = (id: string, login = 'hg.aimin') => app.as(login, 'POST', `/v1/claims/${id}/submit`);
  const paper = (id: string, slot: string, login = 'hg.aimin') => {
    const form = new FormData();
    form.set('slot', slot);
    form.set('file', new Blob([new Uint8Array(Buffer.from(`%PDF-1.7\n${slot}`))]), '材料.pdf');
    return app.as(login, 'POST', `/v1/claims/${id}/materials`, form);
  };
  const complete = async (id: string, login = 'hg.aimin') => {
    for (const slot of ['claim-form', 'certificates']) expect((await paper(id, slot, login)).status).toBe(201);
  };

  it('takes a new list only over the one that was seen', async () => {
    const drafted = await app.as('hg.aimin', 'POST', '/v1/claims', list);
    const id = String(drafted.body['id']);
    const seen = drafted.headers.get('etag') ?? '';
    const first = await put(id, [certificate(90, 'elementary')], 'hg.aimin', seen);
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await put(id, [certificate(91, 'elementary')], 'hg.aimin', seen);
    expect([...told(stale), stale.body['params']]).toEqual([412, 'VERSION_STALE', { current: 2 }]);
    const blind = await app.as('hg.aimin', 'PUT', `/v1/claims/${id}/subjects`, { subjects: [certificate(91, 'elementary')] });
    expect(told(blind)).toEqual([428, 'VERSION_REQUIRED']);
    const now = await app.as('hg.aimin', 'GET', `/v1/claims/${id}/subjects`);
    expect([now.headers.get('etag'), (now.body['items'] as object[]).length]).toEqual(['"2"', 1]);
  });

  it('pays certificates an enterprise organised: persons, papers, preview, submission', async () => {
    const id = await draft();
    expect((await put(id, [certificate(1, 'elementary'), certificate(2, 'intermediate')])).body).toEqual({ basis: 'list', subjects: 2 });
    const preview = await app.as('hg.aimin', 'GET', `/v1/claims/${id}/preview`);
    expect([amount(preview.body['total']), preview.body['basis']]).toEqual(['1000.00', 'list']);
    const early = await submit(id);
    expect([told(early), faults(early)]).toEqual([
      [422, 'CLAIM_INCOMPLETE'],
      ['MATERIAL_MISSING /materials/claim-form', 'MATERIAL_MISSING /materials/certificates'],
    ]);
    await complete(id);
    expect((await submit(id)).body).toMatchObject({ amount: { value: '1000.00' }, submittedVersion: 1 });
    expect(told(await put(id, [certificate(1, 'elementary')]))).toEqual([409, 'CLAIM_UNDER_REVIEW']);
    expect(told(await paper(id, 'claim-form'))).toEqual([409, 'CLAIM_UNDER_REVIEW']);
    const road = await sql('select act from platform.outbox where subject_id = $1', [id]);
    expect(road).toEqual([{ act: 'start' }]);
  });

  it('shows persons masked, and nothing of a claim to strangers', async () => {
    const id = await draft();
    await put(id, [certificate(3, 'elementary')]);
    const { body, bytes } = await app.as('hg.caseworker1', 'GET', `/v1/claims/${id}/subjects`);
    expect([body['needs'], (body['may'] as string[]).slice(0, 2)]).toEqual([['certificate'], ['isFirst', 'groups']]);
    expect(body['items']).toMatchObject([{ name: '牛**', maskedIdNumber: expect.stringMatching(/^1404\*+\d{3}[\dX]$/) as string }]);
    expect(bytes.toString()).not.toContain(person(3).idNumber);
    for (const login of ['hg.huasen', 'wz.caseworker1']) {
      expect((await app.as(login, 'GET', `/v1/claims/${id}/subjects`)).status).toBe(404);
      expect((await app.as(login, 'GET', `/v1/claims/${id}/materials`)).status).toBe(404);
    }
    expect(told(await put(id, [certificate(3, 'elementary')], 'hg.huasen'))).toEqual([404, 'NOT_FOUND']);
    const stored = await sql<{ cipher: string }>(
      `select encode(p.identity_cipher, 'escape') as cipher from trainee.person p join finance.claim_subject s on s.person_id = p.id where s.claim_id = $1`,
      [id],
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]?.cipher).not.toContain('牛桂花');
  });

  it('tells what differs between two submissions, person by person and paper by paper', async () => {
    const id = await draft();
    await put(id, [certificate(21, 'elementary'), certificate(22, 'intermediate')]);
    await complete(id);
    expect((await submit(id)).status).toBe(201);
    expect((await app.as('hg.aimin', 'POST', `/v1/claims/${id}/withdraw`)).status).toBe(200);
    await put(id, [certificate(21, 'advanced'), certificate(23, 'elementary')]);
    await paper(id, 'certificates');
    expect((await submit(id)).status).toBe(201);
    const changes = (query: string, login = 'hg.caseworker1') => app.as(login, 'GET', `/v1/claims/${id}/changes?${query}`);
    const { status, body } = await changes('from=1&to=2');
    expect([status, amount(body['before']) === amount(body['after'])]).toEqual([200, false]);
    const differences = (body['lines'] as { change: string; facts: { name: string; before: string; after: string }[] }[]).map(
      ({ change, facts }) => [change, facts.filter(({ name }) => name === 'certificate').map(({ before, after }) => `${before} ${after}`)],
    );
    expect(differences).toEqual([
      ['changed', ['elementary advanced']],
      ['removed', []],
      ['added', []],
    ]);
    expect(body['materials']).toMatchObject([
      { slot: 'certificates', titleEn: 'certificate copies', fileName: '材料.pdf', change: 'added' },
    ]);
    expect((await changes('from=2&to=2')).body).toMatchObject({ lines: [], materials: [] });
    expect((await changes('from=1&to=3')).status).toBe(404);
    expect((await changes('from=1&to=2', 'hg.huasen')).status).toBe(404);
    expect((await changes('from=0&to=2')).status).toBe(400);
  });

  it('tells every fault of a list at once, each at its line, and keeps nothing of it', async () => {
    const id = await draft();
    const answer = await put(id, [
      { ...certificate(4, 'elementary'), idNumber: `${person(4).idNumber.slice(0, 17)}W` },
      { ...certificate(5, 'elementary'), facts: { certificate: 'grandmaster' } },
      { ...certificate(6, 'elementary'), facts: { subsidised: [] } },
      { ...certificate(7, 'elementary'), period: { from: '2026-05', to: '2026-03' } },
    ]);
    expect(told(answer)).toEqual([422, 'SUBJECTS_INVALID']);
    expect(faults(answer)).toEqual([
      'ID_CHARACTERS /subjects/0/idNumber',
      'PERIOD_INVALID /subjects/3/period',
      'FACT_CODE_UNKNOWN /subjects/1/facts/certificate',
      'FACT_NOT_DECLARED /subjects/2/facts/subsidised',
    ]);
    const nobody = await put(id, [{ facts: {} }]);
    expect(faults(nobody)).toEqual(['SUBJECT_PERSON_MISSING /subjects/0/name', 'ID_LENGTH /subjects/0/idNumber']);
    const twice = await put(id, [certificate(4, 'elementary'), certificate(4, 'intermediate')]);
    expect(faults(twice)).toEqual(['SUBJECT_TWICE /subjects/1']);
    await put(await draft(), [certificate(8, 'elementary')]);
    expect(faults(await put(id, [certificate(8, 'elementary', { name: '牛贵花' })]))).toEqual(['SUBJECT_NAME_DIFFERS /subjects/0/name']);
    expect((await app.as('hg.aimin', 'GET', `/v1/claims/${id}/subjects`)).body['items']).toEqual([]);
    expect(faults(await submit(id))).toContain('CLAIM_NOBODY /subjects');
  });

  it('pays a level once in a life, whoever claims it', async () => {
    const first = await draft();
    await put(first, [certificate(10, 'advanced')]);
    await complete(first);
    expect((await submit(first)).status).toBe(201);
    const second = await draft('hg.huasen');
    await put(second, [certificate(10, 'advanced')], 'hg.huasen');
    await complete(second, 'hg.huasen');
    const preview = await app.as('hg.huasen', 'GET', `/v1/claims/${second}/preview`);
    expect(JSON.stringify(preview.body['lines'])).toContain('LEVEL_SUBSIDISED_BEFORE');
    expect(faults(await submit(second, 'hg.huasen'))).toContain('CLAIM_NOTHING_DUE ');
    await put(second, [certificate(10, 'elementary')], 'hg.huasen');
    expect((await submit(second, 'hg.huasen')).status).toBe(201);
  });

  it('refuses what does not fit: a class subsidy without a class, a subsidy the policy does not know, an official as applicant', async () => {
    const of = (body: object, login = 'hg.aimin') => app.as(login, 'POST', '/v1/claims', body);
    expect(told(await of({ ...list, subsidy: 'enterprise-training' }))).toEqual([422, 'CLAIM_BASIS_UNFIT']);
    expect(told(await of({ ...list, basis: 'unit' }))).toEqual([422, 'CLAIM_BASIS_UNFIT']);
    expect(told(await of({ ...list, subsidy: 'gold-medal' }))).toEqual([422, 'CLAIM_SUBSIDY_UNKNOWN']);
    expect(told(await of({ basis: 'order', subsidy: 'order-project-training', orderId: 'DD-0' }))).toEqual([422, 'ORDER_UNKNOWN']);
    expect((await of({ ...list, basis: 'everything' })).status).toBe(400);
    expect((await of(list, 'hg.caseworker1')).status).toBe(403);
    const id = await draft();
    expect(told(await paper(id, 'opening-report'))).toEqual([422, 'MATERIAL_SLOT_UNKNOWN']);
  });

  it('takes a paper out again and shows it to the bureau', async () => {
    const id = await draft();
    const { body } = await paper(id, 'claim-form');
    const path = `/v1/claims/${id}/materials/${String(body['id'])}`;
    expect((await app.as('hg.leader', 'GET', `${path}/content`)).bytes.toString()).toContain('%PDF');
    expect((await app.as('hg.aimin', 'DELETE', path)).status).toBe(200);
    expect((await app.as('hg.aimin', 'GET', `/v1/claims/${id}/materials`)).body['items']).toEqual([]);
    expect((await app.as('hg.aimin', 'DELETE', path)).status).toBe(404);
  });
});
