import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- A policy as it was on the day it was registered. Its hash is that of its canonical JSON; it never changes (AMB-36).
create table rulebook.snapshot (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  pack_id text not null,
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  document jsonb not null,
  registered_at timestamptz not null default clock_timestamp()
);
create trigger snapshot_immutable before update or delete on rulebook.snapshot for each row execute function platform.refuse_change('SNAPSHOT_IMMUTABLE');

-- Which snapshot holds in a region from a day on. A later entry for the same region takes over from its own first day.
create table rulebook.in_force (
  region text not null,
  effective_from date not null,
  effective_to date,
  hash text not null references rulebook.snapshot,
  ordinal bigint generated always as identity,
  primary key (region, effective_from, hash),
  check (effective_to is null or effective_to >= effective_from)
);

-- Working days as the State Council announced them; a year that is not here is not known (design rule 8).
create table rulebook.calendar_day (
  day date primary key,
  is_working boolean not null,
  name text,
  source text not null
);
create trigger calendar_day_immutable before update or delete on rulebook.calendar_day for each row execute function platform.refuse_change('CALENDAR_IMMUTABLE');

create view rulebook.published_snapshot as select hash, pack_id, region, document from rulebook.snapshot;
create view rulebook.published_in_force as select region, hash, effective_from, effective_to, ordinal from rulebook.in_force;
create view rulebook.published_calendar_day as select day, is_working, name, source from rulebook.calendar_day;

-- The n-th working day after a day; the day itself for 0. Refused where a day on the way, or the answer, is of a year nobody announced.
create function rulebook.published_add_working_days(from_day date, days int) returns date
language plpgsql stable security definer set search_path = rulebook, pg_temp as $$
declare found_day date;
begin
  if days <= 0 then return from_day; end if;
  select c.day into found_day from rulebook.calendar_day c where c.is_working and c.day > from_day order by c.day offset days - 1 limit 1;
  if found_day is null or found_day - from_day <> (select count(*) from rulebook.calendar_day c where c.day > from_day and c.day <= found_day) then
    perform platform.refuse('CALENDAR_YEAR_UNKNOWN', jsonb_build_object('year', coalesce(
      (select min(extract(year from d))::int from generate_series(from_day + 1, from_day + 400, interval '1 day') d
       where not exists (select 1 from rulebook.calendar_day c where c.day = d::date)), extract(year from from_day)::int)));
  end if;
  return found_day;
end $$;

revoke execute on all functions in schema rulebook from public;
grant usage on schema rulebook to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity, kbt_worker;
grant select on rulebook.published_snapshot, rulebook.published_in_force, rulebook.published_calendar_day
  to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity, kbt_worker;
grant execute on function rulebook.published_add_working_days(date, int)
  to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity, kbt_worker;
`;

/** Registered policies, what is in force where, and the announced working days. Only the owner registers. */
export class CreateRulebook1700000200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view rulebook.published_snapshot, rulebook.published_in_force, rulebook.published_calendar_day;
       drop function rulebook.published_add_working_days(date, int);
       drop table rulebook.in_force, rulebook.snapshot, rulebook.calendar_day`,
    );
  }
}
