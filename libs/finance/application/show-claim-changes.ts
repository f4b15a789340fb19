import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, materialsForClaim, materialTitle, refuse, type Material, type MaterialTitle, type Result } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import { compareSubmissions, type LineChange, type SubmittedLine } from '../domain/compare-submissions.ts';
import type { ClaimRow } from '../persistence/claim.query.ts';
import { classOfClaim, type ClassFacts } from '../persistence/facts.query.ts';
import {
  materialsBetween,
  namedSubjects,
  submissionOf,
  type MaterialAtRow,
  type NamedRow,
  type SubmissionRow,
} from '../persistence/submission.query.ts';
import { calculateClaim, ruleOf } from './calculate-claim.ts';
import { shownName, visibleClaim } from './read-claims.ts';

export interface ShownLineChange extends LineChange {
  readonly name: string;
  readonly maskedIdNumber: string | null;
}

/** A paper that came or went, called as the policy calls it. */
export interface ClaimMaterialChange extends MaterialTitle {
  readonly slot: string;
  readonly fileName: string;
  readonly change: 'added' | 'removed';
}

export interface ShownClaimChanges {
  readonly from: number;
  readonly to: number;
  readonly beforeFen: bigint;
  readonly afterFen: bigint;
  readonly lines: readonly ShownLineChange[];
  readonly materials: readonly ClaimMaterialChange[];
}

/** What a submission came to by its own frozen facts and the claim's own policy. */
async function linesOf(
  tx: Tx,
  { snapshotHash, subsidy, settlement }: ClaimRow,
  { facts }: SubmissionRow,
): Promise<readonly SubmittedLine[]> {
  const rule = await ruleOf(tx, snapshotHash, subsidy);
  const { lines } = calculateClaim({ rule, subsidy, settlement }, facts);
  return lines.flatMap(({ personId, amountFen }, index) => {
    const row = facts[index];
    return row ? [{ personId, amountFen: BigInt(amountFen), facts: row }] : [];
  });
}

const sumOf = (lines: readonly SubmittedLine[]): bigint => lines.reduce((sum, { amountFen }) => sum + amountFen, 0n);

async function named(tx: Tx, changes: readonly LineChange[]): Promise<readonly ShownLineChange[]> {
  const rows = await tx.rows<NamedRow>(namedSubjects, [changes.map(({ personId }) => personId)]);
  const names = new Map(rows.map((row) => [row.personId, row]));
  return changes.map((change) => {
    const row = names.get(change.personId);
    return {
      ...change,
      name: row?.unitName ?? shownName(row?.name ?? null, change.personId),
      maskedIdNumber: row?.maskedIdNumber ?? null,
    };
  });
}

/** The papers the claim's own policy lists. All classes of an employer order are order classes (AMB-19). */
async function listedPapers(tx: Tx, { basis, classId, snapshotHash, subsidy }: ClaimRow): Promise<readonly Material[]> {
  const of = classId === null ? undefined : await tx.one<ClassFacts>(classOfClaim, [classId]);
  const classType = basis === 'order' ? 'order' : (of?.classType ?? null);
  return materialsForClaim(await snapshotOf(tx, snapshotHash), { classType, subsidy });
}

/** What differs between two submissions of a claim, person by person and paper by paper (AMB-44), for whoever may see the claim. */
export async function showClaimChanges(
  tx: Tx,
  actor: Actor,
  { claimId, from, to }: { readonly claimId: string; readonly from: number; readonly to: number },
): Promise<Result<ShownClaimChanges>> {
  const claim = await visibleClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const before = await tx.one<SubmissionRow>(submissionOf, [claimId, from]);
  const after = await tx.one<SubmissionRow>(submissionOf, [claimId, to]);
  if (!before || !after) return refuse('NOT_FOUND');
  const [was, is] = [await linesOf(tx, claim.value, before), await linesOf(tx, claim.value, after)];
  const listed = await listedPapers(tx, claim.value);
  const papers = await tx.rows<MaterialAtRow>(materialsBetween, [claimId, before.submittedAt, after.submittedAt]);
  return accept({
    ...{ from, to, beforeFen: sumOf(was), afterFen: sumOf(is) },
    lines: await named(tx, compareSubmissions(was, is)),
    materials: papers.map(({ slot, fileName, isThere }) => ({
      ...{ slot, fileName, ...materialTitle(listed, slot) },
      change: isThere ? ('added' as const) : ('removed' as const),
    })),
  });
}
