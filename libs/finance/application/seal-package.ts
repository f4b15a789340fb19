import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { audit, lockCase, type Database, type Tx } from '#libs/platform';
import * as query from '../persistence/claim.query.ts';
import { insertPackage, packageOf, payeeOf, setPackage, type PackageRow } from '../persistence/package.query.ts';
import type { FactRow } from '../domain/fact-row.ts';
import { claimMaterials } from '../persistence/facts.query.ts';
import { linesOf, upsertLines, type LineRow } from '../persistence/line.query.ts';
import { calculateClaim, ruleOf } from './calculate-claim.ts';

export interface SealedPackage {
  readonly version: number;
  readonly sha256: string;
}

interface Content {
  readonly document: string;
  readonly amountFen: bigint;
  readonly recoveryFen: bigint;
}

function sealedLines(claim: query.ClaimRow, kept: readonly LineRow[]): object[] {
  return kept
    .filter(({ state, amountFen }) => state === 'included' && amountFen > 0n)
    .map(({ lineId, personId, enrollmentId, subjectId, amountFen, explanation, payee }) => ({
      ...{ lineId, personId, enrollmentId, subjectId, amountFen: String(amountFen), explanation },
      ...(claim.payeeKind === 'subject' ? { payee } : {}),
    }));
}

/** Everything a signature is about, without a name or a number of anybody (design section 6). */
async function documentOf(tx: Tx, claim: query.ClaimRow): Promise<Content> {
  const facts = (await tx.one<{ facts: FactRow[] }>(query.factsOfSubmission, [claim.id]))?.facts ?? [];
  const excluded = new Set((await tx.rows<{ personId: string }>(query.exclusionsOf, [claim.id])).map(({ personId }) => personId));
  const { id, number, basis, classId, orderId, settlement, subsidy, institutionId, region, snapshotHash, submittedVersion } = claim;
  const rule = await ruleOf(tx, snapshotHash, subsidy);
  const { lines, calculation } = calculateClaim({ rule, subsidy, settlement }, facts, excluded);
  await tx.rows(upsertLines, [id, JSON.stringify(lines)]);
  const classes = (await tx.rows<{ classId: string }>(query.classesOf, [id])).map((one) => one.classId);
  const { amountFen, recoveryFen } = calculation;
  const content = {
    claim: { id, number, basis, classId, orderId, classes, settlement, subsidy, institutionId, region, submittedVersion },
    policy: snapshotHash,
    payee: claim.payeeKind === 'subject' ? null : ((await tx.one(payeeOf, [institutionId])) ?? null),
    facts: facts.filter(({ personId }) => !excluded.has(personId)),
    lines: sealedLines(claim, await tx.rows<LineRow>(linesOf, [id])),
    recoveries: lines
      .filter((line) => line.recoveryFen !== '0')
      .map((line) => ({ personId: line.personId, recoveryFen: line.recoveryFen })),
    excluded: [...excluded].sort(),
    evidence: await tx.rows(claimMaterials, [classes, id]),
    amountFen: String(amountFen),
    recoveryFen: String(recoveryFen),
  };
  return { document: canonicalize(content) ?? '', amountFen, recoveryFen };
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
    const { document, amountFen, recoveryFen } = await documentOf(tx, claim);
    const sha256 = createHash('sha256').update(document).digest();
    if (last?.sha256 === sha256.toString('hex')) return { version: last.version, sha256: last.sha256 };
    const version = (last?.version ?? 0) + 1;
    await tx.rows(insertPackage, [claimId, version, sha256, document, amountFen]);
    await tx.rows(setPackage, [claimId, version, sha256, amountFen, recoveryFen]);
    await audit(tx, {
      actor: null,
      act: 'package-sealed',
      subject: { kind: 'claim', id: claimId },
      caseId: claimId,
      details: { version, sha256: sha256.toString('hex'), amountFen: String(amountFen), recoveryFen: String(recoveryFen) },
    });
    return { version, sha256: sha256.toString('hex') };
  });
}
