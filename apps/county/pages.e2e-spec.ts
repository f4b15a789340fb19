import { FinanceModule } from '#libs/finance';
import { InstitutionModule, seedInstitutions } from '#libs/institution';
import { statement } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { TestApplication, type Answered } from '#libs/testing';
import { TraineeModule } from '#libs/trainee';
import { plantClass, plantCompletion, plantEnrollment, plantTrained } from '../../libs/trainee/testing/plant-class.ts';

const stages = {
  opening: 'approved',
  activation: 'activated',
  delivery: 'completion-filed',
  completion: 'approved',
  assessment: 'assessed',
};
const posted = `insert into finance.journal_entry (business_key, claim_id, what) select 'test:' || n, $1, 'reserved' from generate_series(1, 3) n returning id`;
const postings = `insert into finance.posting (entry_id, line, account_id, amount_fen)
  select e.id, l.line, l.account, l.fen from finance.journal_entry e, (values (1, 'budget:140427:2026', -100), (2, 'reserved:test', 100)) l(line, account, fen) where e.claim_id = $1`;
const PDF = new Uint8Array(Buffer.from('%PDF-1.7\n'));

describe('lists', () => {
  let app: TestApplication;
  let lists: readonly (readonly [path: string, login: string, least: number])[];

  const make = async (path: string, body: object) => {
    const { status, body: made } = await app.as('hg.aimin', 'POST', path, body);
    expect([path, status]).toEqual([path, 201]);
    return String(made['id']);
  };
  const paper = (fields: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([PDF]), '材料.pdf');
    return form;
  };

  beforeAll(async () => {
    app = await TestApplication.start([InstitutionModule, TraineeModule, FinanceModule]);
    const draft = await app.asOwner((tx) => plantClass(tx));
    const trained = await app.asOwner((tx) => plantClass(tx, stages));
    for (const sequence of [8101, 8102, 8103]) {
      await app.asOwner((tx) => plantEnrollment(tx, trained, sequence));
      await app.asOwner((tx) => plantEnrollment(tx, draft, sequence + 10));
      const idNumber = syntheticIdentityNumber({ region: '140427', birthDate: '1980-01-02', sequence: sequence % 1000 });
      await make('/v1/teachers', { name: '侯老师', idNumber, qualification: '高级技师' });
      await make('/v1/sites', { name: `实训基地${sequence}`, address: '壶关县示范路1号' });
      const line = { fund: `资金${sequence}`, region: '140427', year: 2026 + (sequence % 2), total: '1.00' };
      expect((await app.as('hg.finance-reviewer', 'POST', '/v1/budget-lines', line)).status).toBe(201);
    }
    await app.asOwner((tx) => plantCompletion(tx, trained));
    await app.asOwner((tx) => plantTrained(tx, trained));
    await make(`/v1/classes/${draft}/vouchers`, {});
    const claim = await make('/v1/claims', { basis: 'list', subsidy: 'certificate-of-organizer' });
    for (const slot of ['claim-form', 'certificates', 'claim-form']) await make(`/v1/claims/${claim}/materials`, paper({ slot }));
    for (const slot of ['teacher-papers', 'teacher-papers', 'teaching-resources'])
      await make(`/v1/classes/${draft}/materials`, paper({ filing: 'opening', slot }));
    await app.asOwner(seedInstitutions);
    await app.asOwner(async (tx) => {
      await tx.rows(statement('test.pages-plain', 'set local session_replication_role = replica'));
      await tx.rows(statement('test.pages-posted', posted), [claim]);
      await tx.rows(statement('test.pages-postings', postings), [claim]);
    });
    lists = [
      ['/v1/institutions?', 'hg.auditor', 3],
      ['/v1/teachers?', 'hg.aimin', 3],
      ['/v1/sites?', 'hg.aimin', 3],
      [`/v1/classes/${draft}/materials?`, 'hg.aimin', 3],
      [`/v1/classes/${draft}/vouchers?`, 'hg.aimin', 3],
      [`/v1/classes/${trained}/attendance?`, 'hg.aimin', 3],
      [`/v1/classes/${trained}/assessment/results?`, 'hg.aimin', 3],
      [`/v1/classes/${trained}/employment-proofs?`, 'hg.aimin', 3],
      [`/v1/claims/${claim}/materials?`, 'hg.aimin', 3],
      [`/v1/ledger?claimId=${claim}&`, 'hg.auditor', 3],
      ['/v1/budget-lines?', 'hg.auditor', 3],
    ];
  }, 60_000);
  afterAll(() => app.stop());

  it('are turned page by page without losing, repeating or reordering anything', async () => {
    for (const [path, login, least] of lists) {
      const whole = await app.as(login, 'GET', `${path}limit=200`);
      const items = whole.body['items'] as object[];
      expect([path, items.length >= least, whole.body['nextCursor']]).toEqual([path, true, null]);
      const turned: object[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { status, body }: Answered = await app.as(login, 'GET', `${path}limit=1&cursor=${cursor}`);
        expect([path, status]).toEqual([path, 200]);
        turned.push(...(body['items'] as object[]));
        cursor = body['nextCursor'] as string | null;
      }
      expect([path, turned]).toEqual([path, items]);
    }
  }, 60_000);
});
