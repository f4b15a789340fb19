import type { Stage } from '#libs/contracts';

export type CaseKind = 'class' | 'claim';

/** A stage's row as far as the road is concerned. */
export interface RoadStage {
  readonly stage: Stage;
  readonly outcome: string | null;
}

/** What may bring an ended road to life again. */
export interface RoadNews {
  /** The applicant has filed a version nobody has reviewed yet. */
  readonly hasNewerFiling: boolean;
  /** No objection is open any more on the case. */
  readonly holdsEnded: boolean;
}

/** What follows a stage's outcome; an outcome that is not listed ends the road (design section 3). */
const follows: { readonly [S in Stage]: Readonly<Record<string, Stage>> } = {
  opening: { approved: 'activation' },
  activation: { activated: 'delivery', 'not-required': 'delivery' },
  delivery: { 'completion-filed': 'completion' },
  completion: { approved: 'assessment', withdrawn: 'delivery' },
  assessment: {},
  review: { accepted: 'sign-off' },
  'sign-off': { signed: 'public-notice', voided: 'review' },
  'public-notice': { clean: 'finance-review', corrected: 'sign-off' },
  'finance-review': { approved: 'payout', returned: 'review' },
  payout: {},
};

/** Stages that are opened by something the applicant files. */
const filedStages: ReadonlySet<Stage> = new Set<Stage>(['opening', 'completion', 'review']);

/** The stage that follows an outcome, or `end`. */
export function stageAfter(stage: Stage, outcome: string): Stage | 'end' {
  return (Object.hasOwn(follows[stage], outcome) ? follows[stage][outcome] : undefined) ?? 'end';
}

/**
 * Where a case stands, by its latest stage row alone. A refused, withdrawn or lapsed application that is filed again opens its stage anew
 * (AMB-44); a claim paid except for held persons goes on when the objections have ended (AMB-05).
 */
export function standsAt(kind: CaseKind, latest: RoadStage | undefined, news: RoadNews): Stage | 'end' {
  if (!latest) return kind === 'class' ? 'opening' : 'review';
  if (latest.outcome === null) return latest.stage;
  const next = stageAfter(latest.stage, latest.outcome);
  if (next !== 'end') return next;
  if (latest.stage === 'payout' && latest.outcome === 'partly-held') return news.holdsEnded ? 'payout' : 'end';
  if (news.hasNewerFiling && kind === 'claim' && latest.stage !== 'payout') return 'review';
  return news.hasNewerFiling && filedStages.has(latest.stage) ? latest.stage : 'end';
}
