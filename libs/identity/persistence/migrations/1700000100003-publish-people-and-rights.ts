import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity, kbt_worker';

/** What other schemas may know: who holds which right in which office now. No password, no secret, no name of a private person. */
export class PublishPeopleAndRights1700000100003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(views);
    await runner.query(officeFunction);
    await runner.query(`grant usage on schema identity to ${READERS}`);
    for (const view of ['published_account', 'published_office', 'published_grant', 'published_interest']) {
      await runner.query(`grant select on identity.${view} to ${READERS}`);
    }
    await runner.query(ownRole);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view if exists identity.published_interest, identity.published_grant, identity.published_office, identity.published_account`,
    );
    await runner.query(`drop function if exists identity.published_add_institution_office(uuid, text, text, text)`);
  }
}

const views = `
create view identity.published_account as
  select id, person_id, login_name, display_name, closed_at is not null as is_closed from identity.account;

create view identity.published_office as
  select id, kind, region, name, parent_id, case when kind in ('institution', 'evaluation-body') then id end as institution_id,
    closed_at is not null as is_closed
  from identity.office;

-- Own rights and delegated ones. A delegated right is in force only while the absent person holds it, both accounts are open, and the
-- delegate still holds a right of their own in that office: so it is checked again each time it is used. The clock is read once a query.
create view identity.published_grant as
  select e.id, e.account_id, a.person_id, a.display_name, e.office_id, o.kind as office_kind, o.region, o.name as office_name,
    case when o.kind in ('institution', 'evaluation-body') then o.id end as institution_id,
    e.role, e.valid_from, e.valid_to, e.delegated_from,
    e.holds and a.closed_at is null and o.closed_at is null
      and e.valid_from <= (select platform.now()) and coalesce(e.valid_to, 'infinity') > (select platform.now()) as is_in_force
  from (
    select id, account_id, office_id, role, valid_from, valid_to, null::uuid as delegated_from, true as holds from identity.grant_of_role
    union all
    select d.id, d.to_account_id, d.office_id, h.role, greatest(d.valid_from, h.valid_from), least(d.valid_to, h.valid_to), d.from_account_id,
      absent.closed_at is null and exists (select 1 from identity.grant_of_role own
        where own.account_id = d.to_account_id and own.office_id = d.office_id and own.valid_from <= (select platform.now())
          and coalesce(own.valid_to, 'infinity') > (select platform.now()))
    from identity.delegation d
    join identity.grant_of_role h on h.account_id = d.from_account_id and h.office_id = d.office_id and h.role = any(d.roles)
    join identity.account absent on absent.id = d.from_account_id
  ) e join identity.account a on a.id = e.account_id join identity.office o on o.id = e.office_id;

create view identity.published_interest as
  select person_id, institution_id, relation, declared_at, ended_at, ended_at is null as is_in_force from identity.declared_interest;
`;

// Entering an institution and opening its office are one act; the institution's own role has no write right here.
const officeFunction = `
create function identity.published_add_institution_office(id uuid, kind text, region text, name text) returns void
language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  if $2 not in ('institution', 'evaluation-body') then
    perform platform.refuse('OFFICE_KIND_REFUSED'); end if;
  insert into identity.office (id, kind, region, name) values ($1, $2, $3, $4) on conflict do nothing;
end $$;
revoke all on function identity.published_add_institution_office(uuid, text, text, text) from public;
grant execute on function identity.published_add_institution_office(uuid, text, text, text) to kbt_institution, kbt_identity;
`;

const ownRole = `
grant select on identity.natural_person, identity.account, identity.office, identity.grant_of_role, identity.delegation,
  identity.declared_interest to kbt_identity;
grant insert (id, name_cipher, identity_index) on identity.natural_person to kbt_identity;
grant insert (id, person_id, login_name, display_name, password_hash, second_factor_required),
  update (display_name, password_hash, totp_cipher, totp_last_step, second_factor_required, failed_tries, locked_until, closed_at, version)
  on identity.account to kbt_identity;
grant insert (id, kind, region, name, parent_id), update (name, parent_id, closed_at) on identity.office to kbt_identity;
grant insert (id, account_id, office_id, role, valid_from, valid_to, granted_by), update (valid_to, closed_by)
  on identity.grant_of_role to kbt_identity;
grant insert (id, from_account_id, to_account_id, office_id, roles, valid_from, valid_to, made_by), update (valid_to, closed_by)
  on identity.delegation to kbt_identity;
grant insert (id, person_id, institution_id, relation, declared_by), update (ended_by) on identity.declared_interest to kbt_identity;
revoke all on function identity.person_of(uuid) from public;
`;
