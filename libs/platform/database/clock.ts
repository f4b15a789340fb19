import { statement } from './statement.ts';
import type { Tx } from './database.ts';

const read = statement(
  'platform.now',
  `select platform.now() as now, to_char(platform.now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
);

/** The database's clock is the authority on time; in the sandbox it may be moved forward. `today` is the day in Asia/Shanghai. */
export async function clockOf(tx: Tx): Promise<{ readonly now: Date; readonly today: string }> {
  const row = await tx.one<{ now: Date; today: string }>(read);
  if (!row) throw new Error('platform.now() answered nothing');
  return row;
}
