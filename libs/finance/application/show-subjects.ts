import type { Actor } from '#libs/contracts';
import type { Answer, Tx } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import { declarableFacts, type DeclarableFacts } from '../domain/declared-facts.ts';
import { subjectsOf, type SubjectRow } from '../persistence/subject.query.ts';
import { ruleOf } from './calculate-claim.ts';
import { shownName, visibleClaim } from './read-claims.ts';

/** A person or unit of a claim as it is shown: names short, numbers and accounts masked. */
export interface ShownSubject extends Pick<SubjectRow, 'id' | 'ordinal' | 'personId' | 'facts' | 'reference' | 'maskedIdNumber'> {
  readonly name: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly account: string | null;
}

function shown(row: SubjectRow): ShownSubject {
  const { id, ordinal, personId, facts, reference, maskedIdNumber, fromMonth, toMonth } = row;
  return {
    ...{ id, ordinal, personId, facts, reference, maskedIdNumber },
    name: row.unitName ?? shownName(row.name, personId),
    period: fromMonth === null || toMonth === null ? null : { from: fromMonth.slice(0, 7), to: toMonth.slice(0, 7) },
    account: row.accountMasked,
  };
}

export interface SubjectsOfClaim extends DeclarableFacts {
  readonly items: readonly ShownSubject[];
}

/** Whom a claim is about, and which facts its subsidy wants declared of each, under the version of the claim. */
export async function listSubjects(tx: Tx, actor: Actor, claimId: string): Promise<Result<Answer<SubjectsOfClaim>>> {
  const claim = await visibleClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const { snapshotHash, subsidy, basis, version } = claim.value;
  const items = (await tx.rows<SubjectRow>(subjectsOf, [claimId])).map(shown);
  return accept({ body: { items, ...declarableFacts(await ruleOf(tx, snapshotHash, subsidy), basis) }, version });
}
