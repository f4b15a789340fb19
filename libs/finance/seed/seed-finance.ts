import { statement, type Tx } from '#libs/platform';

const insert = statement(
  'finance.seed-budget',
  `insert into finance.budget_line (fund, region, year, total_fen) values ($1, $2, $3, $4) on conflict do nothing`,
);

const FUND = '职业技能提升资金';
const YEARS = [2021, 2024, 2025, 2026];
const REGIONS = ['140900', '140928', '140427', '140500'];
const TOTAL_FEN = 500_000_000n;

/** Budget lines of the demonstration world, five million yuan a region and year; a second call changes nothing. Runs as the owner. */
export async function seedFinance(tx: Tx): Promise<void> {
  for (const region of REGIONS) for (const year of YEARS) await tx.rows(insert, [FUND, region, year, TOTAL_FEN]);
}
