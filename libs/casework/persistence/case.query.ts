import { statement } from '#libs/platform';

export interface CaseRow {
  readonly id: string;
  readonly kind: 'class' | 'claim';
  readonly classId: string | null;
  readonly number: string;
  readonly title: string;
  readonly region: string;
  readonly institutionId: string;
  readonly status: 'open' | 'closed';
}

export const caseById = statement(
  'casework.case-by-id',
  `select id, kind, class_id as "classId", number, title, region, institution_id as "institutionId", status from casework.case_file where id = $1`,
);

export const stagesOf = statement(
  'casework.stages-of',
  `select id, stage, round, opened_at as "openedAt", due_on as "dueOn", is_suspended as "isSuspended", outcome, outcome_at as "outcomeAt",
     (look_again_at at time zone 'Asia/Shanghai')::date as "waitsUntilOn" from casework.stage
   where case_id = $1 order by ordinal`,
);

export interface StageLine {
  readonly id: string;
  readonly stage: string;
  readonly round: number;
  readonly openedAt: Date;
  readonly dueOn: string | null;
  readonly isSuspended: boolean;
  readonly outcome: string | null;
  readonly outcomeAt: Date | null;
  readonly waitsUntilOn: string | null;
}

export interface BesideRow {
  readonly kind: string;
  readonly reason: string | null;
  readonly role: string;
  readonly officeName: string | null;
  readonly dueOn: string;
}

/** Alarms and investigations that are open beside the stage. */
export const besides = statement(
  'casework.besides',
  `select t.kind, t.reason, t.role, o.name as "officeName", t.due_on as "dueOn" from casework.task t left join identity.published_office o on o.id = t.office_id
   where t.case_id = $1 and t.closed_at is null and t.kind in ('alarm', 'investigate') order by t.due_on`,
);

export interface NoticeOfCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly publishedOn: string;
  readonly closesOn: string;
  readonly lineCount: number;
  readonly totalFen: bigint;
}

export const noticesOf = statement(
  'casework.notices-of',
  `select id, number, version, published_on as "publishedOn", closes_on as "closesOn", line_count as "lineCount", total_fen as "totalFen" from casework.public_notice
   where claim_id = $1 order by version`,
);

export interface ObjectionOfCase {
  readonly receiptNumber: string;
  readonly isWholeClaim: boolean;
  readonly state: string;
  readonly filedAt: Date;
  readonly dueOn: string;
  readonly endedAt: Date | null;
}

export const objectionsOf = statement(
  'casework.objections-of',
  `select receipt_number as "receiptNumber", person_id is null as "isWholeClaim", state, filed_at as "filedAt", due_on as "dueOn", ended_at as "endedAt" from casework.objection
   where claim_id = $1 order by filed_at`,
);

export interface AuditRow {
  readonly stream: number;
  readonly seq: string;
  readonly at: Date;
  readonly act: string;
  readonly accountId: string | null;
  readonly officeId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: object;
}

/** An audit entry with its exact instant, as the cursor of a page keeps it. */
export interface PagedAuditRow extends AuditRow {
  readonly exactly: string;
}

/** $1 case, $2 to $4 instant, stream and number of the last one shown, $5 limit. */
export const auditOf = statement(
  'casework.audit-of',
  `select stream, seq::text as seq, at, act, account_id as "accountId", office_id as "officeId", subject_kind as "subjectKind", subject_id as "subjectId", details, at::text as exactly
   from platform.published_audit where case_id = $1 and ($2::timestamptz is null or (at, stream, seq) > ($2, $3::int, $4::bigint)) order by at, stream, seq limit $5`,
);
