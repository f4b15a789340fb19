import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = String.raw`
alter table institution.institution
  add column credit_code text unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  add column version int not null default 1;

-- What the bureau has on record of an institution, version by version; nothing of it is ever changed or removed.
create table institution.registration (
  institution_id uuid not null,
  version int not null check (version >= 1),
  name text not null check (length(name) between 2 and 100),
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  kind text not null check (kind in ('training', 'evaluation', 'enterprise')),
  credit_code text not null check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  license_kind text not null check (license_kind in ('permit', 'filing')),
  license_number text not null check (length(license_number) between 2 and 60),
  license_office text not null check (length(license_office) between 2 and 100),
  license_until date,
  reason text check (length(reason) between 5 and 1000),
  recorded_by uuid not null,
  recorded_at timestamptz not null default platform.now(),
  primary key (institution_id, version),
  check (version = 1 or reason is not null)
);
comment on column institution.registration.license_kind is 'permit: a licence to run a school (办学许可证); filing: put on file with an authority (备案)';

-- Where an institution's money goes from a day on: proposed by one official, confirmed by another, in force after a time in which it can be stopped (F19).
create table institution.payee_change (
  id uuid primary key,
  institution_id uuid not null references institution.institution,
  payee_name text not null check (length(payee_name) between 2 and 100),
  payee_bank text not null check (length(payee_bank) between 2 and 100),
  account_cipher bytea not null,
  account_masked text not null check (account_masked ~ '^[*]{4,}[0-9]{4}$'),
  reason text not null check (length(reason) between 10 and 1000),
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'refused', 'stopped')),
  proposed_by uuid not null,
  proposed_at timestamptz not null default platform.now(),
  decided_by uuid,
  decided_at timestamptz,
  effective_on date,
  stopped_by uuid,
  stopped_at timestamptz,
  version int not null default 1,
  check ((decided_by is null) = (decided_at is null) and (stopped_by is null) = (stopped_at is null)),
  check ((state = 'stopped') = (stopped_by is not null)),
  check (state not in ('confirmed', 'refused') or decided_by is not null),
  check (state <> 'confirmed' or effective_on is not null)
);
create unique index payee_change_open on institution.payee_change (institution_id) where state = 'proposed';
create index payee_change_in_force on institution.payee_change (institution_id, effective_on desc, decided_at desc) where state = 'confirmed';
create index payee_change_page on institution.payee_change (institution_id, id);
comment on column institution.payee_change.account_cipher is 'AAD institution.institution.payee_account_cipher|<institution_id>: once in force it is that field of that institution';
`;

const GUARDS = String.raw`
-- Whether a person holds one of these roles now in a human-resources office responsible for the region, and has no declared interest.
create function institution.is_official(person uuid, of_region text, of_institution uuid, roles text[]) returns boolean
language sql stable security definer set search_path = institution, pg_temp as $$
  select exists (select 1 from identity.published_grant g where g.person_id = person and g.is_in_force and g.office_kind = 'hr' and g.role = any (roles)
      and of_region like regexp_replace(g.region, '(00)+$', '') || '%')
    and not exists (select 1 from identity.published_interest i where i.person_id = person and i.institution_id = of_institution and i.is_in_force)
$$;

create function institution.guard_registration() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare present institution.institution;
begin
  perform pg_advisory_xact_lock(hashtextextended('institution.registration', 20260101));
  select * into present from institution.institution i where i.id = new.institution_id;
  if found then
    if new.version <> present.version + 1 then perform platform.refuse('VERSION_STALE', jsonb_build_object('current', present.version)); end if;
    if (new.region, new.kind) is distinct from (present.region, present.kind) then perform platform.refuse('INSTITUTION_FIXED'); end if;
  elsif new.version <> 1 then perform platform.refuse('INSTITUTION_FIXED'); end if;
  if not institution.is_official(new.recorded_by, new.region, new.institution_id, array['county-administrator', 'caseworker']) then
    perform platform.refuse('INSTITUTION_OFFICE');
  end if;
  if exists (select 1 from institution.institution i where i.id <> new.institution_id and (i.name = new.name or i.credit_code = new.credit_code)) then
    perform platform.refuse('INSTITUTION_REGISTERED');
  end if;
  new.recorded_at := platform.now();
  return new;
end $$;
create trigger registration_guard before insert on institution.registration for each row execute function institution.guard_registration();
create trigger registration_permanent before update or delete or truncate on institution.registration
  for each statement execute function platform.refuse_change('INSTITUTION_FIXED');

-- The institution, and the office its people sign in for, are what the last registration says.
create function institution.follow_registration() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  insert into institution.institution (id, name, region, kind, credit_code, version)
    values (new.institution_id, new.name, new.region, new.kind, new.credit_code, new.version)
    on conflict (id) do update set name = excluded.name, credit_code = excluded.credit_code, version = excluded.version;
  perform identity.published_add_institution_office(new.institution_id, case new.kind when 'evaluation' then 'evaluation-body' else 'institution' end, new.region, new.name);
  perform identity.published_rename_institution_office(new.institution_id, new.name);
  return null;
end $$;
create trigger registration_follow after insert on institution.registration for each row execute function institution.follow_registration();

-- Three complete working days in which a swapped account can be noticed and stopped; the first account replaces none (F19).
create function institution.payee_effective_on(of_institution uuid) returns date
language sql stable security definer set search_path = institution, pg_temp as $$
  select case when p.payee_account_cipher is null then platform.today() else rulebook.published_add_working_days(platform.today(), 3) + 1 end
  from institution.published_institution p where p.id = of_institution
$$;

-- What a decision or a stop writes; how the deciding person proved it comes with 1700000301901.
create function institution.guard_payee_change() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare of_institution institution.institution;
  acted constant text[] := '{state,decided_by,decision_authenticated_at,decision_second_factor,stopped_by}';
begin
  select * into of_institution from institution.institution i where i.id = new.institution_id for no key update;
  if not found then perform platform.refuse('NOT_FOUND'); end if;
  if tg_op = 'INSERT' then
    if not institution.is_official(new.proposed_by, of_institution.region, of_institution.id, array['county-administrator', 'caseworker']) then
      perform platform.refuse('INSTITUTION_OFFICE'); end if;
    if new.payee_name <> of_institution.name then perform platform.refuse('PAYEE_NAME_DIFFERS', jsonb_build_object('name', of_institution.name)); end if;
    if exists (select 1 from institution.payee_change c where c.institution_id = new.institution_id
      and (c.state = 'proposed' or c.state = 'confirmed' and c.effective_on > platform.today())) then perform platform.refuse('PAYEE_CHANGE_PENDING'); end if;
    new.state := 'proposed'; new.proposed_at := platform.now(); new.version := 1;
    new.decided_by := null; new.decided_at := null; new.effective_on := null; new.stopped_by := null; new.stopped_at := null;
    return new;
  end if;
  if (to_jsonb(new) - acted) <> (to_jsonb(old) - acted) then
    perform platform.refuse('PAYEE_CHANGE_FIXED', jsonb_build_object('state', old.state)); end if;
  if old.state = 'proposed' and new.state in ('confirmed', 'refused') and new.stopped_by is null then
    if new.decided_by is null or not institution.is_official(new.decided_by, of_institution.region, of_institution.id, array['county-administrator', 'leader']) then
      perform platform.refuse('INSTITUTION_OFFICE'); end if;
    if new.decided_by = old.proposed_by then perform platform.refuse('PAYEE_SAME_PERSON'); end if;
    if new.state = 'confirmed' then
      if old.payee_name <> of_institution.name then perform platform.refuse('PAYEE_NAME_DIFFERS', jsonb_build_object('name', of_institution.name)); end if;
      new.effective_on := institution.payee_effective_on(old.institution_id);
    end if;
    new.decided_at := platform.now();
  elsif new.state = 'stopped' and new.decided_by is not distinct from old.decided_by
    and (old.state = 'proposed' or old.state = 'confirmed' and old.effective_on > platform.today()) then
    if new.stopped_by is null or not (institution.is_official(new.stopped_by, of_institution.region, of_institution.id, array['county-administrator', 'leader', 'caseworker'])
      or exists (select 1 from identity.published_grant g where g.person_id = new.stopped_by and g.institution_id = old.institution_id and g.is_in_force)) then
      perform platform.refuse('INSTITUTION_OFFICE'); end if;
    new.stopped_at := platform.now();
  else
    perform platform.refuse('PAYEE_CHANGE_FIXED', jsonb_build_object('state', old.state));
  end if;
  new.version := old.version + 1;
  return new;
end $$;
create trigger payee_change_guard before insert or update on institution.payee_change for each row execute function institution.guard_payee_change();
create trigger payee_change_permanent before delete or truncate on institution.payee_change
  for each statement execute function platform.refuse_change('PAYEE_CHANGE_FIXED');
`;

const VIEWS = String.raw`
create or replace view institution.published_institution as
  select i.id, i.name, i.region, i.kind, coalesce(a.payee_name, i.payee_name) as payee_name, coalesce(a.payee_bank, i.payee_bank) as payee_bank,
    coalesce(a.account_cipher, i.payee_account_cipher) as payee_account_cipher, coalesce(a.account_masked, i.payee_account_masked) as payee_account_masked
  from institution.institution i left join lateral (
    select c.payee_name, c.payee_bank, c.account_cipher, c.account_masked from institution.payee_change c
    where c.institution_id = i.id and c.state = 'confirmed' and c.effective_on <= (select platform.today()) order by c.effective_on desc, c.decided_at desc limit 1) a on true;

-- Every account that is or once was in force: what was signed for names one of them by its fingerprint.
create view institution.published_payee_account as
  select id as institution_id, encode(sha256(payee_account_cipher), 'hex') as fingerprint, payee_name as name, payee_bank as bank,
    payee_account_cipher as cipher, payee_account_masked as masked from institution.institution where payee_account_cipher is not null
  union all
  select institution_id, encode(sha256(account_cipher), 'hex'), payee_name, payee_bank, account_cipher, account_masked
  from institution.payee_change where state = 'confirmed' and effective_on <= (select platform.today());
`;

const GRANTS = String.raw`
revoke execute on function institution.is_official(uuid, text, uuid, text[]), institution.guard_registration(), institution.follow_registration(),
  institution.payee_effective_on(uuid), institution.guard_payee_change() from public;
grant select on institution.published_payee_account to kbt_finance, kbt_payments;
grant select on institution.registration, institution.payee_change, institution.published_payee_account to kbt_institution;
grant insert (institution_id, version, name, region, kind, credit_code, license_kind, license_number, license_office, license_until, reason, recorded_by)
  on institution.registration to kbt_institution;
grant insert (id, institution_id, payee_name, payee_bank, account_cipher, account_masked, reason, proposed_by), update (state, decided_by, stopped_by)
  on institution.payee_change to kbt_institution;
`;

/** Institutions the bureau registers, and accounts two of its people agree on. */
export class RegisterInstitutions1700000301601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, VIEWS, GUARDS, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view institution.published_payee_account;
       create or replace view institution.published_institution as
         select id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked from institution.institution;
       drop table institution.payee_change, institution.registration;
       drop function institution.guard_payee_change(), institution.payee_effective_on(uuid), institution.follow_registration(),
         institution.guard_registration(), institution.is_official(uuid, text, uuid, text[]);
       alter table institution.institution drop column credit_code, drop column version`,
    );
  }
}
