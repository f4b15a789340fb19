import { accept, actionsOf, refuse, type Refusal, type Result, type RuledStage } from '#libs/policy';

/** A point to correct: where, by which clause, what, and what it should say. */
export interface CorrectionMark {
  readonly pointer?: string;
  readonly row?: number;
  readonly page?: number;
  readonly clause?: string;
  readonly text: string;
  readonly suggested?: string;
}

/** A person left out of a claim; named by the person or by the claim's line. */
export interface LineExclusion {
  readonly personId?: string;
  readonly lineId?: string;
  readonly reasonCode: string;
  readonly clause?: string;
}

/** What a person decides on a task. */
export interface Decision {
  readonly action: string;
  readonly reasonCode?: string;
  readonly comment?: string;
  readonly packageSha256?: string;
  readonly marks?: readonly CorrectionMark[];
  readonly exclusions?: readonly LineExclusion[];
}

interface DecidedTask {
  readonly kind: string;
  readonly stage: RuledStage;
  readonly reason: string | null;
}

/** What may be done with a task: the stage's own table; an alarm is acknowledged, and an overdue class may be stopped (design section 3). */
export function actionsOn({ kind, stage, reason }: DecidedTask): readonly string[] {
  if (kind === 'correct') return [];
  if (kind !== 'alarm') return actionsOf(stage);
  return stage === 'delivery' && reason === 'completion-overdue' ? ['acknowledge', ...actionsOf('delivery')] : ['acknowledge'];
}

/** A reason is a code for the statistics and a text for the applicant, who must learn everything at once (一次性告知). */
export function hasReason({ reasonCode, comment, marks = [] }: Decision): boolean {
  return (reasonCode ?? '') !== '' && ((comment ?? '').trim() !== '' || marks.length > 0);
}

/** Whether persons may be left out by this decision: by the reviewers who accept, and where an objection is upheld (AMB-05, AMB-44). */
function mayExclude({ stage }: DecidedTask, action: string): boolean {
  return (stage === 'review' && action === 'approve') || (stage === 'objection' && action === 'uphold');
}

/** Everything wrong with the decision itself, all findings at once; who may decide is asked elsewhere. */
export function checkDecision(task: DecidedTask, decision: Decision): Result<void> {
  const allowed = actionsOn(task);
  const { action, marks = [], exclusions = [] } = decision;
  if (!allowed.includes(action)) return refuse('ACTION_UNKNOWN', { pointer: '/action', params: { action, allowed: allowed.join(', ') } });
  const errors: Refusal[] = [];
  if (marks.length > 0 && action !== 'return') errors.push({ code: 'MARKS_WITHOUT_RETURN', pointer: '/marks' });
  if (exclusions.length > 0 && !mayExclude(task, action)) errors.push({ code: 'EXCLUSIONS_NOT_HERE', pointer: '/exclusions' });
  exclusions.forEach((one, index) => {
    if (one.personId === undefined && one.lineId === undefined) {
      errors.push({ code: 'EXCLUSION_PERSON_UNKNOWN', pointer: `/exclusions/${index}`, params: { row: index + 1 } });
    }
  });
  const [first, ...more] = errors;
  if (!first) return accept(undefined);
  return { ok: false, refusal: more.length === 0 ? first : { ...first, errors } };
}
