import { statement } from '#libs/platform';

/** $1 claim, $2 id of the last entry shown, $3 limit; all where there is none. */
export const ledgerOf = statement(
  'finance.ledger-of',
  `select e.id::text as id, e.business_key as "businessKey", e.what, e.at,
     json_agg(json_build_object('account', p.account_id, 'amountFen', p.amount_fen::text) order by p.line) as postings
   from finance.journal_entry e join finance.posting p on p.entry_id = e.id where e.claim_id = $1 and ($2::bigint is null or e.id > $2) group by e.id order by e.id limit $3`,
);

export interface EntryRow {
  readonly id: string;
  readonly businessKey: string;
  readonly what: string;
  readonly at: Date;
  readonly postings: readonly { readonly account: string; readonly amountFen: string }[];
}

export interface BudgetRow {
  readonly id: string;
  readonly fund: string;
  readonly region: string;
  readonly year: number;
  readonly totalFen: bigint;
  readonly reservedFen: bigint;
  readonly spentFen: bigint;
  readonly version: number;
}

const columns = `id, fund, region, year, total_fen as "totalFen", reserved_fen as "reservedFen", spent_fen as "spentFen", version`;

/** $1 region scope, $2 id of the last line shown, $3 limit; all where there is none. The latest year first. */
export const budgetLines = statement(
  'finance.budget-lines',
  `select ${columns} from finance.budget_line where region like $1 || '%'
     and ($2::uuid is null or (-year, region, fund) > (select -b.year, b.region, b.fund from finance.budget_line b where b.id = $2))
   order by -year, region, fund limit $3`,
);
export const budgetLineForUpdate = statement(
  'finance.budget-line-for-update',
  `select ${columns} from finance.budget_line where id = $1 for update`,
);
export const insertBudgetLine = statement(
  'finance.insert-budget-line',
  `insert into finance.budget_line (fund, region, year, total_fen) values ($1, $2, $3, $4) on conflict do nothing returning ${columns}`,
);
export const setBudgetTotal = statement(
  'finance.set-budget-total',
  `update finance.budget_line set total_fen = $2 where id = $1 returning ${columns}`,
);
