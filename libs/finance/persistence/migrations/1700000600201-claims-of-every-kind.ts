import type { MigrationInterface, QueryRunner } from 'typeorm';

const CLAIM = String.raw`
-- What a claim rests on: one class, the classes of an employer order (AMB-19), persons without a class, or units (centers, studios, brands).
alter table finance.claim
  add column basis text not null default 'class' check (basis in ('class', 'order', 'list', 'unit')),
  add column order_id text check (length(order_id) between 1 and 60),
  add column settlement text not null default 'final' check (settlement in ('advance', 'final')),
  add column title text not null default '' check (length(title) <= 200),
  add column payee_kind text not null default 'applicant' check (payee_kind in ('applicant', 'subject')),
  add column fund text check (length(fund) between 1 and 60),
  add column recovery_fen bigint not null default 0 check (recovery_fen >= 0),
  add constraint claim_basis check (case basis when 'class' then class_id is not null and order_id is null
    when 'order' then class_id is not null and order_id is not null else class_id is null and order_id is null end),
  -- 订单式培训一单一结算; only a project class is settled in stages (PRC-49, AMB-18).
  add constraint advance_of_class check (basis = 'class' or settlement = 'final');
create index claim_of_order on finance.claim (institution_id, order_id) where order_id is not null;
comment on column finance.claim.class_id is 'The class; of an order its first class. All classes of a claim stand in claim_class';
comment on column finance.claim.settlement is 'advance: an interim stage of a project class on cumulative days; final: the whole class or order is tested (AMB-18, AMB-19)';
comment on column finance.claim.payee_kind is 'applicant: the institution or enterprise that claims; subject: each person or unit by itself (AMB-58)';
comment on column finance.claim.fund is 'The fund the policy names; null: the pooled training money (FND-01..03)';
comment on column finance.claim.recovery_fen is 'Paid by earlier stages beyond what is due in the end: to be recovered, never paid (AMB-18)';

create table finance.claim_class (
  claim_id uuid not null references finance.claim,
  class_id uuid not null,
  primary key (claim_id, class_id)
);
create index claim_class_of_class on finance.claim_class (class_id);
insert into finance.claim_class select id, class_id from finance.claim where class_id is not null;
`;

const SUBJECTS = String.raw`
-- A training center, studio, brand or register that is subsidised as such; the same name in the same place is the same unit.
create table finance.unit (
  id uuid primary key default platform.uuid_v7(),
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  subsidy text not null,
  name text not null check (length(name) between 2 and 100),
  name_key text not null check (length(name_key) between 1 and 100),
  unique (region, subsidy, name_key)
);

-- Whom a claim is about and what the applicant declares of each: persons or units of a claim without a class; and, of persons in a class, only
-- what the class's own records do not tell.
create table finance.claim_subject (
  id uuid primary key default platform.uuid_v7(),
  claim_id uuid not null references finance.claim,
  ordinal int not null check (ordinal >= 1),
  person_id uuid not null,
  unit_id uuid references finance.unit,
  facts jsonb not null check (jsonb_typeof(facts) = 'object'),
  from_month date check (extract(day from from_month) = 1),
  to_month date check (extract(day from to_month) = 1 and to_month >= from_month),
  reference text check (length(reference) between 1 and 60),
  account_cipher bytea,
  account_masked text check (account_masked ~ '^[*]{4,}[0-9A-Z]{4}$'),
  payee_shown text check (length(payee_shown) between 1 and 100),
  unique (claim_id, ordinal),
  unique (claim_id, person_id),
  check (unit_id is null or unit_id = person_id),
  check ((from_month is null) = (to_month is null)),
  check ((account_cipher is null) = (account_masked is null) and (account_cipher is null) = (payee_shown is null))
);
comment on column finance.claim_subject.person_id is 'The natural person, or the unit: whom lines, notices, exclusions and objections name';
comment on column finance.claim_subject.reference is 'Number of the certificate or contract the line rests on';
comment on column finance.claim_subject.account_cipher is 'Holder, bank and account where the subject itself is paid (AMB-58), encrypted as one JSON';

create table finance.claim_material (
  id uuid primary key default platform.uuid_v7(),
  claim_id uuid not null references finance.claim,
  slot text not null check (slot ~ '^[a-z][a-z0-9-]{1,40}$'),
  file_sha256 bytea not null references platform.file,
  file_name text not null check (length(file_name) between 1 and 255),
  media_type text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default platform.now(),
  removed_at timestamptz
);
create index material_of_claim on finance.claim_material (claim_id) where removed_at is null;

-- 原则上 limits are raised, and amounts the policy leaves to the county are set, only with a written reason and by two persons (AMB-15, AMB-22).
create table finance.claim_override (
  id uuid primary key default platform.uuid_v7(),
  claim_id uuid not null references finance.claim,
  person_id uuid not null,
  fact text not null check (fact in ('overrideCapFen', 'overrideYearlyLimit', 'approvedFen')),
  value_fen bigint check (value_fen > 0),
  reason text not null check (length(reason) between 10 and 1000),
  proposed_by uuid not null,
  proposed_at timestamptz not null default platform.now(),
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1,
  check ((fact = 'overrideYearlyLimit') = (value_fen is null)),
  check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create unique index override_one_live on finance.claim_override (claim_id, person_id, fact) where state <> 'refused';
`;

const LINES = String.raw`
alter table finance.claim_line
  alter column enrollment_id drop not null,
  add column subject_id uuid references finance.claim_subject,
  add column recovery_fen bigint not null default 0 check (recovery_fen >= 0),
  add column once_keys text[] not null default '{}' check (cardinality(once_keys) <= 600),
  add constraint line_of_somebody check (enrollment_id is not null or subject_id is not null);
create index claim_line_of_person on finance.claim_line (person_id);
update finance.claim_line set once_keys = array['certificate:' || (explanation #>> '{steps,0,inputs,certificate}')]
  where explanation #>> '{steps,0,inputs,certificate}' is not null;
comment on column finance.claim_line.once_keys is 'What this line uses up for its person or unit: a level, a month, a year; nobody is paid for one of them twice (AMB-20, AMB-25, AMB-27, AMB-56)';
`;

/** Claims of every kind: what they rest on, whom they are about, what is declared of each, and who is paid. */
export class ClaimsOfEveryKind1700000600201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIM);
    await runner.query(SUBJECTS);
    await runner.query(LINES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table finance.claim_line drop column subject_id, drop column recovery_fen, drop column once_keys;
       drop table finance.claim_override, finance.claim_material, finance.claim_subject, finance.unit, finance.claim_class;
       alter table finance.claim drop column basis, drop column order_id, drop column settlement, drop column title, drop column payee_kind,
         drop column fund, drop column recovery_fen`,
    );
  }
}
