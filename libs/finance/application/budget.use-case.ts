import type { Actor } from '#libs/contracts';
import { seesRegion } from '#libs/identity';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, parseYuan, refuse, type Result } from '#libs/policy';
import { budgetLineForUpdate, insertBudgetLine, setBudgetTotal, type BudgetRow } from '../persistence/ledger.query.ts';

export interface NewBudgetLine {
  readonly fund: string;
  readonly region: string;
  readonly year: number;
  /** Yuan with at most two decimals. */
  readonly total: string;
}

/** A budget line of a fund, region and year; there is one of each. */
export async function addBudgetLine(tx: Tx, actor: Actor, line: NewBudgetLine): Promise<Result<Answer<BudgetRow>>> {
  if (!seesRegion(actor, line.region)) return refuse('NOT_FOUND');
  const total = parseYuan(line.total);
  if (!total.ok) return refuse(total.refusal.code, { ...total.refusal, pointer: '/total' });
  const row = await tx.one<BudgetRow>(insertBudgetLine, [line.fund, line.region, line.year, total.value]);
  if (!row) return refuse('BUDGET_LINE_EXISTS');
  await audit(tx, {
    actor,
    act: 'budget-line-added',
    subject: { kind: 'budget-line', id: row.id },
    details: { totalFen: String(row.totalFen) },
  });
  return accept({ status: 201, body: row, version: row.version });
}

/** Gives a line another total; never below what is reserved and spent of it. */
export async function changeBudgetLine(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  total: string,
): Promise<Result<Answer<BudgetRow>>> {
  const line = await tx.one<BudgetRow>(budgetLineForUpdate, [id]);
  if (!line || !seesRegion(actor, line.region)) return refuse('NOT_FOUND');
  if (line.version !== version) return refuse('VERSION_STALE', { params: { current: line.version } });
  const amount = parseYuan(total);
  if (!amount.ok) return refuse(amount.refusal.code, { ...amount.refusal, pointer: '/total' });
  const row = await tx.one<BudgetRow>(setBudgetTotal, [id, amount.value]);
  if (!row) throw new Error('the budget line was not changed');
  await audit(tx, {
    actor,
    act: 'budget-line-changed',
    subject: { kind: 'budget-line', id },
    details: { fromFen: String(line.totalFen), toFen: String(row.totalFen) },
  });
  return accept({ body: row, version: row.version });
}
