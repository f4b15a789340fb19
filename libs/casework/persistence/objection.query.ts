import { statement } from '#libs/platform';

/** Whom open objections hold: persons one by one, or the whole claim (AMB-05). */
export const openHolds = statement(
  'casework.open-holds',
  `select count(distinct person_id)::int as persons, coalesce(bool_or(person_id is null), false) as "isWhole"
   from casework.objection where claim_id = $1 and state = 'open'`,
);

/** Objections on a version's notice that were upheld: the package must change, or the claim end. */
export const upheldOn = statement(
  'casework.upheld-on',
  `select count(*)::int as upheld, coalesce(bool_or(o.person_id is null), false) as "isWhole"
   from casework.objection o join casework.public_notice n on n.id = o.notice_id
   where n.claim_id = $1 and n.version = $2 and o.state = 'upheld'`,
);

export interface Holds {
  readonly persons: number;
  readonly isWhole: boolean;
}

export interface ObjectionRow {
  readonly id: string;
  readonly claimId: string;
  readonly noticeId: string;
  readonly personId: string | null;
  readonly receiptNumber: string;
  readonly state: 'open' | 'upheld' | 'dismissed' | 'withdrawn';
  readonly filedAt: Date;
  readonly isLate: boolean;
  readonly dueOn: string;
  readonly endedAt: Date | null;
  readonly reply: string | null;
  readonly version: number;
}

const columns = `o.id, o.claim_id as "claimId", o.notice_id as "noticeId", o.person_id as "personId", o.receipt_number as "receiptNumber", o.state,
  o.filed_at as "filedAt", o.is_late as "isLate", o.due_on as "dueOn", o.ended_at as "endedAt", o.reply, o.version`;

export const objectionById = statement('casework.objection-by-id', `select ${columns} from casework.objection o where o.id = $1`);

/** Everything filed under one receipt, told to whoever knows its secret. */
export const objectionsOfReceipt = statement(
  'casework.objections-of-receipt',
  `select ${columns}, l.line_number as "lineNumber" from casework.objection o
   left join casework.public_notice_line l on l.notice_id = o.notice_id and l.person_id = o.person_id
   where o.receipt_number = $1 and o.secret_sha256 = $2 order by l.line_number nulls first`,
);

export const insertObjection = statement(
  'casework.insert-objection',
  `insert into casework.objection (id, claim_id, notice_id, person_id, receipt_number, secret_sha256, facts_cipher, contact_cipher, registered_by, due_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, casework.due_on($10::int)) returning id, due_on as "dueOn", is_late as "isLate", filed_at as "filedAt"`,
);

export const nextReceipt = statement(
  'casework.next-receipt',
  `select 'YY-' || to_char(platform.today(), 'YYYY') || '-' || lpad(nextval('casework.receipt_number')::text, 6, '0') as receipt`,
);

export const endObjection = statement(
  'casework.end-objection',
  `update casework.objection set state = $2, reply = $3 where id = $1 returning id, claim_id as "claimId", person_id as "personId", state, version`,
);

/** The investigating officer's task; opened once. */
export const openInvestigation = statement(
  'casework.open-investigation',
  `insert into casework.task (case_id, stage_id, stage, kind, role, office_id, office_kind, region, institution_id, objection_id, due_on)
   select c.id, null, 'objection', 'investigate', 'leader', c.office_id, 'hr', coalesce(f.region, c.region), c.institution_id, o.id, o.due_on
   from casework.objection o join casework.case_file c on c.id = o.claim_id left join identity.published_office f on f.id = c.office_id
   where o.id = $1 and o.state = 'open' and not exists (select 1 from casework.task t where t.objection_id = o.id)
   returning id, due_on as "dueOn"`,
);

export const closeInvestigation = statement(
  'casework.close-investigation',
  `update casework.task set closed_because = $2 where objection_id = $1 and closed_at is null`,
);
