import type { Actor } from '#libs/contracts';
import { openIdentity, RefusalError, type Tx } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import type { ClaimRow } from '../../persistence/claim.query.ts';
import { packageOf, type PackageRow } from '../../persistence/package.query.ts';
import { claimOnPaper, openLinesOnPaper, sealedLinesOnPaper, type ClaimOnPaper, type LineOnPaper } from '../../persistence/paper.query.ts';
import { visibleClaim } from '../read-claims.ts';

export interface NamedLine {
  readonly name: string;
  readonly maskedIdNumber: string;
  readonly amountFen: bigint;
}

/** A claim as its papers show it: as it was sealed, or as it stands while nothing is. */
export interface PaperClaim {
  readonly claim: ClaimRow;
  readonly names: ClaimOnPaper;
  readonly policy: PolicySnapshot['pack'];
  readonly subsidy: string;
  readonly lines: readonly NamedLine[];
  readonly totalFen: bigint;
  /** Null: nothing is sealed, so the papers are drafts. */
  readonly sealed: { readonly version: number; readonly sha256: string } | null;
}

function named({ personId, identityCipher, unitName, maskedIdNumber, amountFen }: LineOnPaper): NamedLine {
  const clear = identityCipher === null ? '' : openIdentity(personId, identityCipher).name;
  return { name: unitName ?? clear, maskedIdNumber: maskedIdNumber ?? '', amountFen };
}

/** @param version of the package; null: the last. @throws RefusalError NOT_FOUND. */
export async function readPaperClaim(tx: Tx, actor: Actor, claimId: string, version: number | null): Promise<PaperClaim> {
  const seen = await visibleClaim(tx, actor, claimId);
  if (!seen.ok) throw new RefusalError(seen.refusal);
  const claim = seen.value;
  const names = await tx.one<ClaimOnPaper>(claimOnPaper, [claimId]);
  const sealed = await tx.one<PackageRow>(packageOf, [claimId, version]);
  if (!names || (version !== null && !sealed)) throw new RefusalError({ code: 'NOT_FOUND' });
  const rows = sealed
    ? await tx.rows<LineOnPaper>(sealedLinesOnPaper, [claimId, sealed.version])
    : await tx.rows<LineOnPaper>(openLinesOnPaper, [claimId]);
  const { pack, subsidies } = await snapshotOf(tx, claim.snapshotHash);
  return {
    ...{ claim, names, policy: pack },
    subsidy: Object.hasOwn(subsidies, claim.subsidy) ? (subsidies[claim.subsidy]?.title ?? claim.subsidy) : claim.subsidy,
    lines: rows.map(named),
    totalFen: rows.reduce((sum, { amountFen }) => sum + amountFen, 0n),
    sealed: sealed ? { version: sealed.version, sha256: sealed.sha256 } : null,
  };
}
