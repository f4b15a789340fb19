import { statement } from './statement.ts';
import type { Tx } from './database.ts';

const claim = statement(
  'platform.claim-effect',
  `insert into platform.effect (key) values ($1) on conflict (key) do nothing returning key`,
);
const store = statement('platform.store-effect', `update platform.effect set result = $2 where key = $1`);
const load = statement('platform.load-effect', `select result from platform.effect where key = $1`);

/**
 * Does the work once for ever under a business key, in the caller's transaction; a repetition gets the first result. Activities may run
 * several times, and after a reset under another run id, so the key is never one of Temporal's.
 */
export async function effect<T>(tx: Tx, key: string, work: () => Promise<T>): Promise<T> {
  const claimed = await tx.one<{ key: string }>(claim, [key]);
  if (!claimed) return (await tx.one<{ result: T }>(load, [key]))?.result as T;
  const result = await work();
  await tx.rows(store, [key, JSON.stringify(result ?? null)]);
  return result;
}
