import { statement } from '#libs/platform';

export interface VoucherHolder {
  readonly personId: string;
  readonly identity: Buffer;
}

/** The person a voucher belongs to, while they are in the class. */
export const holderOfVoucher = statement(
  'trainee.holder-of-voucher',
  `select p.id as "personId", p.identity_cipher as identity from trainee.voucher v join trainee.person p on p.id = v.person_id
   where v.code_index = $1 and v.state not in ('released', 'cancelled')`,
);

export const recentFailures = statement(
  'trainee.recent-phone-failures',
  `select count(*)::int as failures from trainee.phone_failure where code_index = $1 and failed_at > platform.now() - make_interval(mins => $2)`,
);
export const noteFailure = statement('trainee.note-phone-failure', `insert into trainee.phone_failure (code_index) values ($1)`);
export const forgetFailures = statement('trainee.forget-phone-failures', `delete from trainee.phone_failure where code_index = $1`);

export const insertSession = statement(
  'trainee.insert-phone-session',
  `with outdated as (delete from trainee.phone_session where expires_at <= platform.now())
   insert into trainee.phone_session (token_sha256, person_id, expires_at) values ($1, $2, platform.now() + make_interval(hours => $3))
   returning expires_at as "expiresAt"`,
);
export const personOfSession = statement(
  'trainee.person-of-phone-session',
  `select s.person_id as "personId", p.identity_cipher as name, p.masked_id_number as "maskedIdNumber" from trainee.phone_session s join trainee.person p on p.id = s.person_id
   where s.token_sha256 = $1 and s.expires_at > platform.now()`,
);
export const endSession = statement('trainee.end-phone-session', `delete from trainee.phone_session where token_sha256 = $1`);

export interface OwnClassRow {
  readonly classId: string;
  readonly enrollmentId: string;
  readonly institutionId: string;
  readonly region: string;
  readonly className: string;
  readonly institution: string;
  readonly occupation: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly status: string;
  readonly voucherState: string | null;
  readonly plannedDays: readonly string[];
  readonly attendedDays: readonly string[];
  readonly isCompleted: boolean;
  readonly outcome: string | null;
  readonly certificate: string | null;
  readonly isClassToday: boolean;
}

/** Every class a person is or was in, the latest first. $2 limits it to one class. */
export const classesOfPerson = statement(
  'trainee.classes-of-person',
  `select e.class_id as "classId", e.id as "enrollmentId", e.institution_id as "institutionId", c.region, c.name as "className", i.name as institution,
     c.occupation_name as occupation, c.starts_on as "startsOn", c.ends_on as "endsOn", e.status,
     (select v.state from trainee.voucher v where v.enrollment_id = e.id order by v.claimed_at desc limit 1) as "voucherState",
     array(select d.day::text from institution.published_class_day d where d.class_id = e.class_id order by d.day) as "plannedDays",
     array(select distinct a.day::text from trainee.published_attendance_day a where a.class_id = e.class_id and a.enrollment_id = e.id order by 1) as "attendedDays",
     trainee.is_completed(e.class_id, e.id) as "isCompleted",
     (select r.outcome from trainee.assessment_result r where r.enrollment_id = e.id) as outcome,
     (select x.number from trainee.certificate x where x.enrollment_id = e.id order by x.issued_on desc limit 1) as certificate,
     trainee.is_class_day(e.class_id, platform.today()) as "isClassToday"
   from trainee.enrollment e join institution.published_class c on c.id = e.class_id
   left join institution.published_institution i on i.id = e.institution_id
   where e.person_id = $1 and ($2::uuid is null or e.class_id = $2) order by c.starts_on desc, e.id`,
);

export const nowOfPlatform = statement('trainee.platform-now', `select platform.now() as now, platform.today()::text as today`);
export const newId = statement('trainee.new-id', 'select platform.uuid_v7() as id');

/** Whether the trainee was right. */
export type DisputeOutcome = 'upheld' | 'dismissed';

export interface DisputeRow {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly institutionId: string;
  readonly region: string;
  readonly subject: string;
  readonly text: Buffer;
  readonly filedAt: Date;
  readonly answer: Buffer | null;
  readonly answeredAt: Date | null;
  readonly outcome: DisputeOutcome | null;
  readonly statement: Buffer | null;
  readonly statedAt: Date | null;
  readonly institution: string | null;
  readonly name: Buffer;
  readonly version: number;
}

const disputeColumns = `d.id, d.class_id as "classId", c.name as "className", d.enrollment_id as "enrollmentId", d.person_id as "personId", d.institution_id as "institutionId", d.region, d.subject,
  d.text_cipher as text, d.filed_at as "filedAt", d.answer_cipher as answer, d.answered_at as "answeredAt", d.outcome,
  d.statement_cipher as statement, d.stated_at as "statedAt", i.name as institution, p.identity_cipher as name, d.version
  from trainee.dispute d join trainee.person p on p.id = d.person_id join institution.published_class c on c.id = d.class_id
  left join institution.published_institution i on i.id = d.institution_id`;

export const insertDispute = statement(
  'trainee.insert-dispute',
  `insert into trainee.dispute (id, class_id, enrollment_id, person_id, institution_id, region, subject, text_cipher) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
export const disputesOfPerson = statement(
  'trainee.disputes-of-person',
  `select ${disputeColumns} where d.person_id = $1 order by d.id desc limit 100`,
);
export const disputeById = statement('trainee.dispute-by-id', `select ${disputeColumns} where d.id = $1 for no key update of d`);
/** $1 limit, $2 id of the last one shown, $3 institution, $4 region scope, $5 hidden institutions, $6 whether answered ones too. The oldest first. */
export const disputePage = statement(
  'trainee.dispute-page',
  `select ${disputeColumns} where ($2::uuid is null or d.id > $2) and ($3::uuid is null or d.institution_id = $3) and ($4::text is null or d.region like $4 || '%')
     and d.institution_id <> all ($5::uuid[]) and ($6 or d.answered_at is null) order by d.id limit $1`,
);
export const answerDispute = statement(
  'trainee.answer-dispute',
  `update trainee.dispute set answer_cipher = $2, answered_by = $3, outcome = $4 where id = $1 returning version`,
);
export const stateDispute = statement(
  'trainee.state-dispute',
  `update trainee.dispute set statement_cipher = $2, stated_by = $3 where id = $1 returning version`,
);
