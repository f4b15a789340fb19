import { statement } from '#libs/platform';

export const insertDecision = statement(
  'casework.insert-decision',
  `insert into casework.decision (task_id, case_id, stage_id, stage, step, action, reason_code, comment, account_id, person_id, office_id, role,
     on_behalf_of, seen_version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id, at`,
);

/** All points in one statement; their order is the reviewer's. */
export const insertMarks = statement(
  'casework.insert-marks',
  `insert into casework.correction_mark (decision_id, ordinal, pointer, row_number, page, clause, text, suggested)
   select $1, m.ordinal, m.pointer, m.row, m.page, m.clause, m.text, m.suggested
   from jsonb_to_recordset($2::jsonb) as m(ordinal int, pointer text, row int, page int, clause text, text text, suggested text)`,
);

export const insertExclusions = statement(
  'casework.insert-exclusions',
  `insert into casework.line_exclusion (claim_id, person_id, decision_id, reason_code, clause, decided_by)
   select $1, x."personId", $2, x."reasonCode", x.clause, $3 from jsonb_to_recordset($4::jsonb) as x("personId" uuid, "reasonCode" text, clause text)
   on conflict (claim_id, person_id) do nothing returning person_id as "personId"`,
);

/** The persons of a claim that are not excluded yet, by either of the ids a client may name. */
export const claimPersons = statement(
  'casework.claim-persons',
  `select l.line_id as "lineId", l.person_id as "personId" from finance.published_claim_line l
   where l.claim_id = $1 and not exists (select 1 from casework.line_exclusion x where x.claim_id = l.claim_id and x.person_id = l.person_id)`,
);

export const insertSignature = statement(
  'casework.insert-signature',
  `insert into casework.signature (claim_id, version, package_sha256, kind, person_id, account_id, office_id, task_id, authenticated_at, second_factor)
   values ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8, $9, $10)`,
);

/** The clock stands still from now on, and the applicant has the stage's working days to correct (AMB-43). */
export const suspendForCorrection = statement(
  'casework.suspend-for-correction',
  `with away as (update casework.stage set is_suspended = true where id = $1 returning *)
   insert into casework.task (case_id, stage_id, stage, kind, step, role, office_id, office_kind, region, institution_id, due_on)
   select a.case_id, a.id, a.stage, 'correct', 0, 'institution-operator', c.institution_id, 'institution', c.region, c.institution_id,
     casework.due_on(a.correction_days)
   from away a join casework.case_file c on c.id = a.case_id
   returning id, due_on as "dueOn", office_id as "officeId", role`,
);

/** Writes a decided outcome; the case is closed where the road ends. */
export const decideStage = statement(
  'casework.decide-stage',
  `with ended as (update casework.stage set outcome = $2 where id = $1 returning case_id)
   update casework.case_file c set status = case when $3::boolean then 'closed' else c.status end from ended where c.id = ended.case_id`,
);

export const fixCaseSnapshot = statement(
  'casework.fix-case-snapshot',
  `update casework.case_file set snapshot_hash = $2 where id = $1 and snapshot_hash is null`,
);

/** From now on the class is judged by this snapshot for ever (AMB-36). */
export const fixClassSnapshot = statement('casework.fix-class-snapshot', `select institution.published_fix_snapshot($1, $2)`);

/** Lets the people of a stopped class go, so that they may join another; refuses for any other class. */
export const releaseClass = statement('casework.release-class', `select trainee.published_release_class($1, $2)`);

/** Reserves the signed amount in the same transaction as the approval; refuses where the budget does not hold it. */
export const reserveBudget = statement('casework.reserve-budget', `select finance.published_reserve_budget($1, $2)`);
