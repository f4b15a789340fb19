import { TestApplication, type Answered } from '#libs/testing';
import { RulebookModule } from '../rulebook.module.ts';

describe('policies, read and asked by anybody', () => {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start([RulebookModule]);
  });
  afterAll(() => app.stop());

  const get = (path: string) => app.call('GET', `/v1${path}`, {});
  const calculate = (policy: string, body: object) => app.call('POST', `/v1/policies/${policy}/calculations`, {}, body);
  const told = ({ status, body }: Answered) => [status, body['code']];
  const items = ({ body }: Answered) => body['items'] as Record<string, unknown>[];

  it('lists what is in force where and when, and who brought it', async () => {
    const all = items(await get('/policies?region=140427&on=2025-03-02'));
    expect(all.map(({ packId, regionName, releaseId }) => [packId, regionName, releaseId])).toEqual([['huguan-2024', '壶关县', null]]);
    expect(items(await get('/policies?region=140500&on=2026-03-02'))).toEqual([]);
    expect((await get('/policies?region=14')).status).toBe(400);
    for (const day of ['2026-02-30', '0000-01-01']) expect((await get(`/policies?on=${day}`)).status).toBe(400);
  });

  it('answers a snapshot by hash and by pack id', async () => {
    const [entry] = items(await get('/policies?region=140427&on=2026-03-02'));
    const byHash = await get(`/policies/${String(entry?.['hash'])}`);
    expect((await get('/policies/huguan-2024')).body).toEqual(byHash.body);
    expect(told(await get('/policies/huguan-1999'))).toEqual([404, 'POLICY_UNKNOWN']);
  });

  it('shows each clause with its text', async () => {
    const clauses = items(await get('/policies/huguan-2024/clauses'));
    expect(clauses.map(({ id }) => id)).toContain('二（六）');
    const [clause] = items(await get(`/policies/huguan-2024/clauses/${encodeURIComponent('二（六）')}`));
    expect(clause?.['text']).toContain('订单式培训一单一结算');
    expect(told(await get(`/policies/huguan-2024/clauses/${encodeURIComponent('九（九）')}`))).toEqual([404, 'CLAUSE_UNKNOWN']);
  });

  it('gives the document whole, with the lines on which its clauses stand', async () => {
    const { body } = await get('/policies/huguan-2024/document');
    const { text, clauses } = body as unknown as { text: string; clauses: { id: string; firstLine: number; heading: string }[] };
    const clause = clauses.find(({ id }) => id === '二（六）');
    expect(text.split(/\r?\n/)[(clause?.firstLine ?? 0) - 1]).toContain(clause?.heading.slice(0, 10));
    expect(told(await get('/policies/nobody/document'))).toEqual([404, 'POLICY_UNKNOWN']);
  });

  it('tells every value apart: stated with its quote, chosen with its reason, missing with what nobody says', async () => {
    const values = items(await get('/policies/huguan-2024/values'));
    const at = (path: string) => values.find((value) => value['path'] === path);
    expect(at('/subsidies/order-project-training/capFen')).toMatchObject({ kind: 'stated', value: 500_000, clause: '二（六）' });
    expect(at('/subsidies/living-allowance/fenPerDay')).toMatchObject({ kind: 'missing', value: null });
    const missing = items(await get('/policies/huguan-2024/values?kind=missing'));
    expect(new Set(missing.map(({ kind }) => kind))).toEqual(new Set(['missing']));
    expect((await get('/policies/huguan-2024/values?kind=guessed')).status).toBe(400);
  });

  it('calculates from numbers alone, and names the field that is wrong', async () => {
    const given = { trainees: { count: 30, payableDays: 9, employed: 24 } };
    const answer = await calculate('xinzhou-2024', { subsidy: 'order-project-training', given });
    expect(answer.body).toMatchObject({ amount: { value: '40500.00', currency: 'CNY' }, trained: 30, isFullPay: true });
    const wrong = await calculate('xinzhou-2024', {
      subsidy: 'order-project-training',
      given: { trainees: { count: 30, payableDays: 9.5, employed: 31 } },
    });
    expect([told(wrong), JSON.stringify(wrong.body).includes('/trainees/payableDays')]).toEqual([[422, 'FACTS_INVALID'], true]);
    expect(told(await calculate('xinzhou-2024', { subsidy: 'gold', given }))).toEqual([422, 'CLAIM_SUBSIDY_UNKNOWN']);
    expect(told(await calculate('nowhere-2024', { subsidy: 'gold', given }))).toEqual([404, 'POLICY_UNKNOWN']);
    const held = await calculate('huguan-2024', {
      subsidy: 'living-allowance',
      given: { persons: [{ payableDays: 5, groups: ['poverty-alleviated'] }] },
    });
    expect(JSON.stringify(held.body['held'])).toContain('fenPerDay');
  });

  it('tells what each subsidy asks for', async () => {
    const subsidies = items(await get('/policies/huguan-2024/subsidies'));
    expect(subsidies.find(({ subsidy }) => subsidy === 'certificate-of-organizer')).toMatchObject({
      claimedBy: 'list',
      facts: { needs: ['certificate'] },
    });
  });

  it('answers when something is due, day by day', async () => {
    const due = await get('/policies/huguan-2024/due/notice-close?classType=project&publishedOn=2026-03-02');
    expect(due.body['dueOn']).toBe('2026-03-09');
    expect((due.body['days'] as unknown[]).length).toBeGreaterThan(4);
    expect(told(await get('/policies/huguan-2024/due/tomorrow'))).toEqual([404, 'DEADLINE_UNKNOWN']);
    expect(told(await get('/policies/huguan-2024/due/notice-close?classType=circus&publishedOn=2026-03-02'))).toEqual([
      422,
      'CLASS_TYPE_UNKNOWN',
    ]);
    expect((await get('/policies/huguan-2024/due/notice-close?classType=project&publishedOn=2026-02-30')).status).toBe(422);
  });
});
