import { statement } from '#libs/platform';
import { WORKING_DAYS_LEFT } from './working-days-left.ts';
import type { CorrectionMark } from '../domain/decision.ts';

/** Papers of the filing under review, by slot; the file itself is fetched by its hash. */
export const materialsOf = statement(
  'casework.materials-of',
  `select m.id, m.slot, encode(m.file_sha256, 'hex') as "fileSha256", m.subject_id as "subjectId", m.file_name as "fileName", m.media_type as "mediaType",
     '/v1/classes/' || m.class_id || '/materials/' || m.id || '/content' as address,
     exists (select 1 from casework.viewing v where v.case_id = $3 and v.person_id = $4 and v.file_sha256 = m.file_sha256) as "isViewed"
   from institution.published_material m where m.class_id = $1 and m.filing_kind = $2 order by m.slot, m.subject_id nulls first limit 500`,
);

/** Papers of a claim: its own, and those filed with its classes. */
export const materialsOfClaim = statement(
  'casework.materials-of-claim',
  `select x.*, exists (select 1 from casework.viewing v where v.case_id = $1 and v.person_id = $2 and encode(v.file_sha256, 'hex') = x."fileSha256") as "isViewed"
   from (
     select id, slot, encode(file_sha256, 'hex') as "fileSha256", null::uuid as "subjectId", file_name as "fileName", media_type as "mediaType",
       '/v1/claims/' || claim_id || '/materials/' || id || '/content' as address
     from finance.published_claim_material where claim_id = $1
     union all select m.id, m.slot, encode(m.file_sha256, 'hex'), m.subject_id, m.file_name, m.media_type, '/v1/classes/' || m.class_id || '/materials/' || m.id || '/content'
     from institution.published_material m
       join finance.published_claim_class c on c.class_id = m.class_id where c.claim_id = $1 and m.filing_kind = 'claim') x
   order by x.slot, x."fileSha256" limit 500`,
);

export interface MaterialRow {
  readonly id: string;
  readonly slot: string;
  readonly fileSha256: string;
  readonly subjectId: string | null;
  readonly fileName: string;
  readonly mediaType: string;
  /** Where the file itself is read. */
  readonly address: string;
  /** Whether this person has looked at this very file. */
  readonly isViewed: boolean;
}

/** Who has a task, and how many working days are left. */
export const holdingOf = statement(
  'casework.holding-of',
  `select a.display_name as "assigneeName", ${WORKING_DAYS_LEFT} as "workingDaysLeft"
   from casework.task t left join identity.published_account a on a.id = t.assignee_account where t.id = $1`,
);

export interface HoldingRow {
  readonly assigneeName: string | null;
  readonly workingDaysLeft: number;
}

/** Everything decided on the case so far, the latest first, with the points of each return. */
export const decisionsOf = statement(
  'casework.decisions-of',
  `select d.id, d.stage, d.step, d.action, d.reason_code as "reasonCode", d.comment, d.role, o.name as "officeName", a.display_name as "personName", d.at,
     coalesce((select json_agg(json_strip_nulls(json_build_object('pointer', m.pointer, 'row', m.row_number, 'page', m.page, 'clause', m.clause,
       'text', m.text, 'suggested', m.suggested)) order by m.ordinal) from casework.correction_mark m where m.decision_id = d.id), '[]') as marks
   from casework.decision d left join identity.published_account a on a.id = d.account_id left join identity.published_office o on o.id = d.office_id
   where d.case_id = $1 order by d.at desc, d.id desc limit 100`,
);

export interface DecisionRow {
  readonly id: string;
  readonly stage: string;
  readonly step: number;
  readonly action: string;
  readonly reasonCode: string | null;
  readonly comment: string | null;
  readonly role: string;
  readonly officeName: string | null;
  readonly personName: string | null;
  readonly at: Date;
  readonly marks: readonly CorrectionMark[];
}

/** What a signature is about: the sealed package and its amount. */
export const packageOf = statement(
  'casework.package-of',
  `select k.version::int as version, encode(k.package_sha256, 'hex') as sha256, k.amount_fen as "amountFen",
     (select count(*)::int from finance.published_claim_line l where l.claim_id = k.id and l.amount_fen > 0) as lines
   from finance.published_claim k where k.id = $1 and k.version is not null`,
);

export interface PackageRow {
  readonly version: number;
  readonly sha256: string;
  readonly amountFen: bigint;
  readonly lines: number;
}

/** $2: the person who looks. */
export const signaturesOf = statement(
  'casework.signatures-of',
  `select s.version, encode(s.package_sha256, 'hex') as sha256, s.kind, a.display_name as "personName", s.at, s.person_id = $2 as "isMine"
   from casework.signature s left join identity.published_account a on a.id = s.account_id where s.claim_id = $1 order by s.at`,
);

export interface SignatureRow {
  readonly version: number;
  readonly sha256: string;
  readonly kind: string;
  readonly personName: string | null;
  readonly at: Date;
  /** Of the person who looks, under whatever account. */
  readonly isMine: boolean;
}

/** The objection a task investigates; its text is encrypted. */
export const objectionOfTask = statement(
  'casework.objection-of-task',
  `select o.id, o.receipt_number as "receiptNumber", o.person_id as "personId", l.line_number as "lineNumber", o.notice_id as "noticeId",
     o.facts_cipher as "factsCipher", o.contact_cipher as "contactCipher", o.is_late as "isLate", o.filed_at as "filedAt", o.state
   from casework.objection o left join casework.public_notice_line l on l.notice_id = o.notice_id and l.person_id = o.person_id where o.id = $1`,
);

export interface InvestigatedObjection {
  readonly id: string;
  readonly receiptNumber: string;
  readonly personId: string | null;
  readonly lineNumber: number | null;
  readonly noticeId: string;
  readonly factsCipher: Buffer;
  readonly contactCipher: Buffer | null;
  readonly isLate: boolean;
  readonly filedAt: Date;
  readonly state: string;
}

export const institutionName = statement('casework.institution-name', `select name from institution.published_institution where id = $1`);
