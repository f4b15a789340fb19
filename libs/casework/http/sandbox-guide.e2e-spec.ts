import { Database, statement } from '#libs/platform';
import { TestApplication } from '#libs/testing';
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

  it('is not there in production', async () => {
    process.env['KBT_PROFILE'] = 'production';
    try {
      expect((await app.call('GET', '/v1/sandbox/guide', {})).status).toBe(404);
    } finally {
      process.env['KBT_PROFILE'] = 'sandbox';
    }
  });
});
