import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = `
alter table identity.office add column phone text check (phone ~ '^[0-9][0-9 -]{4,19}$');
comment on column identity.office.phone is 'Where the public reaches the office: printed on every notice it publishes';
grant insert (phone), update (phone) on identity.office to kbt_identity;

create view identity.published_contact as select id as office_id, name, region, phone from identity.office;
-- A place is named as its human-resources office is.
create view identity.published_place as
  select distinct on (region) region, regexp_replace(name, '人力资源和社会保障[局厅]$', '') as name from identity.office where kind = 'hr' order by region, created_at;
grant usage on schema identity to kbt_public;
grant select on identity.published_contact, identity.published_place to kbt_public, kbt_casework, kbt_worker;
`;

/** How the public reaches an office, and nothing else of it. */
export class PublishContacts1700000100501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view identity.published_place, identity.published_contact; alter table identity.office drop column phone');
  }
}
