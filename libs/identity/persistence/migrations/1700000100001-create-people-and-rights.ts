import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Natural persons, accounts, offices, dated rights, delegations and declared interests (design section 5). */
export class CreatePeopleAndRights1700000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists btree_gist`);
    await runner.query(people);
    await runner.query(rights);
    await runner.query(interests);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['declared_interest', 'delegation', 'grant_of_role', 'office', 'account', 'natural_person']) {
      await runner.query(`drop table if exists identity.${table} cascade`);
    }
  }
}

const people = `
create table identity.natural_person (
  id uuid primary key default platform.uuid_v7(),
  name_cipher bytea not null,
  identity_index bytea unique,
  created_at timestamptz not null default platform.now()
);
comment on table identity.natural_person is 'A human being. Separation of duties counts these, never accounts.';
comment on column identity.natural_person.name_cipher is 'AES-256-GCM, AAD identity.natural_person.name_cipher|<id>';
comment on column identity.natural_person.identity_index is 'Blind index of the identity number, so that one human being is entered once';

create table identity.account (
  id uuid primary key default platform.uuid_v7(),
  person_id uuid not null references identity.natural_person,
  login_name text not null unique check (login_name ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
  display_name text not null check (length(display_name) between 1 and 60),
  password_hash text check (password_hash like '$argon2id$%'),
  totp_cipher bytea,
  totp_last_step bigint not null default -1,
  second_factor_required boolean not null default false,
  failed_tries integer not null default 0 check (failed_tries >= 0),
  locked_until timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default platform.now()
);
create index account_person on identity.account (person_id);
comment on column identity.account.totp_last_step is 'Time step of the last one-time code used: a code works once (RFC 6238 section 5.2)';
comment on column identity.account.locked_until is 'On the wall clock, not the platform clock: sign-in is technical time, and a demonstration that walks through months must not unlock anybody';

create table identity.office (
  id uuid primary key default platform.uuid_v7(),
  kind text not null check (kind in ('hr', 'finance', 'industry', 'audit', 'institution', 'evaluation-body')),
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  name text not null check (length(name) between 1 and 120),
  parent_id uuid references identity.office,
  closed_at timestamptz,
  created_at timestamptz not null default platform.now()
);
create index office_region on identity.office (region text_pattern_ops);
comment on column identity.office.id is 'For an institution or an evaluation body: the id it has in the schema institution';
`;

const rights = `
create table identity.grant_of_role (
  id uuid primary key default platform.uuid_v7(),
  account_id uuid not null references identity.account,
  office_id uuid not null references identity.office,
  role text not null check (role in ('institution-operator', 'evaluation-body', 'caseworker', 'reviewer', 'leader', 'finance-reviewer',
    'finance-disburser', 'auditor', 'county-administrator', 'system-administrator')),
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to >= valid_from),
  granted_by uuid references identity.account,
  granted_at timestamptz not null default platform.now(),
  closed_by uuid references identity.account,
  closed_at timestamptz,
  constraint grant_of_role_no_overlap exclude using gist
    (account_id with =, office_id with =, role with =, tstzrange(valid_from, valid_to) with &&)
);
create index grant_of_role_account on identity.grant_of_role (account_id);
create index grant_of_role_office on identity.grant_of_role (office_id, role);
comment on column identity.grant_of_role.granted_by is 'Null: seeded, or granted while the system was set up';
comment on column identity.grant_of_role.valid_to is 'The right ends before this instant; an empty interval was closed before it began';

create table identity.delegation (
  id uuid primary key default platform.uuid_v7(),
  from_account_id uuid not null references identity.account,
  to_account_id uuid not null references identity.account,
  office_id uuid not null references identity.office,
  roles text[] not null check (cardinality(roles) > 0),
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to >= valid_from),
  made_by uuid not null references identity.account,
  made_at timestamptz not null default platform.now(),
  closed_by uuid references identity.account,
  closed_at timestamptz,
  constraint delegation_no_overlap exclude using gist
    (from_account_id with =, to_account_id with =, office_id with =, tstzrange(valid_from, valid_to) with &&)
);
create index delegation_to on identity.delegation (to_account_id, office_id);
comment on table identity.delegation is 'For an absence: the delegate acts as their own person, with roles the absent one holds at that moment';
`;

const interests = `
create table identity.declared_interest (
  id uuid primary key default platform.uuid_v7(),
  person_id uuid not null references identity.natural_person,
  institution_id uuid not null references identity.office,
  relation text not null check (relation in ('family', 'ownership', 'employment', 'other')),
  declared_by uuid references identity.account,
  declared_at timestamptz not null default platform.now(),
  ended_by uuid references identity.account,
  ended_at timestamptz check (ended_at >= declared_at)
);
create unique index declared_interest_open on identity.declared_interest (person_id, institution_id) where ended_at is null;
`;
