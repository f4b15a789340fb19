import { statement } from '../database/statement.ts';
import type { Tx } from '../database/database.ts';

export interface AuditFact {
  /** Who acted; null for the system itself. */
  readonly actor: { readonly accountId: string; readonly personId: string; readonly officeId: string } | null;
  /** Past tense, lower-kebab: `claim-submitted`. */
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly caseId?: string;
  /** Ids, codes, dates and amounts only; never personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const append = statement('platform.audit-append', `select platform.audit_append($1, $2, $3, $4, $5, $6, $7, $8) as seq`);

/** Appends to the hash chain in the caller's transaction: the act and its trace stand or fall together. */
export async function audit(tx: Tx, fact: AuditFact): Promise<void> {
  await tx.rows(append, [
    fact.actor?.accountId ?? null,
    fact.actor?.personId ?? null,
    fact.actor?.officeId ?? null,
    fact.act,
    fact.subject.kind,
    fact.subject.id,
    fact.caseId ?? null,
    JSON.stringify(fact.details ?? {}),
  ]);
}
