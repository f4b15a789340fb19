import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
alter table identity.account add column must_choose_password boolean not null default false;
comment on column identity.account.must_choose_password is 'The password was set by an administrator: it opens nothing until the person has chosen another';
grant insert (must_choose_password), update (must_choose_password) on identity.account to kbt_identity;

-- An institution that changes its name keeps its office; the institution domain calls this, and its role has no write right here.
create function identity.published_rename_institution_office(of_institution uuid, new_name text) returns void
language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  update identity.office o set name = new_name where o.id = of_institution and o.kind in ('institution', 'evaluation-body') and o.name <> new_name;
end $$;
revoke all on function identity.published_rename_institution_office(uuid, text) from public;
-- Both are called by the registration's own trigger, as the owner; no service names an office into being by itself.
revoke execute on function identity.published_add_institution_office(uuid, text, text, text) from kbt_institution;
`;

/** Accounts an administrator opens, and offices of institutions that follow their registration. */
export class OpenAccounts1700000101601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `grant execute on function identity.published_add_institution_office(uuid, text, text, text) to kbt_institution;
       drop function identity.published_rename_institution_office(uuid, text);
       alter table identity.account drop column must_choose_password`,
    );
  }
}
