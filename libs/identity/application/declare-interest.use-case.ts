import type { Actor } from '#libs/contracts';
import { type Answer, audit, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { type AccountRow, findAccount, findOffice, type OfficeRow } from '../persistence/people.query.ts';
import { insertInterest } from '../persistence/rights.query.ts';
import { administers } from './administration.ts';
import { refusing, returned } from './constraint.ts';

export const relations = ['family', 'ownership', 'employment', 'other'] as const;
export type Relation = (typeof relations)[number];

export interface DeclareInterest {
  readonly institutionId: string;
  readonly relation: Relation;
  /** Whose interest; the actor's own when not given. Administrators may enter what was reported to them. */
  readonly accountId?: string;
}

/** From now on the institution's cases are neither shown to this natural person nor decided by them, under any account. */
export async function declareInterest(
  tx: Tx,
  actor: Actor,
  wanted: DeclareInterest,
): Promise<Result<Answer<{ id: string; declaredAt: string }>>> {
  const institution = await tx.one<OfficeRow>(findOffice, [wanted.institutionId]);
  if (!institution) return refuse('NOT_FOUND', { pointer: '/institutionId' });
  const isOwn = wanted.accountId === undefined || wanted.accountId === actor.accountId;
  if (!isOwn && !administers(actor, institution.region)) return refuse('NOT_FOUND');
  const person = isOwn ? actor.personId : (await tx.one<AccountRow>(findAccount, [wanted.accountId]))?.personId;
  if (person === undefined) return refuse('ACCOUNT_UNKNOWN', { pointer: '/accountId' });

  const values = [person, wanted.institutionId, wanted.relation, actor.accountId];
  const row = returned(
    await refusing('declared_interest_open', 'INTEREST_DECLARED_ALREADY', () =>
      tx.one<{ id: string; declaredAt: Date }>(insertInterest, values),
    ),
  );
  const details = { personId: person, institutionId: wanted.institutionId, relation: wanted.relation };
  await audit(tx, { actor, act: 'interest-declared', subject: { kind: 'declared-interest', id: row.id }, details });
  return accept({ status: 201, body: { id: row.id, declaredAt: row.declaredAt.toISOString() } });
}
