import { statement, Database } from '#libs/platform';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { seedRulebook } from './application/seed-rulebook.ts';
import { calendarOf, snapshotFor, snapshotOf } from './application/snapshots.ts';

const addDays = statement('test.add-working-days', 'select rulebook.published_add_working_days($1, $2) as day');

describe('the rulebook', () => {
  let test: TestDatabase;
  let owner: Database;
  let casework: Database;

  beforeAll(async () => {
    test = await testDatabase();
    owner = new Database('identity', [], test.admin);
    casework = new Database('casework');
    await seedRulebook(owner);
  });
  afterAll(async () => {
    await Promise.all([owner.close(), casework.close()]);
  });

  it('answers the nearest level: Wuzhai has no document of its own, so its city decides', async () => {
    const found = await casework.transaction((tx) => snapshotFor(tx, { region: '140928', on: '2026-03-02' }));
    expect(found.snapshot.pack.id).toBe('xinzhou-2024');
    expect(await casework.transaction((tx) => snapshotOf(tx, found.hash))).toEqual(found.snapshot);
    const huguan = await casework.transaction((tx) => snapshotFor(tx, { region: '140427', on: '2026-03-02' }));
    expect(huguan.snapshot.process.project?.activation).toHaveLength(3);
  });

  it.each([
    ['140928', '2023-12-31', 'wuzhai-2023', ['shanxi-2022']],
    ['140900', '2023-12-31', 'shanxi-2022', []],
    ['140427', '2025-12-31', 'huguan-2024', ['shanxi-2022']],
    ['140427', '2026-01-01', 'huguan-2024', []],
    ['140500', '2021-12-31', 'jincheng-2020', []],
  ])('answers for %s on %s with %s and the parents in force that day', async (region, on, pack, parents) => {
    const { snapshot } = await casework.transaction((tx) => snapshotFor(tx, { region, on }));
    expect([snapshot.pack.id, snapshot.pack.parents.flatMap((parent) => parent.pack ?? [])]).toEqual([pack, parents]);
  });

  it('refuses a place and a day nobody has a policy for', async () => {
    await expect(casework.transaction((tx) => snapshotFor(tx, { region: '140500', on: '2026-03-02' }))).rejects.toMatchObject({
      refusal: { code: 'POLICY_NOT_IN_FORCE' },
    });
    await expect(casework.transaction((tx) => snapshotFor(tx, { region: '140900', on: '2022-06-01' }))).rejects.toThrow(
      'POLICY_NOT_IN_FORCE',
    );
  });

  it('registers nothing twice', async () => {
    const count = () =>
      owner.transaction((tx) => tx.one<{ n: bigint }>(statement('test.count-in-force', 'select count(*) as n from rulebook.in_force')));
    const before = await count();
    await seedRulebook(owner);
    expect(await count()).toEqual(before);
  });

  it.each([
    ['2024-09-27', 5, '2024-10-10'],
    ['2024-09-13', 1, '2024-09-14'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-03-02', 0, '2026-03-02'],
  ])('adds to %s %i working days in SQL and in TypeScript alike: %s', async (from, days, expected) => {
    const sql = await casework.transaction((tx) => tx.one<{ day: string }>(addDays, [from, days]));
    const calendar = await casework.transaction(calendarOf);
    expect([sql?.day, calendar.addWorkingDays(from, days)]).toEqual([expected, { ok: true, value: expected }]);
  });

  it.each([
    ['2026-12-30', 3],
    ['2027-01-04', 1],
  ])('refuses to count on from %s by %i days into a year nobody announced', async (from, days) => {
    await expect(casework.transaction((tx) => tx.one(addDays, [from, days]))).rejects.toThrow('CALENDAR_YEAR_UNKNOWN');
  });

  it.each([
    ['a registered snapshot', `update rulebook.snapshot set document = '{}'`, 'SNAPSHOT_IMMUTABLE'],
    ['an announced day', `update rulebook.calendar_day set is_working = true where day = '2026-10-01'`, 'CALENDAR_IMMUTABLE'],
    ['the list of announced days', `delete from rulebook.calendar_day`, 'CALENDAR_IMMUTABLE'],
  ])('keeps %s, whoever asks', async (_what, sql, code) => {
    await expect(owner.transaction((tx) => tx.client.query(sql))).rejects.toThrow(code);
    await expect(casework.transaction((tx) => tx.client.query(sql))).rejects.toThrow('permission denied');
  });
});
