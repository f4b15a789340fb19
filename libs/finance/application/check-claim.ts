import type { Tx } from '#libs/platform';
import { missingMaterials, valueOf, type Calculation, type PolicySnapshot, type Refusal } from '#libs/policy';
import { claimMaterials, liveClaims, type ClassFacts } from '../persistence/claim.query.ts';

/** Everything that keeps a claim from being submitted, all at once (一次性告知). */
export async function claimFindings(
  tx: Tx,
  of: {
    readonly claimId: string | null;
    readonly subsidy: string;
    readonly snapshot: PolicySnapshot;
    readonly facts: ClassFacts;
    readonly calculation: Calculation;
  },
): Promise<Refusal[]> {
  const { snapshot, facts, subsidy, calculation } = of;
  const process = snapshot.process[facts.classType];
  if (!process?.subsidies.includes(subsidy))
    return [{ code: 'CLAIM_SUBSIDY_UNKNOWN', pointer: '/subsidy', params: { allowed: process?.subsidies.join(', ') ?? '' } }];
  const findings: Refusal[] = [];
  if (!facts.isAssessed) findings.push({ code: 'CLAIM_NOT_ASSESSED' });
  const settlement = valueOf(process.claim.settlement, 'claim.settlement');
  if (!settlement.ok) findings.push(settlement.refusal);
  const others = await tx.rows<{ state: string }>(liveClaims, [facts.id, subsidy, of.claimId]);
  const isTaken = settlement.ok && settlement.value === 'staged' ? others.some(({ state }) => state !== 'approved') : others.length > 0;
  if (isTaken) findings.push({ code: 'CLAIM_EXISTS' });
  for (const { name, reason } of calculation.held) findings.push({ code: 'CLAIM_HELD', params: { name, reason } });
  if (calculation.held.length === 0 && calculation.amountFen === 0n) findings.push({ code: 'CLAIM_NOTHING_DUE' });
  const files = new Set((await tx.rows<{ slot: string }>(claimMaterials, [facts.id])).map(({ slot }) => slot));
  for (const { slot, title, titleEn, clause } of missingMaterials(process.claim.materials, files, {
    isSpecialTask: facts.isSpecialTask,
    form: 'file',
  })) {
    findings.push({ code: 'MATERIAL_MISSING', pointer: `/materials/${slot}`, params: { title, titleEn, clause } });
  }
  return findings;
}
