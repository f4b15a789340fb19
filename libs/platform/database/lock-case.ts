import { statement } from './statement.ts';
import type { Tx } from './database.ts';

const lock = statement('platform.lock-case', `select pg_advisory_xact_lock(hashtextextended($1, 20260101))`);

/** Every act that changes a case, in whatever domain, takes this lock first: acts on one case follow each other, and never pass each other unseen. */
export async function lockCase(tx: Tx, caseId: string): Promise<void> {
  await tx.rows(lock, [caseId]);
}
