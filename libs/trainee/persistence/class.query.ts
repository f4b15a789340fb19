import { statement } from '#libs/platform';
import type { ClassType } from '#libs/policy';

/** What the trainee domain must know of a class. */
export interface ClassFacts {
  readonly id: string;
  readonly institutionId: string;
  readonly region: string;
  readonly occupationCode: string;
  readonly occupationName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly classType: ClassType;
  readonly evaluationBodyId: string | null;
  readonly snapshotHash: string | null;
}

export const classById = statement(
  'trainee.class-by-id',
  `select id, institution_id as "institutionId", region, occupation_code as "occupationCode", occupation_name as "occupationName", starts_on as "startsOn",
     ends_on as "endsOn", capacity, class_type as "classType", evaluation_body_id as "evaluationBodyId", snapshot_hash as "snapshotHash"
   from institution.published_class where id = $1`,
);

export const isRosterOpen = statement('trainee.is-roster-open', `select trainee.is_roster_open($1) as "isOpen"`);
export const stageOutcome = statement('trainee.stage-outcome', `select trainee.stage_outcome($1, $2) as outcome`);
export const isClassDay = statement('trainee.is-class-day', `select trainee.is_class_day($1, $2::date) as "isClassDay"`);

/** What the policy's conditions are judged by, a line a person enrolled. */
export const rosterLines = statement(
  'trainee.roster-lines',
  `select enrollment_id as "enrollmentId", row_number as "row", category, enrolled_on as "enrolledOn", is_in_other_class as "isInOtherClass",
     classes_this_year as "classesThisYear" from trainee.published_roster_line where class_id = $1 order by row_number, enrollment_id`,
);
