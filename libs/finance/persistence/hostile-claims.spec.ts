import { demoInstitutions } from '#libs/identity';
import { Database, statement } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { TestApplication } from '#libs/testing';
import { FinanceModule } from '../finance.module.ts';

const plantInstitution = `insert into institution.institution (id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked)
   values ($1, $2, $3, 'training', $2, '演示银行', '\\x01', '****8888') on conflict do nothing`;

describe('hostile SQL against claims of every kind', () => {
  let app: TestApplication;
  let finance: Database;
  let submitted: string;
  let draft: string;
  const { aimin } = demoInstitutions;

  const sql = <Row extends object>(text: string, values: readonly unknown[] = []) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 50)}`, text), values));
  const claim = async (): Promise<string> => {
    const { body } = await app.as('hg.aimin', 'POST', '/v1/claims', { basis: 'list', subsidy: 'certificate-of-organizer' });
    const id = String(body['id']);
    const idNumber = syntheticIdentityNumber({ region: '140427', birthDate: '1990-05-06', sequence: 701 });
    const subjects = [{ name: '牛桂花', idNumber, facts: { certificate: 'elementary', isFirst: true } }];
    await app.as('hg.aimin', 'PUT', `/v1/claims/${id}/subjects`, { subjects }, { headers: { 'if-match': '"1"' } });
    return id;
  };
  const refusalOf = async (text: string, database = finance): Promise<string> => {
    try {
      await database.transaction((tx) => tx.client.query(text));
      return 'done';
    } catch (error) {
      return (error as Error).message;
    }
  };

  beforeAll(async () => {
    app = await TestApplication.start([FinanceModule]);
    await sql(plantInstitution, [aimin.id, aimin.name, aimin.region]);
    finance = new Database('finance');
    submitted = await claim();
    draft = await claim();
    for (const slot of ['claim-form', 'certificates']) {
      const form = new FormData();
      form.set('slot', slot);
      form.set('file', new Blob([new Uint8Array(Buffer.from('%PDF-1.7'))]), '材料.pdf');
      await app.as('hg.aimin', 'POST', `/v1/claims/${submitted}/materials`, form);
    }
    const { status } = await app.as('hg.aimin', 'POST', `/v1/claims/${submitted}/submit`);
    expect(status).toBe(201);
  });
  afterAll(async () => {
    await finance.close();
    await app.stop();
  });

  const inForce = `(select hash from rulebook.published_in_force where region = '140427' and effective_to is null limit 1)`;
  const insert = (of: { basis: string; order?: string; settlement?: string; hash?: string; region?: string }) =>
    `insert into finance.claim (basis, order_id, settlement, subsidy, institution_id, region, snapshot_hash, prepared_by)
     select '${of.basis}', ${of.order ?? 'null'}, '${of.settlement ?? 'final'}', 'certificate-of-organizer', '${aimin.id}', '${of.region ?? '140427'}', ${of.hash ?? inForce}, gen_random_uuid()`;

  it.each([
    ['a list is settled in stages', () => insert({ basis: 'list', settlement: 'advance' }), /advance_of_class/],
    ['an order has no class', () => insert({ basis: 'order', order: `'DD-1'` }), /claim_basis/],
    ['another policy than the one in force is taken', () => insert({ basis: 'list', hash: `repeat('a', 64)` }), 'CLAIM_POLICY_UNFIT'],
    ['the applicant claims in another place', () => insert({ basis: 'list', region: '140900' }), 'CLAIM_POLICY_UNFIT'],
    [
      'a level is submitted twice',
      () => `update finance.claim set status = 'submitted', submitted_version = 1 where id = '${draft}'`,
      'CLAIM_TWICE',
    ],
    [
      'persons of a submitted claim are exchanged',
      () => `delete from finance.claim_subject where claim_id = '${submitted}'`,
      'CLAIM_UNDER_REVIEW',
    ],
    ['an account is exchanged', () => `update finance.claim_subject set account_cipher = '\\x01'`, 'permission denied'],
    [
      'a paper is taken out of a submitted claim',
      () => `update finance.claim_material set removed_at = now() where claim_id = '${submitted}'`,
      'CLAIM_UNDER_REVIEW',
    ],
    [
      'a class joins a claim without one',
      () => `insert into finance.claim_class values ('${draft}', gen_random_uuid())`,
      'CLAIM_CLASS_UNFIT',
    ],
    ['a claim pays somebody else', () => `update finance.claim set payee_kind = 'subject'`, 'permission denied'],
    ['a recovery is wiped out', () => `update finance.claim set recovery_fen = 0`, 'permission denied'],
    ['a unit is renamed', () => `update finance.unit set name = 'x'`, 'permission denied'],
  ])('when %s', async (_what, attack, code) => {
    expect(await refusalOf(attack())).toMatch(code);
  });

  it('when the owner of the schema changes who is paid', async () => {
    const change = app.asOwner((tx) => tx.client.query(`update finance.claim set payee_kind = 'subject' where id = '${submitted}'`));
    await expect(change).rejects.toThrow('CLAIM_FIXED');
  });
});
