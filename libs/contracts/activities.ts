import type { ClaimStage, ClassStage, Road } from './roads.ts';

/** What the rows say of a stage: its outcome, or null while it is open; and, where a day matters, in how many milliseconds to look again. */
export interface StageState<Outcome extends string> {
  readonly outcome: Outcome | null;
  readonly lookAgainInMs?: number;
}

/**
 * The class road's activities: each opens its stage's rows once (tasks, due day) and afterwards only reads them; at its day the same call
 * finds that the day has come and writes the outcome. Casework serves them as local activities.
 */
export interface ClassActivities {
  classStandsAt(classId: string): Promise<ClassStage | 'end'>;
  opening(classId: string): Promise<StageState<'approved' | 'refused' | 'withdrawn' | 'lapsed'>>;
  activation(classId: string): Promise<StageState<'activated' | 'not-required' | 'withdrawn'>>;
  delivery(classId: string): Promise<StageState<'completion-filed' | 'stopped'>>;
  completion(classId: string): Promise<StageState<'approved' | 'refused' | 'withdrawn'>>;
  assessment(classId: string): Promise<StageState<'assessed'>>;
}

/** The claim road's stage activities, served by casework except for `payout`, which is finance's. */
export interface ClaimActivities {
  claimStandsAt(claimId: string): Promise<ClaimStage | 'end'>;
  review(claimId: string): Promise<StageState<'accepted' | 'refused' | 'withdrawn'>>;
  signOff(claimId: string): Promise<StageState<'signed' | 'refused' | 'voided'>>;
  publicNotice(claimId: string): Promise<StageState<'clean' | 'corrected'>>;
  financeReview(claimId: string): Promise<StageState<'approved' | 'returned' | 'refused'>>;
  payout(claimId: string): Promise<StageState<'paid' | 'partly-held'>>;
}

/** Finance's part of a claim: local activities on rows. */
export interface ClaimPackageActivities {
  /** Recomputes the lines of the current submission less the excluded persons and seals them as a package version; answers the same while nothing changed. */
  sealPackage(claimId: string): Promise<{ readonly version: number; readonly sha256: string }>;
}

/** Regular activities on the payments queue, under the payments role. */
export interface PaymentActivities {
  /** Makes the payment orders that are due now: one tranche for every person neither held nor excluded and not yet ordered. */
  orderPayments(claimId: string): Promise<{ readonly ordered: number; readonly held: number }>;
  /** Writes the exact bytes and their hash, then hands the batch to the bank once. */
  submitBatch(batchId: string): Promise<{ readonly submitted: boolean }>;
  /** Asks the bank for the answer to a batch by its keys; never sends anything. */
  queryBatch(batchId: string): Promise<{ readonly open: number }>;
}

export interface ObjectionActivities {
  objection(objectionId: string): Promise<StageState<'upheld' | 'dismissed' | 'withdrawn'>>;
}

export interface PaymentBatchActivities {
  paymentBatch(batchId: string): Promise<StageState<'closed' | 'discarded'> & { readonly next: 'release' | 'submit' | 'answer' | 'end' }>;
}

/** One scan for all roads: reminders before a due day, escalation after it, an alarm where nobody is left who may act. Run by one Schedule. */
export interface ReminderActivities {
  remindAndEscalate(): Promise<{ readonly reminded: number; readonly escalated: number; readonly unstaffed: number }>;
}

/** Noted when a workflow reaches its end, so that nobody starts it again. */
export interface RoadEndActivities {
  endRoad(road: Road, subjectId: string): Promise<void>;
  /** Takes that back where news came meanwhile. */
  reopenRoad(road: Road, subjectId: string): Promise<void>;
}
