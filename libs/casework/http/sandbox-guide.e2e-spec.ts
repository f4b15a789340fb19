import { Database, statement } from '#libs/platform';
import { TestApplication } from '#libs/testing';
import { plantOrder } from '../../finance/testing/plant-order.ts';
import { plantClass } from '../../trainee/testing/plant-class.ts';
import { CaseworkActivities } from '../activities/casework.activities.ts';
import { CaseworkModule } from '../casework.module.ts';
import { plantClaim } from '../testing/plant-cases.ts';

interface Line {
  readonly caseId: string;
  readonly stage: string;
  readonly taskId: string | null;
  readonly waitsUntilOn: string | null;
  readonly sentence: { readonly zh: string };
  readonly accounts: readonly { readonly login: string }[];
}

const versionOf = statement('test.guide-version', 'select version from casework.task where id = $1');
const closeCase = statement(
  'test.guide-closed',
  `update casework.case_file set status = 'closed', closed_at = platform.now() where id = $1`,
);
const claimClass = statement('test.guide-claimed', `insert into finance.claim_class (claim_id, class_id) values ($1, $2)`);
const openPayout = statement(
  'test.guide-payout',
  `insert into casework.stage (case_id, stage, round, ordinal, due_on) values ($1, 'payout', 1, 2, platform.today() + 7)`,
);
const trained = { opening: 'approved', activation: 'activated' };

describe('the guide of the sandbox', () => {
  let app: TestApplication;
  let worker: Database;
  beforeAll(async () => {
    app = await TestApplication.start([CaseworkModule]);
    worker = new Database('worker');
  });
  afterAll(async () => {
    await worker.close();
    await app.stop();
  });

  const lineOf = async (caseId: string): Promise<Line> => {
    const { body } = await app.call('GET', '/v1/sandbox/guide', {});
    const line = (body['items'] as Line[]).find((one) => one.caseId === caseId);
    if (!line) throw new Error('the guide does not know the case');
    return line;
  };
  const loginsOf = ({ accounts }: Line): string[] => accounts.map(({ login }) => login);
  const decide = async (login: string, { taskId }: Line, body: object): Promise<void> => {
    const row = await app.asOwner((tx) => tx.one<{ version: number }>(versionOf, [taskId]));
    const headers = { 'if-match': `"${row?.version}"` };
    const answer = await app.as(login, 'POST', `/v1/tasks/${taskId}/decision`, body, {
      headers,
      signedInSecondsAgo: 10,
      secondFactor: true,
    });
    expect(answer.status).toBe(200);
  };

  it('says at each point as whom to sign in, never somebody whom the separation of duties would refuse', async () => {
    const { claimId, sha256 } = await app.asOwner(plantClaim);
    const roads = new CaseworkActivities(worker);
    await roads.review(claimId);
    expect(loginsOf(await lineOf(claimId))).toEqual(['hg.caseworker1', 'hg.caseworker2']);
    await decide('hg.caseworker2', await lineOf(claimId), { action: 'approve' });
    await roads.signOff(claimId);
    await decide('hg.caseworker1', await lineOf(claimId), { action: 'sign', packageSha256: sha256 });
    // hg.twin is a second account of the first signer.
    expect(loginsOf(await lineOf(claimId))).toEqual(['hg.caseworker2', 'hg.leader', 'hg.reviewer']);
    await decide('hg.reviewer', await lineOf(claimId), { action: 'sign', packageSha256: sha256 });
    await roads.publicNotice(claimId);
    expect(await lineOf(claimId)).toMatchObject({ stage: 'public-notice', taskId: null, waitsUntilOn: '2026-03-10', accounts: [] });
  });

  it('sends the institution on while its class is trained, and again to claim once everybody is assessed', async () => {
    const [inTraining, assessed] = await app.asOwner(async (tx) => [
      await plantClass(tx, trained),
      await plantClass(tx, { ...trained, delivery: 'completion-filed', completion: 'approved', assessment: 'assessed' }),
    ]);
    await new CaseworkActivities(worker).delivery(inTraining);
    const { waitsUntilOn, ...training } = await lineOf(inTraining);
    expect(training).toMatchObject({ stage: 'delivery', taskId: null, accounts: [{ login: 'hg.aimin' }] });
    expect(training.sentence.zh).toContain('由培训机构验券、逐日登记签到并提交结业申请');
    expect(training.sentence.zh).toContain(`等到${waitsUntilOn}`);
    await expect(lineOf(assessed)).rejects.toThrow('the guide does not know');
    await app.asOwner((tx) => tx.rows(closeCase, [assessed]));
    const ended = await lineOf(assessed);
    expect(ended).toMatchObject({ stage: 'end', taskId: null, waitsUntilOn: null, accounts: [{ login: 'hg.aimin' }] });
    expect(ended.sentence.zh).toContain('提交补贴申领');
    await app.asOwner(async (tx) => {
      const { claimId } = await plantClaim(tx);
      await tx.rows(claimClass, [claimId, assessed]);
    });
    await expect(lineOf(assessed)).rejects.toThrow('the guide does not know');
  });

  it('names both disbursers once the money is to be sent, and asks nobody to move the clock', async () => {
    const { claimId } = await app.asOwner(plantClaim);
    await app.asOwner((tx) => plantOrder(tx, claimId));
    await app.asOwner((tx) => tx.rows(openPayout, [claimId]));
    const line = await lineOf(claimId);
    expect(line).toMatchObject({ stage: 'payout', taskId: null, waitsUntilOn: null });
    expect(line.sentence.zh).toContain('另一名拨付人放行');
    expect(loginsOf(line)).toEqual(['hg.disburser1', 'hg.disburser2']);
  });

  it('is not there in production', async () => {
    process.env['KBT_PROFILE'] = 'production';
    try {
      expect((await app.call('GET', '/v1/sandbox/guide', {})).status).toBe(404);
    } finally {
      process.env['KBT_PROFILE'] = 'sandbox';
    }
  });
});
