import { statement } from '#libs/platform';
import type { Stage } from '#libs/contracts';
import type { StageStep } from './stage.query.ts';

/** The open task of whoever's turn it is in a stage. */
export const taskOf = statement(
  'casework.task-of-stage',
  `select id, kind, step from casework.task where stage_id = $1 and closed_at is null and kind in ('decide', 'sign', 'correct', 'assess')`,
);

/** Which case a task is on: the lock is taken on the case before anything else is read. */
export const caseOfTask = statement('casework.case-of-task', `select case_id as "caseId" from casework.task where id = $1`);

/** A task with its stage and its case, as everything that judges or shows it needs them. */
export interface TaskOnCase {
  readonly id: string;
  readonly caseId: string;
  readonly caseKind: 'class' | 'claim';
  readonly classId: string | null;
  readonly number: string;
  readonly title: string;
  readonly region: string;
  readonly institutionId: string;
  readonly caseSnapshotHash: string | null;
  readonly stageId: string | null;
  readonly stage: Stage | 'objection';
  readonly kind: 'decide' | 'sign' | 'correct' | 'assess' | 'investigate' | 'alarm';
  readonly step: number;
  readonly role: string;
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly objectionId: string | null;
  readonly aboutTask: string | null;
  readonly reason: string | null;
  readonly assigneeAccount: string | null;
  readonly dueOn: string;
  readonly isAccepted: boolean;
  readonly isEscalated: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closedBecause: string | null;
  readonly version: number;
  readonly stageRound: number | null;
  readonly stageSteps: readonly StageStep[] | null;
  readonly stageOutcome: string | null;
  readonly isSuspended: boolean;
  readonly seenVersion: number | null;
  readonly signers: number | null;
  readonly packageVersion: number | null;
  readonly packageSha256: string | null;
}

const onCase = `select t.id, t.case_id as "caseId", c.kind as "caseKind", c.class_id as "classId", c.number, c.title, c.region,
     c.institution_id as "institutionId", c.snapshot_hash as "caseSnapshotHash", t.stage_id as "stageId", t.stage, t.kind, t.step, t.role,
     t.office_id as "officeId", o.name as "officeName", t.objection_id as "objectionId", t.about_task as "aboutTask", t.reason,
     t.assignee_account as "assigneeAccount", t.due_on as "dueOn", t.is_accepted as "isAccepted", t.is_escalated as "isEscalated",
     t.opened_at as "openedAt", t.closed_at as "closedAt", t.closed_because as "closedBecause", t.version, s.round as "stageRound",
     s.steps as "stageSteps", s.outcome as "stageOutcome", coalesce(s.is_suspended, false) as "isSuspended", s.seen_version as "seenVersion",
     s.signers, s.package_version as "packageVersion", encode(s.package_sha256, 'hex') as "packageSha256"
   from casework.task t join casework.case_file c on c.id = t.case_id left join casework.stage s on s.id = t.stage_id
   left join identity.published_office o on o.id = t.office_id`;

export const taskOnCase = statement('casework.task-on-case', `${onCase} where t.id = $1`);

/** What separation of duties asks of a person's past on a case: by natural person, over the whole claim and its class (AMB-06). */
export interface PersonOnCase {
  readonly contributed: boolean;
  readonly signedThisVersion: boolean;
  readonly signedAsHandler: boolean;
  readonly signedForFinance: boolean;
}

export const personOnCase = statement(
  'casework.person-on-case',
  `select casework.is_contributor(c.id, $2) as "contributed",
     exists (select 1 from casework.signature g where g.claim_id = c.id and g.person_id = $2 and g.version = $3) as "signedThisVersion",
     exists (select 1 from casework.signature g where g.claim_id = c.id and g.person_id = $2 and g.kind = 'handler') as "signedAsHandler",
     exists (select 1 from casework.signature g where g.claim_id = c.id and g.person_id = $2 and g.kind = 'finance') as "signedForFinance"
   from casework.case_file c where c.id = $1`,
);

/** How many different handlers have signed exactly this package. */
export const handlersOf = statement(
  'casework.handlers-of',
  `select count(distinct person_id)::int as signed from casework.signature
   where claim_id = $1 and version = $2 and package_sha256 = decode($3, 'hex') and kind = 'handler'`,
);

export const closeTask = statement(
  'casework.close-task',
  `update casework.task set closed_because = $2, closed_by = $3 where id = $1 returning version`,
);

export const acceptTask = statement(
  'casework.accept-task',
  `update casework.task set is_accepted = true, assignee_account = $2 where id = $1 returning version`,
);

/** $2 null: released to everybody. */
export const assignTask = statement(
  'casework.assign-task',
  `update casework.task set assignee_account = $2 where id = $1 returning version`,
);

/** Whether an account holds one of some roles in an office now, and whose it is. */
export const handlerIn = statement(
  'casework.handler-in',
  `select g.person_id as "personId", max(g.display_name) as name from identity.published_grant g
   where g.account_id = $1 and g.office_id = $2 and g.role = any ($3::text[]) and g.is_in_force group by g.person_id`,
);

/** Whose turn it is on a stage now. */
export const turnOf = statement(
  'casework.turn-of',
  `select t.id as "taskId", t.kind, t.role, t.office_id as "officeId", o.name as "officeName", t.due_on as "dueOn"
   from casework.task t left join identity.published_office o on o.id = t.office_id
   where t.stage_id = $1 and t.closed_at is null and t.kind in ('decide', 'sign', 'correct', 'assess')`,
);
