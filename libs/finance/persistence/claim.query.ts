import { statement } from '#libs/platform';
import type { ClaimBasis } from '../domain/claim-basis.ts';

export interface ClaimRow {
  readonly id: string;
  readonly number: string;
  readonly basis: ClaimBasis;
  /** Of an order: its first class. */
  readonly classId: string | null;
  readonly orderId: string | null;
  /** `advance`: an interim stage of a project class (AMB-18). */
  readonly settlement: 'advance' | 'final';
  readonly title: string;
  /** Who is paid: the applicant, or each person or unit itself (AMB-58). */
  readonly payeeKind: 'applicant' | 'subject';
  readonly fund: string | null;
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
  /** Paid by earlier stages beyond what is due: to be recovered (AMB-18). */
  readonly recoveryFen: bigint;
  readonly orderedFen: bigint;
  readonly paidFen: bigint;
  readonly version: number;
}

const columns = `k.id, k.number, k.basis, k.class_id as "classId", k.order_id as "orderId", k.settlement, k.title, k.payee_kind as "payeeKind", k.fund, k.subsidy, k.institution_id as "institutionId", k.region, k.snapshot_hash as "snapshotHash", k.status,
  finance.claim_state(k.id) as state, k.submitted_version as "submittedVersion", k.version as "packageVersion", encode(k.package_sha256, 'hex') as "packageSha256",
  k.amount_fen as "amountFen", k.recovery_fen as "recoveryFen", k.ordered_fen as "orderedFen", k.paid_fen as "paidFen", k.row_version as version`;

export const claimById = statement('finance.claim-by-id', `select ${columns} from finance.claim k where k.id = $1`);

/** $1 limit, $2 id of the last one shown, $3 institution, $4 region scope, $5 hidden institutions. The newest first. */
export const claimPage = statement(
  'finance.claim-page',
  `select ${columns} from finance.claim k
   where ($2::uuid is null or k.id < $2) and ($3::uuid is null or k.institution_id = $3) and ($4::text is null or k.region like $4 || '%')
     and k.institution_id <> all ($5::uuid[]) order by k.id desc limit $1`,
);

export const insertClaim = statement(
  'finance.insert-claim',
  `insert into finance.claim (basis, class_id, order_id, settlement, title, payee_kind, fund, subsidy, institution_id, region, snapshot_hash, prepared_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id, number`,
);

/** The classes a claim covers, brought to what they are now. */
export const dropClasses = statement(
  'finance.drop-classes',
  `delete from finance.claim_class where claim_id = $1 and class_id <> all ($2::uuid[])`,
);
export const addClasses = statement(
  'finance.add-classes',
  `insert into finance.claim_class (claim_id, class_id) select $1, x.id from unnest($2::uuid[]) as x(id)
   where not exists (select 1 from finance.claim_class c where c.claim_id = $1 and c.class_id = x.id)`,
);

export const classesOf = statement(
  'finance.classes-of',
  `select class_id as "classId" from finance.claim_class where claim_id = $1 order by class_id`,
);

export const insertSubmission = statement(
  'finance.insert-submission',
  `insert into finance.claim_submission (claim_id, version, facts, submitted_by) values ($1, $2, $3, $4)`,
);

/** Its subjects changed, and so did it: the guard counts its version on. */
export const touchClaim = statement(
  'finance.touch-claim',
  `update finance.claim set status = status where id = $1 returning row_version as version`,
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

export const exclusionsOf = statement(
  'finance.exclusions-of',
  `select person_id as "personId" from casework.published_line_exclusion where claim_id = $1`,
);

export interface MarkRow {
  readonly pointer: string | null;
  readonly row: number | null;
  readonly page: number | null;
  readonly clause: string | null;
  readonly text: string;
  readonly suggested: string | null;
}

export const marksOf = statement(
  'finance.marks-of',
  `select pointer, row_number as "row", page, clause, text, suggested from casework.published_correction_mark where case_id = $1 and stage = 'review' order by ordinal`,
);

/** Claims of the same classes and subsidy that stand in the way of another, or precede it: $1 classes, $2 subsidy, $3 the claim itself. */
export const liveClaims = statement(
  'finance.live-claims',
  `select distinct k.id, k.settlement, finance.claim_state(k.id) as state from finance.claim k join finance.claim_class x on x.claim_id = k.id
   where x.class_id = any ($1::uuid[]) and k.subsidy = $2 and k.id is distinct from $3::uuid and k.status = 'submitted'
     and finance.claim_state(k.id) not in ('refused', 'withdrawn')`,
);
