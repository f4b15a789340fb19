import { demoEnterprises } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { TestApplication, type Answered } from '#libs/testing';
import { FinanceModule } from '../finance.module.ts';

const REASON = '企业新型学徒制标准由县人社、财政会商核定';
const plantInstitution = `insert into institution.institution (id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked)
   values ($1, $2, $3, 'enterprise', $2, '演示银行', '\\x01', '****8888')`;
/** The plan of 2020 as if it held today: the only one that leaves an amount to the county. */
const plantPolicy = `insert into rulebook.in_force (region, effective_from, hash) select region, '2026-01-01', hash from rulebook.snapshot where pack_id = 'jincheng-2020' limit 1`;

describe('what two officials decide for one person of a claim', () => {
  let app: TestApplication;
  let finance: Database;
  const { id: taihang, name, region } = demoEnterprises.taihang;
  beforeAll(async () => {
    app = await TestApplication.start([FinanceModule]);
    await sql(plantInstitution, [taihang, name, region]);
    await sql(plantPolicy);
    finance = new Database('finance');
  });
  afterAll(async () => {
    await finance.close();
    await app.stop();
  });

  const sql = <Row extends object>(text: string, values: readonly unknown[] = []) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 50)}`, text), values));
  const told = ({ status, body }: Answered) => [status, body['code']];
  const hostile = async (text: string): Promise<string> => {
    try {
      await finance.transaction((tx) => tx.client.query(text));
      return 'done';
    } catch (error) {
      return (error as Error).message;
    }
  };
  let sequence = 500;
  /** An apprentice of one whole year, in a draft. */
  const apprentice = async () => {
    const draft = await app.as('jc.taihang', 'POST', '/v1/claims', { basis: 'list', subsidy: 'apprenticeship' });
    const id = String(draft.body['id']);
    const idNumber = syntheticIdentityNumber({ region, birthDate: '2000-01-02', sequence: ++sequence });
    const subjects = [{ name: '卫学徒', idNumber, period: { from: '2025-01', to: '2025-12' } }];
    expect((await app.as('jc.taihang', 'PUT', `/v1/claims/${id}/subjects`, { subjects }, { headers: { 'if-match': '"1"' } })).status).toBe(
      200,
    );
    const { body } = await app.as('jc.taihang', 'GET', `/v1/claims/${id}/subjects`);
    return { id, personId: (body['items'] as { personId: string }[])[0]?.personId ?? '' };
  };
  const propose = (id: string, body: object, login = 'jc.reviewer') =>
    app.as(login, 'POST', `/v1/claims/${id}/overrides`, { fact: 'approvedFen', value: '5000.00', reason: REASON, ...body });
  const decide = (id: string, override: Answered, login: string, act = 'approve') =>
    app.as(login, 'POST', `/v1/claims/${id}/overrides/${String(override.body['id'])}/${act}`, {}, { headers: { 'if-match': '"1"' } });
  const preview = async (id: string) => {
    const { body } = await app.as('jc.taihang', 'GET', `/v1/claims/${id}/preview`);
    return [(body['total'] as { value: string }).value, (body['held'] as { name: string }[]).map((held) => held.name)];
  };

  it('holds a claim whose amount nobody states until two persons have set it, and pays that', async () => {
    const { id, personId } = await apprentice();
    const list = (login: string) => app.as(login, 'GET', `/v1/claims/${id}/overrides`);
    expect((await list('jc.reviewer')).body).toEqual({ items: [], allowed: ['approvedFen'], isOpen: true });
    expect(await preview(id)).toEqual(['0.00', ['fenPerYear']]);
    const proposed = await propose(id, { personId });
    expect([proposed.status, proposed.body['state'], proposed.body['value']]).toEqual([
      201,
      'proposed',
      { value: '5000.00', currency: 'CNY' },
    ]);
    expect(await preview(id)).toEqual(['0.00', ['fenPerYear']]);
    for (const [login, isMine] of [
      ['jc.reviewer', true],
      ['jc.leader', false],
    ] as const)
      expect((await list(login)).body['items']).toMatchObject([{ isMine }]);
    expect(told(await decide(id, proposed, 'jc.reviewer'))).toEqual([403, 'OVERRIDE_SAME_PERSON']);
    expect((await decide(id, proposed, 'jc.leader')).body['state']).toBe('approved');
    expect(await preview(id)).toEqual(['5000.00', []]);
    expect(told(await propose(id, { personId, value: '6000.00' }))).toEqual([409, 'OVERRIDE_EXISTS']);
    const contributors = await sql('select distinct person_id from finance.published_claim_contributor where claim_id = $1', [id]);
    expect(contributors).toHaveLength(3);
  });

  it('stays within the range of the document, and may be refused and proposed anew', async () => {
    const { id, personId } = await apprentice();
    const tooMuch = await propose(id, { personId, value: '7000.00' });
    await decide(id, tooMuch, 'jc.leader');
    expect(await preview(id)).toEqual(['0.00', ['fenPerYear']]);
    const { id: other, personId: somebody } = await apprentice();
    const refused = await propose(other, { personId: somebody });
    expect((await decide(other, refused, 'jc.leader', 'refuse')).body['state']).toBe('refused');
    expect((await propose(other, { personId: somebody })).status).toBe(201);
  });

  it('is refused where the policy leaves no room, to strangers, and without a reason', async () => {
    const { id, personId } = await apprentice();
    expect(told(await propose(id, { personId, fact: 'overrideCapFen' }))).toEqual([422, 'OVERRIDE_NOT_ALLOWED']);
    expect((await propose(id, { personId, reason: '同意' })).status).toBe(400);
    expect((await propose(id, { personId }, 'jc.taihang')).status).toBe(403);
    expect(told(await propose(id, { personId }, 'hg.reviewer'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await propose(id, { personId, value: '0.00' }))).toEqual([422, 'OVERRIDE_VALUE']);
    expect((await app.as('jc.taihang', 'GET', `/v1/claims/${id}/overrides`)).body['items']).toEqual([]);
  });

  it('is kept by the database itself, whoever asks past the services', async () => {
    const { id, personId } = await apprentice();
    await propose(id, { personId });
    const own = `claim_id = '${id}'`;
    const attacks = {
      'the proposer approves': `update finance.claim_override set state = 'approved', decided_by = proposed_by where ${own}`,
      'the applicant approves': `update finance.claim_override set state = 'approved', decided_by = (select prepared_by from finance.claim where id = '${id}') where ${own}`,
      'the amount is altered': `update finance.claim_override set value_fen = 1 where ${own}`,
      'a submission uses what nobody approved': `insert into finance.claim_submission (claim_id, version, facts, submitted_by)
        values ('${id}', 1, '[{"personId": "${personId}", "approvedFen": "500000"}]', gen_random_uuid())`,
      'it is removed': `delete from finance.claim_override where ${own}`,
    };
    const answers = await Promise.all(Object.values(attacks).map(hostile));
    expect(answers).toEqual([
      'OVERRIDE_SAME_PERSON',
      'DUTY_CONTRIBUTOR',
      'permission denied for table claim_override',
      'OVERRIDE_UNAPPROVED',
      'permission denied for table claim_override',
    ]);
  });
});
