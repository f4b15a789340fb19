import { statement, TODAY } from '#libs/platform';
import type { Stage } from '#libs/contracts';

/** Who decides on one step of a stage, as the snapshot named them when it opened. */
export interface StageStep {
  readonly role: string;
  readonly officeKind: string;
  /** Null while no such office is known; an alarm says so. */
  readonly officeId: string | null;
  readonly region: string;
  /** Working days; 0 is "immediately" (HG24 三(一) 即时). */
  readonly budgetDays: number;
}

export interface StageRow {
  readonly id: string;
  readonly caseId: string;
  readonly stage: Stage;
  readonly round: number;
  readonly step: number;
  readonly steps: readonly StageStep[];
  readonly outcome: string | null;
  readonly isSuspended: boolean;
  readonly seenVersion: number | null;
  readonly packageVersion: number | null;
  readonly packageSha256: string | null;
  readonly dueOn: string | null;
  readonly lookAgainAt: Date | null;
  /** Milliseconds until `lookAgainAt`, by the platform's clock; null where no day matters. */
  readonly lookAgainInMs: number | null;
}

const columns = `id, case_id as "caseId", stage, round, step, steps, outcome, is_suspended as "isSuspended", seen_version as "seenVersion",
  package_version as "packageVersion", encode(package_sha256, 'hex') as "packageSha256", due_on as "dueOn", look_again_at as "lookAgainAt",
  (extract(epoch from look_again_at - platform.now()) * 1000)::float8 as "lookAgainInMs"`;

export const latestStage = statement(
  'casework.latest-stage',
  `select ${columns} from casework.stage where case_id = $1 order by ordinal desc limit 1`,
);

export const lastRound = statement(
  'casework.last-round',
  `select ${columns} from casework.stage where case_id = $1 and stage = $2 order by round desc limit 1`,
);

/** Opens the next round of a stage. $4: working days of the first step, null where nobody has to act by a day. $5: a due day that a policy names. */
export const insertStage = statement(
  'casework.insert-stage',
  `with filed as (update casework.case_file set current_stage = $2, status = 'open', snapshot_hash = coalesce(snapshot_hash, $12) where id = $1)
   insert into casework.stage (case_id, stage, round, ordinal, steps, budget_days, due_on, look_again_at, seen_version,
     package_version, package_sha256, signers, correction_days)
   select $1, $2, coalesce(max(round) filter (where stage = $2), 0) + 1, coalesce(max(ordinal), 0) + 1, $3::jsonb, coalesce($4::int, 0),
     coalesce($5::date, casework.due_on($4::int)), $6, $7, $8, decode($9, 'hex'), $10, $11
   from casework.stage where case_id = $1
   returning ${columns}`,
);

/** Opens the task of step $3 of a stage; its day becomes the stage's. $4: a due day, null for the step's own budget from today. */
export const openStepTask = statement(
  'casework.open-step-task',
  `with turn as (
     update casework.stage s set step = $3::int, due_on = coalesce($4::date, casework.due_on((s.steps -> $3::int ->> 'budgetDays')::int))
     where s.id = $1 returning s.*)
   insert into casework.task (case_id, stage_id, stage, kind, step, role, office_id, office_kind, region, institution_id, due_on)
   select t.case_id, t.id, t.stage, $2, $3::int, t.steps -> $3::int ->> 'role', (t.steps -> $3::int ->> 'officeId')::uuid,
     t.steps -> $3::int ->> 'officeKind', t.steps -> $3::int ->> 'region', c.institution_id, t.due_on
   from turn t join casework.case_file c on c.id = t.case_id
   returning id, due_on as "dueOn", office_id as "officeId", role`,
);

export const closeStageTasks = statement(
  'casework.close-stage-tasks',
  `update casework.task set closed_because = $2 where stage_id = $1 and closed_at is null and kind = any ($3::text[])`,
);

/** Ends the suspension: the days the case lay with the applicant are added, so the reviewers keep what they had left. */
export const resumeStage = statement(
  'casework.resume-stage',
  `update casework.stage s set is_suspended = false, suspended_days = s.suspended_days + away.days, seen_version = $2, step = 0,
     due_on = case when away.days = 0 then s.due_on else rulebook.published_add_working_days(s.due_on, away.days) end
   from (select count(*)::int as days from rulebook.published_calendar_day d, casework.stage o
     where o.id = $1 and d.is_working and d.day > o.suspended_on and d.day <= ${TODAY}) away
   where s.id = $1
   returning s.due_on as "dueOn"`,
);

export const setSeenVersion = statement('casework.set-seen-version', `update casework.stage set seen_version = $2 where id = $1`);

export const setLookAgain = statement('casework.set-look-again', `update casework.stage set look_again_at = $2 where id = $1`);

export const setPackage = statement(
  'casework.set-package',
  `update casework.stage set package_version = $2, package_sha256 = decode($3, 'hex'), step = 0 where id = $1`,
);

/** Writes an outcome that a day or a fact brings, ends what work was open on the stage, and closes the case where the road ends. */
export const endStage = statement(
  'casework.end-stage',
  `with ended as (update casework.stage set outcome = $2 where id = $1 returning case_id),
     closed as (update casework.task set closed_because = $3 where stage_id = $1 and closed_at is null and kind <> 'alarm')
   update casework.case_file c set status = case when $4::boolean then 'closed' else c.status end from ended where c.id = ended.case_id`,
);

/**
 * An alarm is opened once a stage and reason, for the role that must see to it: $1 case, $2 stage, $3 role, $4 office, $5 task it is about, $6 reason.
 * One whose cause was mended since, or that belongs to a stage the case has left, is no reason not to open another.
 */
export const openAlarm = statement(
  'casework.open-alarm',
  `insert into casework.task (case_id, stage_id, stage, kind, role, office_id, office_kind, region, institution_id, about_task, reason, due_on)
   select c.id, $2, coalesce((select s.stage from casework.stage s where s.id = $2), c.current_stage), 'alarm', $3, coalesce($4, c.office_id), 'hr',
     c.region, c.institution_id, $5, $6, platform.today()
   from casework.case_file c
   where c.id = $1 and not exists (select 1 from casework.task a where a.case_id = c.id and a.kind = 'alarm' and a.reason = $6
     and a.stage_id is not distinct from $2 and a.about_task is not distinct from $5 and a.closed_because is distinct from 'facts-complete'
     and (a.closed_at is null or $2::uuid is not null or a.opened_at >= coalesce((select max(s.opened_at) from casework.stage s where s.case_id = c.id), '-infinity')))
   returning id`,
);

/** Closes what is open of the alarms of a case for one of these reasons: their cause is gone. $1 case, $2 reasons. */
export const closeAlarms = statement(
  'casework.close-alarms',
  `update casework.task set closed_because = 'facts-complete'
   where case_id = $1 and closed_at is null and kind = 'alarm' and reason = any ($2::text[])`,
);

/** How many natural persons may act on a step now, contributors of the case and its class left out. */
export const countHandlers = statement(
  'casework.count-handlers',
  `select count(distinct g.person_id)::int as persons from identity.published_grant g
   where g.office_id = $1 and g.role = any ($2::text[]) and g.is_in_force
     and not exists (select 1 from casework.contributor k join casework.case_file c on c.id = $3
       where k.person_id = g.person_id and k.case_id in (c.id, c.class_id))`,
);
