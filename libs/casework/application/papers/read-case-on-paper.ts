import type { Actor } from '#libs/contracts';
import { isAuthority } from '#libs/identity';
import { RefusalError, type Tx } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import { caseOnPaper, type CaseOnPaper } from '../../persistence/paper.query.ts';
import { visibleCase } from '../show-case.ts';

export interface PaperCase extends CaseOnPaper {
  readonly id: string;
  readonly policy: PolicySnapshot['pack'] | undefined;
  /** The subsidy's title. */
  readonly subsidyTitle: string;
}

/**
 * The case for its papers.
 * @param isInside the paper names who in the bureau did what: not for an institution.
 * @throws RefusalError NOT_FOUND.
 */
export async function readPaperCase(tx: Tx, actor: Actor, caseId: string, kind: 'class' | 'claim', isInside: boolean): Promise<PaperCase> {
  const seen = await visibleCase(tx, actor, caseId);
  const row =
    seen.ok && seen.value.kind === kind && (!isInside || isAuthority(actor)) ? await tx.one<CaseOnPaper>(caseOnPaper, [caseId]) : undefined;
  if (!row) throw new RefusalError({ code: 'NOT_FOUND' });
  const snapshot = row.snapshotHash === null ? undefined : await snapshotOf(tx, row.snapshotHash);
  const rule =
    row.subsidy !== null && snapshot && Object.hasOwn(snapshot.subsidies, row.subsidy) ? snapshot.subsidies[row.subsidy] : undefined;
  return { ...row, id: caseId, policy: snapshot?.pack, subsidyTitle: rule?.title ?? row.subsidy ?? '' };
}

/** 文号《标题》 of the policy the case is judged by. */
export function basisOnPaper({ policy }: PaperCase): string {
  return policy ? `${policy.documentNumber}《${policy.title}》` : '—';
}
