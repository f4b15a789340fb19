import { clockOf, RefusalError, type Tx } from '#libs/platform';
import type { CasePlan } from '../../domain/case-plan.ts';
import { addContributors, claimFacts, upsertCaseFile, type ClaimFacts } from '../../persistence/case-facts.query.ts';
import { openHolds } from '../../persistence/objection.query.ts';
import type { StageRow } from '../../persistence/stage.query.ts';
import { planIfKnown } from '../plan-of-case.ts';
import { isFiled } from './class-case.ts';
import type { CasePlaces } from './open-stage.ts';

/** A claim with its policy and the day. */
export interface ClaimCase {
  readonly facts: ClaimFacts;
  /** @throws RefusalError where the policy is not known: the stage is held. */
  readonly plan: CasePlan;
  readonly places: CasePlaces;
  readonly now: Date;
  readonly today: string;
}

/** Reads the claim; its case file is there afterwards, and its preparer is known as a contributor. */
export async function readClaimCase(tx: Tx, claimId: string): Promise<ClaimCase | undefined> {
  const facts = await tx.one<ClaimFacts>(claimFacts, [claimId]);
  if (!facts) return undefined;
  const { now, today } = await clockOf(tx);
  const { id, classId, number, subsidy, title, classType, region, institutionId, officeId, officeRegion, snapshotHash } = facts;
  await tx.rows(upsertCaseFile, [id, 'claim', classId, number, title, classType, region, institutionId, officeId, snapshotHash, 'review']);
  if (facts.preparedBy !== null) await tx.rows(addContributors, [id, [facts.preparedBy], 'claim']);
  const policy = await planIfKnown(tx, { snapshotHash, region, classType, subsidy, isSpecialTask: facts.isSpecialTask, on: today });
  return {
    ...{ facts, places: { region, officeId, officeRegion }, now, today },
    get plan() {
      if (!policy.ok) throw new RefusalError(policy.refusal);
      return policy.value;
    },
  };
}

export function hasNewerSubmission({ facts }: ClaimCase, latest: StageRow): boolean {
  return isFiled(facts) && (facts.submittedVersion ?? 0) > (latest.seenVersion ?? 0);
}

/** Whether nobody of the claim is held by an objection any more (AMB-05). */
export async function holdsEnded(tx: Tx, { facts }: ClaimCase): Promise<boolean> {
  const holds = await tx.one<{ persons: number; isWhole: boolean }>(openHolds, [facts.id]);
  return holds === undefined || (holds.persons === 0 && !holds.isWhole);
}

/** What every stage of a claim shares. */
export const claimScript = { kind: 'claim', facts: readClaimCase, hasNewerFiling: hasNewerSubmission, holdsEnded } as const;
