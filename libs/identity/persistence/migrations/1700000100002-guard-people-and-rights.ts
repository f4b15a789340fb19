import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the database refuses whoever asks: an account that changes its person, rights rewritten or granted to oneself,
 * delegations to oneself, and any deletion. Each raises SQLSTATE KB000 with the refusal's code.
 */
export class GuardPeopleAndRights1700000100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(appendOnly);
    await runner.query(accountGuard);
    await runner.query(grantGuard);
    await runner.query(delegationGuard);
    await runner.query(interestGuard);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['account_guard', 'grant_guard', 'delegation_guard', 'interest_guard']) {
      await runner.query(`drop function if exists identity.${name}() cascade`);
    }
    await runner.query(`drop function if exists identity.person_of(uuid)`);
    for (const table of ['natural_person', 'account', 'office', 'grant_of_role', 'delegation', 'declared_interest']) {
      await runner.query(`drop trigger if exists ${table}_is_kept on identity.${table}`);
    }
  }
}

const appendOnly = `
do $$
declare kept text;
begin
  foreach kept in array array['natural_person', 'account', 'office', 'grant_of_role', 'delegation', 'declared_interest'] loop
    execute format('create trigger %I before delete or truncate on identity.%I for each statement execute function platform.refuse_change(%L)',
      kept || '_is_kept', kept, 'IDENTITY_RECORD_PERMANENT');
  end loop;
end $$;
create function identity.person_of(account_id uuid) returns uuid language sql stable
  security definer set search_path = identity, pg_temp as $$ select person_id from identity.account where id = account_id $$;
`;

const accountGuard = `
create function identity.account_guard() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.person_id <> old.person_id then
    perform platform.refuse('ACCOUNT_PERSON_FIXED');
  end if;
  if old.closed_at is not null and new.closed_at is distinct from old.closed_at then
    perform platform.refuse('ACCOUNT_CLOSED');
  end if;
  return new;
end $$;
create trigger account_guard before update on identity.account for each row execute function identity.account_guard();
`;

// A grant to oneself is decided by the person, not the account: a second account of the same person is oneself.
const grantGuard = `
create function identity.grant_guard() returns trigger language plpgsql
  security definer set search_path = identity, platform, pg_temp as $$
declare office_kind text;
begin
  if tg_op = 'INSERT' then
    select kind into office_kind from identity.office where id = new.office_id and closed_at is null;
    if office_kind is null then perform platform.refuse('OFFICE_CLOSED'); end if;
    if not (case
      when new.role = 'institution-operator' then office_kind = 'institution'
      when new.role = 'evaluation-body' then office_kind = 'evaluation-body'
      when new.role in ('finance-reviewer', 'finance-disburser') then office_kind = 'finance'
      when new.role in ('caseworker', 'reviewer') then office_kind in ('hr', 'industry')
      when new.role = 'leader' then office_kind in ('hr', 'industry', 'finance')
      when new.role = 'auditor' then office_kind in ('audit', 'hr', 'finance')
      else office_kind = 'hr' end)
    then perform platform.refuse('GRANT_ROLE_OFFICE_MISMATCH', jsonb_build_object('role', new.role, 'officeKind', office_kind)); end if;
    if identity.person_of(new.granted_by) = identity.person_of(new.account_id) then
      perform platform.refuse('GRANT_TO_SELF'); end if;
    -- A right never reaches back: nobody is made entitled yesterday to what was done yesterday.
    new.granted_at := platform.now();
    new.valid_from := greatest(new.valid_from, new.granted_at);
    new.closed_by := null;
    new.closed_at := null;
    return new;
  end if;
  if (new.id, new.account_id, new.office_id, new.role, new.valid_from, new.granted_by, new.granted_at)
    is distinct from (old.id, old.account_id, old.office_id, old.role, old.valid_from, old.granted_by, old.granted_at)
  then perform platform.refuse('GRANT_IMMUTABLE'); end if;
  if old.closed_at is not null then perform platform.refuse('GRANT_CLOSED'); end if;
  if new.valid_to is null or new.valid_to > coalesce(old.valid_to, 'infinity') then
    perform platform.refuse('GRANT_IMMUTABLE'); end if;
  -- What was in force stays in force for the past: a right ends now or later, never yesterday.
  new.valid_to := greatest(new.valid_to, old.valid_from, least(platform.now(), coalesce(old.valid_to, 'infinity')));
  new.closed_at := platform.now();
  return new;
end $$;
create trigger grant_guard before insert or update on identity.grant_of_role for each row execute function identity.grant_guard();
`;

const delegationGuard = `
create function identity.delegation_guard() returns trigger language plpgsql
  security definer set search_path = identity, platform, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if identity.person_of(new.from_account_id) = identity.person_of(new.to_account_id) then
      perform platform.refuse('DELEGATION_TO_SELF'); end if;
    if identity.person_of(new.made_by) = identity.person_of(new.to_account_id) then
      perform platform.refuse('GRANT_TO_SELF'); end if;
    if new.roles && array['county-administrator', 'system-administrator'] then
      perform platform.refuse('DELEGATION_OF_ADMINISTRATION'); end if;
    new.made_at := platform.now();
    new.valid_from := greatest(new.valid_from, new.made_at);
    new.closed_by := null;
    new.closed_at := null;
    return new;
  end if;
  if (new.id, new.from_account_id, new.to_account_id, new.office_id, new.roles, new.valid_from, new.made_by, new.made_at)
    is distinct from (old.id, old.from_account_id, old.to_account_id, old.office_id, old.roles, old.valid_from, old.made_by, old.made_at)
    or new.valid_to > old.valid_to
  then perform platform.refuse('DELEGATION_IMMUTABLE'); end if;
  if old.closed_at is not null then perform platform.refuse('DELEGATION_CLOSED'); end if;
  new.valid_to := greatest(new.valid_to, old.valid_from, least(platform.now(), old.valid_to));
  new.closed_at := platform.now();
  return new;
end $$;
create trigger delegation_guard before insert or update on identity.delegation for each row execute function identity.delegation_guard();
`;

const interestGuard = `
create function identity.interest_guard() returns trigger language plpgsql
  security definer set search_path = identity, platform, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select 1 from identity.office where id = new.institution_id and kind in ('institution', 'evaluation-body')) then
      perform platform.refuse('INTEREST_NOT_IN_INSTITUTION'); end if;
    new.declared_at := platform.now();
    new.ended_by := null;
    new.ended_at := null;
    return new;
  end if;
  if (new.id, new.person_id, new.institution_id, new.relation, new.declared_by, new.declared_at)
    is distinct from (old.id, old.person_id, old.institution_id, old.relation, old.declared_by, old.declared_at)
    or old.ended_at is not null
  then perform platform.refuse('INTEREST_IMMUTABLE'); end if;
  -- Nobody lifts their own conflict of interest.
  if new.ended_by is null or identity.person_of(new.ended_by) = old.person_id then
    perform platform.refuse('INTEREST_ENDED_BY_SELF'); end if;
  new.ended_at := platform.now();
  return new;
end $$;
create trigger interest_guard before insert or update on identity.declared_interest for each row execute function identity.interest_guard();
`;
