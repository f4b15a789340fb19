import { statement } from '#libs/platform';

/** Whether the evaluation body has taken the roster over, and whether every person on it has a result. */
export const assessmentFacts = statement(
  'casework.assessment-facts',
  `select accepted_at is not null as "isAccepted", completed_at is not null as "isComplete" from trainee.published_assessment where class_id = $1`,
);

export interface AssessmentFacts {
  readonly isAccepted: boolean;
  readonly isComplete: boolean;
}

/** Everyone enrolled when the completion is approved is trained and may sit the exam; attendance stays a fact of its own (AMB-09). */
export const fixCompletionRoster = statement(
  'casework.fix-completion-roster',
  `insert into casework.completion_roster (class_id, enrollment_id, person_id)
   select class_id, id, person_id from trainee.published_enrollment where class_id = $1 and status = 'enrolled'
   on conflict (class_id, enrollment_id) do nothing`,
);
