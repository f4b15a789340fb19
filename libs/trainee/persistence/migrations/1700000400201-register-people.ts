import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Finance calls this with the persons of a claim without a class: found by the fingerprint of their number, or registered. The ciphertexts are bound
-- to the id that came with them, so a person who is known keeps what is on record.
create function trainee.published_register_people(people jsonb) returns table (ordinal int, person_id uuid, name_cipher bytea)
language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  insert into trainee.person (id, id_index, name_cipher, id_number_cipher, masked_id_number, category)
    select p.id, decode(p."idIndex", 'hex'), decode(p."nameCipher", 'hex'), decode(p."idNumberCipher", 'hex'), p."maskedIdNumber", p.category
    from jsonb_to_recordset(people) as p(id uuid, "idIndex" text, "nameCipher" text, "idNumberCipher" text, "maskedIdNumber" text, category text)
    order by 2 on conflict (id_index) do nothing;
  return query select p.ordinal, x.id, x.name_cipher
    from jsonb_to_recordset(people) as p(ordinal int, "idIndex" text) join trainee.person x on x.id_index = decode(p."idIndex", 'hex') order by 1;
end $$;
revoke all on function trainee.published_register_people(jsonb) from public;
grant execute on function trainee.published_register_people(jsonb) to kbt_finance;
`;

/** Persons of claims without a class are persons like all others. */
export class RegisterPeople1700000400201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function trainee.published_register_people(jsonb)');
  }
}
