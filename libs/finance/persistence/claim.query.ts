import { statement } from '#libs/platform';
import type { ClassType } from '#libs/policy';

export interface ClaimRow {
  readonly id: string;
  readonly number: string;
  readonly classId: string | null;
  readonly subsidy: string;
  readonly institutionId: string;
  readonly region: string;
  readonly snapshotHash: string;
  readonly status: 'draft' | 'submitted' | 'withdrawn';
  /** draft, withdrawn, under-review, returned, refused, approved */
  readonly state: string;
  readonly submittedVersion: number | null;
  readonly packageVersion: number | null;
  readonly packageSha256: string | null;
  readonly amountFen: bigint;
  readonly orderedFen: bigint;
  readonly paidFen: bigint;
  readonly version: number;
}

const columns = `k.id, k.number, k.class_id as "classId", k.subsidy, k.institution_id as "institutionId", k.region, k.snapshot_hash as "snapshotHash", k.status,
  finance.claim_state(k.id) as state, k.submitted_version as "submittedVersion", k.version as "packageVersion", encode(k.package_sha256, 'hex') as "packageSha256",
  k.amount_fen as "amountFen", k.ordered_fen as "orderedFen", k.paid_fen as "paidFen", k.row_version as version`;

export const claimById = statement('finance.claim-by-id', `select ${columns} from finance.claim k where k.id = $1`);

/** $1 limit, $2 id of the last one shown, $3 institution, $4 region scope, $5 hidden institutions. The newest first. */
export const claimPage = statement(
  'finance.claim-page',
  `select ${columns} from finance.claim k
   where ($2::uuid is null or k.id < $2) and ($3::uuid is null or k.institution_id = $3) and ($4::text is null or k.region like $4 || '%')
     and k.institution_id <> all ($5::uuid[]) order by k.id desc limit $1`,
);

export interface ClassFacts {
  readonly id: string;
  readonly institutionId: string;
  readonly region: string;
  readonly classType: ClassType;
  readonly isSpecialTask: boolean;
  readonly snapshotHash: string | null;
  readonly isAssessed: boolean;
}

export const classOfClaim = statement(
  'finance.class-of-claim',
  `select c.id, c.institution_id as "institutionId", c.region, c.class_type as "classType", c.is_special_task as "isSpecialTask", c.snapshot_hash as "snapshotHash",
     exists (select 1 from casework.published_stage s where s.case_id = c.id and s.stage = 'assessment' and s.outcome = 'assessed') as "isAssessed"
   from institution.published_class c where c.id = $1`,
);

/** What is known of everybody in the class today, with what earlier claims of the same subsidy brought them (AMB-18, AMB-20). */
export const factsOfClass = statement(
  'finance.facts-of-class',
  `select f.enrollment_id as "enrollmentId", f.person_id as "personId", f.payable_days as "payableDays", f.is_completed as "isCompleted",
     f.is_employed as "isEmployed", f.certificate_kind as "certificateKind", f.certificate_level as "certificateLevel",
     coalesce(paid.fen, 0)::text as "paidFen", coalesce(had.levels, '{}') as subsidised
   from trainee.published_training_fact f
   left join lateral (select sum(l.amount_fen) as fen from finance.claim_line l join finance.claim k on k.id = l.claim_id
     where l.person_id = f.person_id and k.class_id = f.class_id and k.subsidy = $2 and k.id is distinct from $3::uuid and l.state = 'included'
       and finance.claim_state(k.id) = 'approved') paid on true
   left join lateral (select array_agg(l.explanation #>> '{steps,0,inputs,certificate}') as levels from finance.claim_line l join finance.claim k on k.id = l.claim_id
     where l.person_id = f.person_id and k.subsidy = $2 and k.id is distinct from $3::uuid and l.state = 'included' and l.amount_fen > 0
       and l.explanation #>> '{steps,0,inputs,certificate}' is not null and finance.claim_state(k.id) in ('approved', 'under-review')) had on true
   where f.class_id = $1 order by f.enrollment_id`,
);

/** The frozen facts of one person. */
export interface FactRow {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly payableDays: number;
  readonly isCompleted: boolean;
  readonly isEmployed: boolean;
  readonly certificateKind: string | null;
  readonly certificateLevel: number | null;
  readonly paidFen: string;
  readonly subsidised: readonly string[];
}

export const liveClaims = statement(
  'finance.live-claims',
  `select k.id, finance.claim_state(k.id) as state from finance.claim k where k.class_id = $1 and k.subsidy = $2 and k.id is distinct from $3::uuid
     and k.status = 'submitted' and finance.claim_state(k.id) not in ('refused', 'withdrawn')`,
);

export const insertClaim = statement(
  'finance.insert-claim',
  `insert into finance.claim (class_id, subsidy, institution_id, region, snapshot_hash, prepared_by) values ($1, $2, $3, $4, $5, $6) returning id, number`,
);

export const insertSubmission = statement(
  'finance.insert-submission',
  `insert into finance.claim_submission (claim_id, version, facts, submitted_by) values ($1, $2, $3, $4)`,
);

export const submitClaim = statement(
  'finance.submit-claim',
  `update finance.claim set status = 'submitted', submitted_version = $2 where id = $1 returning row_version as version`,
);

export const withdrawClaim = statement(
  'finance.withdraw-claim',
  `update finance.claim set status = 'withdrawn' where id = $1 and status = 'submitted' returning row_version as version`,
);

export const factsOfSubmission = statement(
  'finance.facts-of-submission',
  `select s.facts from finance.claim_submission s join finance.claim k on k.id = s.claim_id and k.submitted_version = s.version where k.id = $1`,
);

/** Brings the lines to the calculation: one statement for the whole claim. */
export const upsertLines = statement(
  'finance.upsert-lines',
  `insert into finance.claim_line (claim_id, person_id, enrollment_id, amount_fen, explanation, state)
   select $1, l."personId", l."enrollmentId", l."amountFen", l.explanation, l.state
   from jsonb_to_recordset($2::jsonb) as l("personId" uuid, "enrollmentId" uuid, "amountFen" bigint, explanation jsonb, state text)
   on conflict (claim_id, person_id) do update set amount_fen = excluded.amount_fen, explanation = excluded.explanation, state = excluded.state
   where (claim_line.amount_fen, claim_line.explanation, claim_line.state) is distinct from (excluded.amount_fen, excluded.explanation, excluded.state)`,
);

export interface LineRow {
  readonly lineId: string;
  readonly personId: string;
  readonly enrollmentId: string;
  readonly name: Buffer | null;
  readonly maskedIdNumber: string | null;
  readonly amountFen: bigint;
  readonly explanation: object;
  readonly state: 'included' | 'excluded';
}

export const linesOf = statement(
  'finance.lines-of',
  `select l.line_id as "lineId", l.person_id as "personId", l.enrollment_id as "enrollmentId", p.name_cipher as name, p.masked_id_number as "maskedIdNumber",
     l.amount_fen as "amountFen", l.explanation, l.state
   from finance.claim_line l left join trainee.published_person p on p.id = l.person_id where l.claim_id = $1 order by l.line_id`,
);

export const exclusionsOf = statement(
  'finance.exclusions-of',
  `select person_id as "personId" from casework.published_line_exclusion where claim_id = $1`,
);

export const claimMaterials = statement(
  'finance.claim-materials',
  `select slot, encode(file_sha256, 'hex') as sha256 from institution.published_material where class_id = $1 and filing_kind = 'claim' order by slot, file_sha256`,
);

export const marksOf = statement(
  'finance.marks-of',
  `select pointer, row_number as "row", page, clause, text, suggested from casework.published_correction_mark where case_id = $1 and stage = 'review' order by ordinal`,
);
