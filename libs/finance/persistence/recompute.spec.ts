import fc from 'fast-check';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Database, statement } from '#libs/platform';
import { calculateSubsidy, type LineFacts, type SubsidyRule } from '#libs/policy';
import { packFolders, readPack, resolvePeriods } from '#libs/rulebook';
import { testDatabase } from '#libs/testing';
import { anyClaim, anyLines } from '../../testing/policy/any-subsidy.ts';

const recompute = statement(
  'test.recompute',
  `select c.nth::int as claim, r.ref, r.amount_fen::text as amount, r.recovery_fen::text as recovery, r.is_held as held
   from jsonb_array_elements($1::jsonb) with ordinality as c(claim, nth), lateral finance.recompute(c.claim -> 'rule', c.claim -> 'facts', c.claim ->> 'settlement') r
   order by c.nth, r.ref`,
);

/** Claims of one statement. */
const BATCH = 500;

interface Claim {
  readonly rule: SubsidyRule;
  readonly lines: readonly LineFacts[];
  readonly settlement: 'final' | 'advance';
}

/** As facts are frozen with a submission: amounts as strings of fen. */
const frozen = (_name: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** What TypeScript makes of a claim, in the form of the rows. */
function calculated({ rule, lines, settlement }: Claim, index: number): object[] {
  const { lines: of, held } = calculateSubsidy(rule, lines, { settlement });
  return of.map(({ ref, amountFen, recoveryFen }) => ({
    claim: index + 1,
    ref,
    amount: String(amountFen),
    recovery: String(recoveryFen),
    held: held.length > 0,
  }));
}

describe('the recomputation in SQL', () => {
  let finance: Database;

  beforeAll(async () => {
    await testDatabase();
    finance = new Database('finance');
  });
  afterAll(async () => {
    await finance.close();
  });

  /** The first claim both do not agree on, as found. */
  async function disagreement(claims: readonly Claim[]): Promise<object | null> {
    const json = JSON.stringify(
      claims.map(({ rule, lines, settlement }) => ({ rule, facts: lines, settlement })),
      frozen,
    );
    const rows = await finance.transaction((tx) => tx.rows<{ claim: number }>(recompute, [json]));
    const byClaim = Map.groupBy(rows, ({ claim }) => claim);
    for (const [index, claim] of claims.entries()) {
      const [sql, typescript] = [byClaim.get(index + 1), calculated(claim, index)];
      if (!isDeepStrictEqual(sql, typescript)) return { claim, sql, typescript };
    }
    return null;
  }

  async function compare(claims: readonly Claim[]): Promise<void> {
    for (let from = 0; from < claims.length; from += BATCH) expect(await disagreement(claims.slice(from, from + BATCH))).toBeNull();
  }

  it('agrees with the calculation to the fen for random rules of every kind and random facts', async () => {
    await compare(fc.sample(anyClaim, 5_000));
  }, 240_000);

  it('agrees to the fen for every subsidy of every pack', async () => {
    const packs = packFolders(path.join(__dirname, '../../../policies')).map(readPack);
    const rules = packs.flatMap((pack) => resolvePeriods(pack, packs).flatMap(({ snapshot }) => Object.values(snapshot.subsidies)));
    const settlement = fc.constantFrom('final' as const, 'advance' as const);
    await compare(fc.sample(fc.record({ rule: fc.constantFrom(...rules), lines: anyLines, settlement }), 2_000));
  }, 240_000);
});
