import path from 'node:path';
import { Database, statement } from '#libs/platform';
import { PolicyShelf, snapshotFor } from '#libs/rulebook';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { weighPolicy } from './weigh-policy.ts';

const policies = path.join(__dirname, '../../../policies');
const shelf = PolicyShelf.read(policies);

/** A claim of 30 persons, 23 of them employed, as it stands after its submission. */
const plant = statement(
  'test.plant-claim',
  `with planted as (
     insert into finance.claim (number, basis, class_id, subsidy, institution_id, region, snapshot_hash, status, prepared_by, submitted_version, title)
     values ($1, 'class', platform.uuid_v7(), 'order-project-training', platform.uuid_v7(), $2, $3, 'submitted', platform.uuid_v7(), 1, '电工班') returning id)
   insert into finance.claim_submission (claim_id, version, facts, submitted_by)
   select id, 1, (select jsonb_agg(jsonb_build_object('ref', 'p' || n, 'personId', platform.uuid_v7(), 'payableDays', 60, 'isCompleted', true, 'isEmployed', n <= 23)) from generate_series(1, 30) n),
     platform.uuid_v7() from planted`,
);
const withoutGuards = statement('test.without-guards', 'set local session_replication_role = replica');
const write = statement('test.write', `update finance.claim set title = 'x'`);

describe('the weight of a new policy', () => {
  let test: TestDatabase;
  let owner: Database;
  let finance: Database;

  beforeAll(async () => {
    test = await testDatabase();
    owner = new Database('identity', [], test.admin);
    finance = new Database('finance');
    await owner.transaction(async (tx) => {
      await tx.rows(withoutGuards);
      for (const [number, region] of [
        ['K-1', '140928'],
        ['K-2', '140427'],
      ] as const) {
        const { hash } = await snapshotFor(tx, { region, on: '2025-03-03' });
        await tx.rows(plant, [number, region, hash]);
      }
    });
  });
  afterAll(async () => {
    await Promise.all([owner.close(), finance.close()]);
  });

  /** Next year's notice of the city: the cap is 4,000 yuan. */
  function draft() {
    const snapshot = shelf.snapshotOn('xinzhou-2024', null);
    const rule = snapshot.ok ? snapshot.value.subsidies['order-project-training'] : undefined;
    if (!snapshot.ok || rule?.kind !== 'tiered-days') throw new Error('xinzhou-2024 has no tiered subsidy');
    const { pack, subsidies } = snapshot.value;
    const capFen = { kind: 'stated', value: 400_000, clause: '三（三）', quote: '最高每人不超过4000元' } as const;
    return {
      ...snapshot.value,
      pack: { ...pack, id: 'xinzhou-2027' },
      subsidies: { ...subsidies, 'order-project-training': { ...rule, capFen } },
    };
  }

  it('tells case by case what would be due, of its own region alone', async () => {
    const cases = await finance.transaction((tx) => weighPolicy(tx, draft()));
    expect(cases.map(({ ref, policy, before, after }) => [ref, policy, before.amountFen, after?.amountFen])).toEqual([
      ['K-1', 'xinzhou-2024', 23n * 500_000n, 23n * 400_000n],
    ]);
  });

  it('says where the new policy has no such subsidy', async () => {
    const cases = await finance.transaction((tx) => weighPolicy(tx, { ...draft(), subsidies: {} }));
    expect(cases.map(({ ref, after }) => [ref, after])).toEqual([['K-1', null]]);
  });

  it('can only read', async () => {
    const attempt = finance.transaction(async (tx) => {
      await weighPolicy(tx, draft());
      await tx.rows(write);
    });
    await expect(attempt).rejects.toThrow('read-only transaction');
  });
});
