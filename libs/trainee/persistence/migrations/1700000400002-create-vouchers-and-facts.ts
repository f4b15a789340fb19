import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- 领券 → 验券 → 兑现 → 核销 (SYS-01, SYS-02), and the two ways out before that.
create table trainee.voucher_step (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into trainee.voucher_step values
  ('claimed', 'verified'), ('claimed', 'released'), ('claimed', 'cancelled'),
  ('verified', 'redeemed'), ('verified', 'released'), ('verified', 'cancelled'),
  ('redeemed', 'written-off');

create table trainee.voucher (
  id uuid primary key,
  enrollment_id uuid not null references trainee.enrollment,
  class_id uuid not null,
  person_id uuid not null references trainee.person,
  occupation_code text not null,
  code_index bytea not null unique check (octet_length(code_index) = 32),
  state text not null default 'claimed' check (state in ('claimed', 'verified', 'redeemed', 'written-off', 'released', 'cancelled')),
  version int not null default 1,
  claimed_at timestamptz not null default platform.now(),
  verified_at timestamptz,
  redeemed_at timestamptz,
  written_off_at timestamptz,
  ended_at timestamptz
) with (fillfactor = 85);
-- One per trainee, occupation and class; single use (AMB-70).
create unique index voucher_one_live on trainee.voucher (person_id, class_id, occupation_code) where state not in ('released', 'cancelled');
create index voucher_class on trainee.voucher (class_id, id);
create index voucher_enrollment on trainee.voucher (enrollment_id);
comment on column trainee.voucher.code_index is 'Keyed fingerprint of the code; the code itself is nowhere stored';

-- What a device or platform pushed. The day is the local day of occurred_at; a day counts where it is a planned class day (AMB-16).
create table trainee.attendance_event (
  institution_id uuid not null,
  device_event_id text not null check (length(device_event_id) between 1 and 100),
  class_id uuid not null,
  enrollment_id uuid not null references trainee.enrollment,
  device_id text not null check (length(device_id) between 1 and 100),
  kind text not null check (kind in ('clock-in', 'clock-out', 'voucher')),
  occurred_at timestamptz not null,
  day date not null generated always as ((occurred_at at time zone 'Asia/Shanghai')::date) stored,
  received_at timestamptz not null default platform.now(),
  primary key (institution_id, device_event_id)
);
create index attendance_event_day on trainee.attendance_event (class_id, enrollment_id, day);

-- The evaluation body takes the completion roster over, and reports one result a person.
create table trainee.assessment (
  class_id uuid primary key,
  evaluation_body_id uuid not null,
  accepted_by uuid not null,
  accepted_at timestamptz not null default platform.now(),
  completed_at timestamptz,
  version int not null default 1
);

create table trainee.assessment_result (
  enrollment_id uuid primary key references trainee.enrollment,
  class_id uuid not null references trainee.assessment,
  outcome text not null check (outcome in ('passed', 'failed', 'absent')),
  theory_score numeric(5, 2) check (theory_score between 0 and 100),
  practice_score numeric(5, 2) check (practice_score between 0 and 100),
  assessed_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default platform.now()
);
create index assessment_result_class on trainee.assessment_result (class_id);

create table trainee.certificate (
  id uuid primary key default platform.uuid_v7(),
  enrollment_id uuid not null references trainee.enrollment,
  class_id uuid not null,
  person_id uuid not null references trainee.person,
  number text not null unique check (length(number) between 6 and 40),
  kind text not null check (kind in ('skill-level', 'qualification', 'special-competency', 'special-operation', 'special-equipment')),
  level int check (level between 1 and 5),
  issued_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default platform.now(),
  unique (enrollment_id, kind),
  check (kind not in ('skill-level', 'qualification') or level is not null)
);
create index certificate_class on trainee.certificate (class_id, id);
comment on column trainee.certificate.level is '5 初级工 … 1 高级技师; null for certificates without level';

-- 就业证明: a labour contract of a year or more, or proof of wages paid, or of social insurance (XZ24 三(一); AMB-11).
create table trainee.employment_proof (
  id uuid primary key default platform.uuid_v7(),
  enrollment_id uuid not null references trainee.enrollment,
  class_id uuid not null,
  kind text not null check (kind in ('contract', 'wage', 'social-insurance')),
  term_months int check (term_months between 1 and 600),
  minimum_months int check (minimum_months between 1 and 600),
  employer text not null check (length(employer) between 2 and 100),
  employed_on date not null,
  file_sha256 bytea not null references platform.file,
  recorded_by uuid not null,
  recorded_at timestamptz not null default platform.now(),
  voided_by uuid,
  voided_at timestamptz,
  check ((kind = 'contract') = (term_months is not null and minimum_months is not null)),
  check (kind <> 'contract' or term_months >= minimum_months),
  check ((voided_by is null) = (voided_at is null))
);
create index employment_proof_enrollment on trainee.employment_proof (enrollment_id);
create index employment_proof_class on trainee.employment_proof (class_id);
comment on column trainee.employment_proof.minimum_months is 'What the policy asked of a contract when it was recorded; wages and insurance have no term';
`;

/** Vouchers, attendance, assessment, certificates, employment. */
export class CreateVouchersAndFacts1700000400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table trainee.employment_proof, trainee.certificate, trainee.assessment_result, trainee.assessment, trainee.attendance_event,
       trainee.voucher, trainee.voucher_step`,
    );
  }
}
