import { statement } from '#libs/platform';

export interface EnrollmentRow {
  readonly id: string;
  readonly classId: string;
  readonly personId: string;
  readonly status: string;
  readonly category: string;
  readonly name: Buffer;
  readonly maskedIdNumber: string;
  readonly voucherState: string | null;
  readonly payableDays: number;
  readonly isCompleted: boolean;
  readonly outcome: string | null;
  readonly employmentProofs: number;
  readonly version: number;
}

const columns = `e.id, e.class_id as "classId", e.person_id as "personId", e.status, e.category, p.identity_cipher as name, p.masked_id_number as "maskedIdNumber",
  (select v.state from trainee.voucher v where v.enrollment_id = e.id order by v.id desc limit 1) as "voucherState",
  trainee.payable_days(e.class_id, e.id) as "payableDays", trainee.is_completed(e.class_id, e.id) as "isCompleted",
  (select r.outcome from trainee.assessment_result r where r.enrollment_id = e.id) as outcome,
  (select count(*)::int from trainee.employment_proof x where x.enrollment_id = e.id and x.voided_at is null) as "employmentProofs", e.version`;

/** $1 class, $2 limit, $3 id of the last one shown. */
export const enrollmentPage = statement(
  'trainee.enrollment-page',
  `select ${columns} from trainee.enrollment e join trainee.person p on p.id = e.person_id
   where e.class_id = $1 and ($3::uuid is null or e.id > $3) order by e.id limit $2`,
);

export const enrollmentById = statement(
  'trainee.enrollment-by-id',
  `select ${columns} from trainee.enrollment e join trainee.person p on p.id = e.person_id where e.id = $1`,
);

export const excludeEnrollment = statement(
  'trainee.exclude-enrollment',
  `update trainee.enrollment set status = 'excluded', ended_by = $2, end_reason = $3 where id = $1 returning version`,
);

/** Everybody enrolled who has no live voucher yet. */
export const withoutVoucher = statement(
  'trainee.without-voucher',
  `select e.id, e.person_id as "personId" from trainee.enrollment e where e.class_id = $1 and e.status = 'enrolled'
     and not exists (select 1 from trainee.voucher v where v.enrollment_id = e.id and v.state not in ('released', 'cancelled')) order by e.id`,
);

export const insertVouchers = statement(
  'trainee.insert-vouchers',
  `insert into trainee.voucher (id, enrollment_id, class_id, person_id, occupation_code, code_index)
   select v.id, v."enrollmentId", $1, v."personId", $2, decode(v."codeIndex", 'hex')
   from jsonb_to_recordset($3::jsonb) as v(id uuid, "enrollmentId" uuid, "personId" uuid, "codeIndex" text)`,
);

/** Moves the vouchers of a class that are named, by code or by enrollment, one step on. */
export const stepVouchers = statement(
  'trainee.step-vouchers',
  `update trainee.voucher v set state = $4, version = v.version + 1
   where v.class_id = $1 and v.state = $5 and (v.code_index = any ($2::bytea[]) or v.enrollment_id = any ($3::uuid[])) returning v.id, v.enrollment_id as "enrollmentId"`,
);

export interface VoucherRow {
  readonly id: string;
  readonly enrollmentId: string;
  readonly state: string;
  readonly claimedAt: Date;
  readonly verifiedAt: Date | null;
  readonly redeemedAt: Date | null;
  readonly writtenOffAt: Date | null;
}

/** $1 class, $2 id of the last one shown, $3 limit; so for all lists of a class. */
export const vouchersOf = statement(
  'trainee.vouchers-of',
  `select v.id, v.enrollment_id as "enrollmentId", v.state, v.claimed_at as "claimedAt", v.verified_at as "verifiedAt", v.redeemed_at as "redeemedAt", v.written_off_at as "writtenOffAt"
   from trainee.voucher v where v.class_id = $1 and ($2::uuid is null or v.id > $2) order by v.id limit $3`,
);

export const activeEnrollments = statement(
  'trainee.active-enrollments',
  `select id from trainee.enrollment where class_id = $1 and status = 'enrolled'`,
);

/** Stores device events; an event already there is not stored again. Answers the ids that are new. */
export const insertEvents = statement(
  'trainee.insert-events',
  `insert into trainee.attendance_event (institution_id, device_event_id, class_id, enrollment_id, device_id, kind, occurred_at)
   select $1, e."deviceEventId", $2, e."enrollmentId", e."deviceId", e.kind, e."occurredAt"
   from jsonb_to_recordset($3::jsonb) as e("deviceEventId" text, "enrollmentId" uuid, "deviceId" text, kind text, "occurredAt" timestamptz)
   on conflict (institution_id, device_event_id) do nothing returning device_event_id as "deviceEventId"`,
);

/** Events whose id was used for something else. */
export const reusedEvents = statement(
  'trainee.reused-events',
  `select e."deviceEventId" from jsonb_to_recordset($3::jsonb) as e("deviceEventId" text, "enrollmentId" uuid, "deviceId" text, kind text, "occurredAt" timestamptz)
   join trainee.attendance_event x on x.institution_id = $1 and x.device_event_id = e."deviceEventId"
   where (x.class_id, x.enrollment_id, x.device_id, x.kind, x.occurred_at) is distinct from ($2::uuid, e."enrollmentId", e."deviceId", e.kind, e."occurredAt")`,
);

export interface AttendanceDaysRow {
  readonly enrollmentId: string;
  readonly days: readonly string[];
}

export const attendanceDays = statement(
  'trainee.attendance-days',
  `select enrollment_id as "enrollmentId", array_agg(day order by day)::text[] as days from trainee.published_attendance_day where class_id = $1 and ($2::uuid is null or enrollment_id > $2)
   group by enrollment_id order by enrollment_id limit $3`,
);

export interface RosterChangeRow {
  readonly row: number;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly name: Buffer;
  readonly maskedIdNumber: string;
  readonly category: string;
  readonly change: 'added' | 'removed';
  readonly at: Date;
  readonly reason: string | null;
}

/** Who came and who left between two instants, with the row each has in the list; $3 null: until now. Who did both is no difference. */
export const rosterChanges = statement(
  'trainee.roster-changes',
  `with listed as (select e.*, i.ended_at as enrolled_at, row_number() over (order by e.id)::int as "row" from trainee.enrollment e
       join trainee.roster_import i on i.id = e.import_id where e.class_id = $1),
     span as (select $2::timestamptz as since, coalesce($3::timestamptz, 'infinity') as until)
   select l."row", l.id as "enrollmentId", l.person_id as "personId", p.identity_cipher as name, p.masked_id_number as "maskedIdNumber", l.category,
     case when l.enrolled_at > s.since then 'added' else 'removed' end as change,
     case when l.enrolled_at > s.since then l.enrolled_at else l.ended_at end as at,
     case when l.enrolled_at > s.since then null else l.end_reason end as reason
   from listed l cross join span s join trainee.person p on p.id = l.person_id
   where (l.enrolled_at > s.since and l.enrolled_at <= s.until and (l.ended_at is null or l.ended_at > s.until))
     or (l.enrolled_at <= s.since and l.ended_at > s.since and l.ended_at <= s.until) order by l."row"`,
);
