import { clockOf, RefusalError, type Tx } from '#libs/platform';
import { findDeadline, type Deadline } from '#libs/policy';
import type { CasePlan } from '../../domain/case-plan.ts';
import {
  addContributors,
  classFacts,
  filingFacts,
  upsertCaseFile,
  type ClassFacts,
  type FilingFacts,
} from '../../persistence/case-facts.query.ts';
import { filingPolicy, planIfKnown } from '../plan-of-case.ts';
import type { StageRow } from '../../persistence/stage.query.ts';
import type { CasePlaces } from './open-stage.ts';

/** A class with what its stages look at: the filing each kind of stage waits for, its policy, and the day. */
export interface ClassCase {
  readonly facts: ClassFacts;
  readonly opening: FilingFacts | undefined;
  readonly completion: FilingFacts | undefined;
  /** @throws RefusalError where the policy is not known: the stage is held. */
  readonly plan: CasePlan;
  /** The day on which a filed opening reaches its reviewers; earlier filings wait for it (AMB-02). @throws RefusalError as `plan`. */
  readonly routedFrom: string;
  /** The last day for filing the completion. @throws RefusalError as `plan`. */
  readonly completionDueOn: string;
  readonly places: CasePlaces;
  readonly now: Date;
  readonly today: string;
}

/** Reads the class; its case file is there afterwards. */
export async function readClassCase(tx: Tx, classId: string): Promise<ClassCase | undefined> {
  const facts = await tx.one<ClassFacts>(classFacts, [classId]);
  if (!facts) return undefined;
  const { now, today } = await clockOf(tx);
  const opening = await tx.one<FilingFacts>(filingFacts, [classId, 'opening']);
  const completion = await tx.one<FilingFacts>(filingFacts, [classId, 'completion']);
  const places: CasePlaces = {
    region: facts.region,
    officeId: facts.assigningOfficeId,
    officeRegion: facts.officeRegion ?? facts.region,
    evaluationBodyId: facts.evaluationBodyId,
  };
  const { id, number, name, classType, region, institutionId, assigningOfficeId, snapshotHash } = facts;
  await tx.rows(upsertCaseFile, [
    id,
    'class',
    id,
    number,
    name,
    classType,
    region,
    institutionId,
    assigningOfficeId,
    snapshotHash,
    'opening',
  ]);
  const question = { snapshotHash, region, classType, isSpecialTask: facts.isSpecialTask, on: today };
  const policy = await planIfKnown(tx, question);
  const counted = await filingPolicy(tx, question);
  const dateOf = (name: 'opening-filing' | 'completion-filing', days: { startsOn: string } | { endsOn: string }): Deadline => {
    const found = counted.ok ? findDeadline(name, { ...counted.value, facts: days }) : counted;
    if (!found.ok) throw new RefusalError(found.refusal);
    return found.value;
  };
  return {
    ...{ facts, opening, completion, places, now, today },
    get plan() {
      if (!policy.ok) throw new RefusalError(policy.refusal);
      return policy.value;
    },
    get routedFrom() {
      const { earliestOn, dueOn } = dateOf('opening-filing', { startsOn: facts.startsOn });
      return earliestOn ?? dueOn;
    },
    get completionDueOn() {
      return dateOf('completion-filing', { endsOn: facts.endsOn }).dueOn;
    },
  };
}

/** Everyone named in a filing had a hand in it and cannot decide it (AMB-06). */
export async function noteContributors(tx: Tx, classId: string, filing: FilingFacts | undefined, how: string): Promise<void> {
  if (filing && filing.contributors.length > 0) await tx.rows(addContributors, [classId, filing.contributors, how]);
}

/** What a class's road needs to know to start again where it had ended. */
export function hasNewerClassFiling(of: ClassCase, latest: StageRow): boolean {
  const filing = latest.stage === 'completion' ? of.completion : of.opening;
  return filing !== undefined && isFiled(filing) && filing.version > (latest.seenVersion ?? 0);
}

const NOT_FILED = new Set(['draft', 'returned', 'withdrawn']);

/** Whether the version lies with the reviewers: neither being written or corrected, nor taken back. */
export function isFiled({ status }: Pick<FilingFacts, 'status'>): boolean {
  return !NOT_FILED.has(status);
}
