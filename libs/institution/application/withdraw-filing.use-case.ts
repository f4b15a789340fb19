import type { Actor } from '#libs/contracts';
import { audit, lockCase, outboxAdvance, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import type { FilingKind } from '../domain/check-filing.ts';
import { withdrawFiling } from '../persistence/filing.query.ts';
import { ownClass } from './own-class.ts';
import type { Filed } from './submit-filing.use-case.ts';

/** Takes back what has not been decided yet; it may be filed anew. */
export async function withdraw(tx: Tx, actor: Actor, classId: string, kind: FilingKind): Promise<Result<Answer<Filed>>> {
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  const row = await tx.one<{ version: number }>(withdrawFiling, [classId, kind]);
  if (!row) return refuse('FILING_NOT_WITHDRAWABLE');
  await outboxAdvance(tx, { road: 'class', id: classId, reason: `${kind}-withdrawn` });
  await audit(tx, {
    actor,
    act: `${kind}-withdrawn`,
    subject: { kind: 'class', id: classId },
    caseId: classId,
    details: { version: row.version },
  });
  return accept({ body: { kind, version: row.version } });
}
