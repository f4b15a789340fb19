import type { MigrationInterface, QueryRunner } from 'typeorm';

const READERS = 'kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker';

const SQL = String.raw`
-- Who somebody is, as one ciphertext: name and number are written together and read together.
drop view trainee.published_person;
drop function trainee.published_register_people(jsonb);
-- Nobody asked when a person was first written down; the trail of the import, or of the claim, tells.
alter table trainee.person drop column name_cipher, drop column id_number_cipher, drop column registered_at, add column identity_cipher bytea not null;
comment on column trainee.person.identity_cipher is 'Number and name; AES-256-GCM, AAD trainee.person.identity_cipher|<id>';
grant insert (identity_cipher) on trainee.person to kbt_trainee;
create view trainee.published_person as select id, identity_cipher, masked_id_number, category from trainee.person;
grant select on trainee.published_person to ${READERS};

create or replace function trainee.guard_person() returns trigger language plpgsql as $$
begin
  if (new.id, new.id_index, new.identity_cipher, new.masked_id_number) is distinct from (old.id, old.id_index, old.identity_cipher, old.masked_id_number) then
    perform platform.refuse('PERSON_FIXED');
  end if;
  return new;
end $$;

create function trainee.published_register_people(people jsonb) returns table (ordinal int, person_id uuid, identity_cipher bytea)
language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  insert into trainee.person (id, id_index, identity_cipher, masked_id_number, category)
    select p.id, decode(p."idIndex", 'hex'), decode(p."identityCipher", 'hex'), p."maskedIdNumber", p.category
    from jsonb_to_recordset(people) as p(id uuid, "idIndex" text, "identityCipher" text, "maskedIdNumber" text, category text)
    order by 2 on conflict (id_index) do nothing;
  return query select p.ordinal, x.id, x.identity_cipher
    from jsonb_to_recordset(people) as p(ordinal int, "idIndex" text) join trainee.person x on x.id_index = decode(p."idIndex", 'hex') order by 1;
end $$;
revoke all on function trainee.published_register_people(jsonb) from public;
grant execute on function trainee.published_register_people(jsonb) to kbt_finance;

-- The other columns of a roster stand in the file, encrypted, and in the corrections beside it: whoever needs them reads them there.
create or replace function trainee.guard_enrollment() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  if (new.id, new.class_id, new.person_id, new.institution_id, new.import_id, new.row_number, new.category)
    is distinct from (old.id, old.class_id, old.person_id, old.institution_id, old.import_id, old.row_number, old.category)
    or (new.span <> old.span and new.status <> old.status) then perform platform.refuse('ENROLLMENT_FIXED'); end if;
  if old.status <> 'enrolled' then perform platform.refuse('ENROLLMENT_NOT_ACTIVE'); end if;
  if new.span <> old.span and not exists (select 1 from institution.published_class c
      where c.id = new.class_id and new.span = daterange(c.starts_on, c.ends_on, '[]')) then perform platform.refuse('ENROLLMENT_FIXED'); end if;
  if new.status <> old.status then
    if exists (select 1 from trainee.assessment_result r where r.enrollment_id = old.id) then perform platform.refuse('ENROLLMENT_EVIDENCED'); end if;
    new.ended_at := platform.now();
  end if;
  new.version := old.version + 1;
  return new;
end $$;
alter table trainee.enrollment drop column details_cipher, drop column enrolled_at; -- when is when the import was confirmed

-- The people of an import until it is confirmed or discarded, a thousand to a row, each column an array in the roster's order. Unlogged: after a
-- crash the file is simply uploaded again.
drop table trainee.roster_import_row;
create unlogged table trainee.roster_import_part (
  import_id uuid not null,
  part int not null,
  row_numbers int[] not null,
  person_ids uuid[] not null,
  id_indexes bytea[] not null,
  identity_ciphers bytea[] not null,
  masked_id_numbers text[] not null,
  categories text[] not null,
  enrollment_ids uuid[] not null,
  primary key (import_id, part)
);
alter table trainee.roster_import_part alter person_ids set storage external, alter id_indexes set storage external, alter identity_ciphers set storage external,
  alter enrollment_ids set storage external;
comment on column trainee.roster_import_part.person_ids is 'The person known under this number, or the id a new one will get: ciphertexts are bound to it';
comment on column trainee.roster_import_part.identity_ciphers is 'Null of a person who is known already';
grant select, insert, delete on trainee.roster_import_part to kbt_trainee;
`;

/** A roster on its way in is kept by column, a person is encrypted once, and what the file holds is not kept a second time. */
export class KeepRostersByColumn1700000402102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  // Ciphertexts cannot be taken apart here: this way back is for a database without people.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view trainee.published_person;
       drop table trainee.roster_import_part;
       alter table trainee.enrollment add details_cipher bytea not null, add enrolled_at timestamptz not null default platform.now();
       alter table trainee.person drop column identity_cipher, add column name_cipher bytea not null, add column id_number_cipher bytea not null,
         add column registered_at timestamptz not null default platform.now();
       create view trainee.published_person as select id, name_cipher, id_number_cipher, masked_id_number, category from trainee.person;
       grant select on trainee.published_person to ${READERS};
       create unlogged table trainee.roster_import_row (import_id uuid not null, row_number int not null, person_id uuid not null, is_known boolean not null,
         id_index bytea not null, name_cipher bytea not null, id_number_cipher bytea, masked_id_number text not null, category text not null,
         enrollment_id uuid not null, details_cipher bytea not null, primary key (import_id, row_number));
       grant select, insert, delete on trainee.roster_import_row to kbt_trainee`,
    );
  }
}
