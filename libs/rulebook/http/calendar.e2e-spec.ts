import { TestApplication, type Answered } from '#libs/testing';
import { RulebookModule } from '../rulebook.module.ts';

describe('working days and policies asked for wrongly', () => {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start([RulebookModule]);
  });
  afterAll(() => app.stop());

  const get = (at: string) => app.call('GET', `/v1/${at}`, {});
  const told = ({ status, body }: Answered) => [status, body['code']];

  it.each(['0'.repeat(64), 'abc', '%00', "1' or 1=1", '..%2f..%2fetc%2fpasswd'])('do not know the policy %s', async (hash) => {
    const { status } = await get(`policies/${hash}`);
    expect([400, 404]).toContain(status);
  });

  it('tell the working days as announced, with make-up days and their notice', async () => {
    const days = (await get('calendar?from=2026-10-01&to=2026-10-10')).body['items'] as {
      day: string;
      isWorking: boolean;
      source: string;
    }[];
    expect(days.filter(({ isWorking }) => isWorking).map(({ day }) => day)).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
    expect(days.every(({ source }) => /国办/u.test(source))).toBe(true);
  });

  it('do not guess a year nobody has announced', async () => {
    expect((await get('calendar?from=2027-01-01&to=2027-01-31')).body['items']).toEqual([]);
  });

  it.each([
    ['calendar', 400, 'REQUEST_INVALID'],
    ['calendar?from=2026-10-01', 400, 'REQUEST_INVALID'],
    ['calendar?from=2026-10-01&to=yesterday', 400, 'REQUEST_INVALID'],
    ['calendar?from=2026-02-30&to=2026-03-01', 400, 'REQUEST_INVALID'],
    ['calendar?from=2026-10-10&to=2026-10-01', 422, 'CALENDAR_SPAN'],
    ['calendar?from=2020-01-01&to=2026-10-01', 422, 'CALENDAR_SPAN'],
    ['calendar?from=2026-10-01&to=2026-10-02&surprise=1', 400, 'REQUEST_INVALID'],
  ])('refuse the question %s', async (at, status, code) => {
    expect(told(await get(at))).toEqual([status, code]);
  });
});
