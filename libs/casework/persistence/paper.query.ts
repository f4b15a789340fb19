import { statement } from '#libs/platform';

/** A case as its papers name it. */
export interface CaseOnPaper {
  readonly number: string;
  readonly title: string;
  readonly institution: string;
  readonly office: string | null;
  readonly phone: string | null;
  /** The finance office of the deciding office's own level (同级财政部门). */
  readonly financeOffice: string | null;
  readonly snapshotHash: string | null;
  readonly subsidy: string | null;
}

export const caseOnPaper = statement(
  'casework.case-on-paper',
  `select c.number, c.title, i.name as institution, o.name as office, t.phone, c.snapshot_hash as "snapshotHash",
     (select k.subsidy from finance.published_claim k where k.id = c.id) as subsidy,
     (select f.name from identity.published_office f where f.kind = 'finance' and f.region = o.region and not f.is_closed order by f.name limit 1) as "financeOffice"
   from casework.case_file c join institution.published_institution i on i.id = c.institution_id
   left join identity.published_office o on o.id = c.office_id left join identity.published_contact t on t.office_id = c.office_id where c.id = $1`,
);

/** The last round of a stage. */
export interface RoundOnPaper {
  readonly id: string;
  readonly round: number;
  readonly packageVersion: number | null;
  readonly packageSha256: string | null;
  readonly signers: number | null;
  readonly outcome: string | null;
  readonly outcomeAt: Date | null;
}

export const lastRound = statement(
  'casework.last-round',
  `select id, round, package_version as "packageVersion", encode(package_sha256, 'hex') as "packageSha256", signers, outcome, outcome_at as "outcomeAt"
   from casework.stage where case_id = $1 and stage = $2 order by round desc limit 1`,
);

export interface DecisionOnPaper {
  readonly action: string;
  readonly comment: string | null;
  readonly office: string | null;
  readonly at: Date;
}

export const decisionsOfRound = statement(
  'casework.decisions-of-round',
  `select d.action, d.comment, o.name as office, d.at from casework.decision d left join identity.published_office o on o.id = d.office_id
   where d.stage_id = $1 order by d.at`,
);

export interface SignatureOnPaper {
  readonly kind: 'handler' | 'finance';
  readonly name: string | null;
  readonly office: string | null;
  readonly at: Date;
  readonly sha256: string;
}

export const signaturesOnPaper = statement(
  'casework.signatures-on-paper',
  `select s.kind, a.display_name as name, o.name as office, s.at, encode(s.package_sha256, 'hex') as sha256
   from casework.signature s left join identity.published_account a on a.id = s.account_id left join identity.published_office o on o.id = s.office_id
   where s.claim_id = $1 and s.version = $2 order by s.at`,
);

export interface NoticeOnPaper {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly className: string;
  readonly subsidy: string;
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly workingDays: number;
  readonly publishedOn: string;
  readonly closesOn: string;
  readonly rosterSha256: string;
}

/** $2 version; null: the last. */
export const noticeOnPaper = statement(
  'casework.notice-on-paper',
  `select id, version, number, title, class_name as "className", subsidy, line_count as "lineCount", total_fen as "totalFen", min_working_days as "workingDays",
     published_on as "publishedOn", closes_on as "closesOn", encode(roster_sha256, 'hex') as "rosterSha256"
   from casework.public_notice where claim_id = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
);

export interface NoticeRowOnPaper {
  readonly lineNumber: number;
  readonly name: string;
  readonly idNumber: string;
  readonly standard: string;
  readonly amountFen: bigint;
}

/** As published; the paper stays when the page has been taken down. */
export const noticeRowsOnPaper = statement(
  'casework.notice-rows-on-paper',
  `select line_number as "lineNumber", name_shown as name, id_number_shown as "idNumber", standard, amount_fen as "amountFen"
   from casework.public_notice_line where notice_id = $1 order by line_number`,
);

export interface ClassOnPaper {
  readonly number: string;
  readonly name: string;
  readonly occupationName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly enrolled: number;
}

export const classOnPaper = statement(
  'casework.class-on-paper',
  `select c.number, c.name, c.occupation_name as "occupationName", c.starts_on as "startsOn", c.ends_on as "endsOn",
     (select count(*)::int from trainee.published_enrollment e where e.class_id = c.id and e.status = 'enrolled') as enrolled
   from institution.published_class c where c.id = $1`,
);

/** Persons objected to during a notice, and what came of it. */
export const objectionCounts = statement(
  'casework.objection-counts',
  `select count(*)::int as filed, count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'upheld')::int as upheld
   from casework.objection where notice_id = $1`,
);
