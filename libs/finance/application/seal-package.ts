import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { audit, lockCase, type Database, type Tx } from '#libs/platform';
import * as query from '../persistence/claim.query.ts';
import { insertPackage, packageOf, payeeOf, setPackage, type PackageRow } from '../persistence/package.query.ts';
import { calculateClaim, ruleOf } from './calculate-claim.ts';

export interface SealedPackage {
  readonly version: number;
  readonly sha256: string;
}

/** Everything a signature is about, without a name or a number of anybody (design section 6). */
async function documentOf(tx: Tx, claim: query.ClaimRow): Promise<{ document: string; amountFen: bigint }> {
  const facts = (await tx.one<{ facts: query.FactRow[] }>(query.factsOfSubmission, [claim.id]))?.facts ?? [];
  const excluded = new Set((await tx.rows<{ personId: string }>(query.exclusionsOf, [claim.id])).map(({ personId }) => personId));
  const { lines, calculation } = calculateClaim(await ruleOf(tx, claim.snapshotHash, claim.subsidy), facts, excluded);
  await tx.rows(query.upsertLines, [claim.id, JSON.stringify(lines)]);
  const kept = await tx.rows<query.LineRow>(query.linesOf, [claim.id]);
  const { id, number, classId, subsidy, institutionId, region, snapshotHash, submittedVersion } = claim;
  const content = {
    claim: { id, number, classId, subsidy, institutionId, region, submittedVersion },
    policy: snapshotHash,
    payee: (await tx.one(payeeOf, [institutionId])) ?? null,
    facts: facts.filter(({ personId }) => !excluded.has(personId)),
    lines: kept
      .filter(({ state, amountFen }) => state === 'included' && amountFen > 0n)
      .map(({ lineId, personId, enrollmentId, amountFen, explanation }) => ({
        lineId,
        personId,
        enrollmentId,
        amountFen: String(amountFen),
        explanation,
      })),
    excluded: [...excluded].sort(),
    evidence: classId === null ? [] : await tx.rows(query.claimMaterials, [classId]),
    amountFen: String(calculation.amountFen),
  };
  return { document: canonicalize(content) ?? '', amountFen: calculation.amountFen };
}

/**
 * Recomputes the current submission less the persons excluded by decisions and seals it as a package version. The same content is the same
 * version, so that signatures on it stand (design rule 5).
 */
export function sealPackage(database: Database, claimId: string): Promise<SealedPackage> {
  return database.transaction(async (tx) => {
    await lockCase(tx, claimId);
    const claim = await tx.one<query.ClaimRow>(query.claimById, [claimId]);
    if (!claim) throw new Error(`there is no claim ${claimId}`);
    const last = await tx.one<PackageRow>(packageOf, [claimId, null]);
    const { document, amountFen } = await documentOf(tx, claim);
    const sha256 = createHash('sha256').update(document).digest();
    if (last?.sha256 === sha256.toString('hex')) return { version: last.version, sha256: last.sha256 };
    const version = (last?.version ?? 0) + 1;
    await tx.rows(insertPackage, [claimId, version, sha256, document, amountFen]);
    await tx.rows(setPackage, [claimId, version, sha256, amountFen]);
    await audit(tx, {
      actor: null,
      act: 'package-sealed',
      subject: { kind: 'claim', id: claimId },
      caseId: claimId,
      details: { version, sha256: sha256.toString('hex'), amountFen: String(amountFen) },
    });
    return { version, sha256: sha256.toString('hex') };
  });
}
