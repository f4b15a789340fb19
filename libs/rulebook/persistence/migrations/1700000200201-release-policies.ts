import type { MigrationInterface, QueryRunner } from 'typeorm';

const DOCUMENTS = String.raw`
-- The text of an issued document, so that a value can be read beside the clause it comes from.
create table rulebook.source_document (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  pack_id text not null,
  text text not null check (length(text) between 1 and 2000000),
  registered_at timestamptz not null default clock_timestamp(),
  check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
create table rulebook.snapshot_document (
  hash text not null references rulebook.snapshot,
  sha256 text not null references rulebook.source_document,
  primary key (hash, sha256)
);
create trigger source_document_immutable before update or delete on rulebook.source_document for each row execute function platform.refuse_change('SNAPSHOT_IMMUTABLE');
create trigger snapshot_document_immutable before update or delete on rulebook.snapshot_document for each row execute function platform.refuse_change('SNAPSHOT_IMMUTABLE');
`;

const RELEASES = String.raw`
-- A policy, or a year of working days, that one person proposes and another puts in force.
create table rulebook.release (
  id uuid primary key default platform.uuid_v7(),
  kind text not null check (kind in ('policy', 'calendar')),
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  pack_id text,
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  document text,
  source_text text,
  effective_from date,
  effective_to date,
  year int check (year between 2000 and 2100),
  days jsonb,
  reason text not null check (length(reason) between 10 and 1000),
  state text not null default 'proposed' check (state in ('proposed', 'released', 'refused')),
  proposed_by uuid not null,
  proposed_at timestamptz not null default platform.now(),
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1,
  check ((kind = 'policy') = (hash is not null and document is not null and pack_id is not null and effective_from is not null)),
  check ((kind = 'calendar') = (year is not null and days is not null)),
  check (effective_to is null or effective_to >= effective_from),
  check ((state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create index release_list on rulebook.release (region, id);

-- Who put an entry in force: the installation, from its policies folder, or a release.
alter table rulebook.in_force add column release_id uuid references rulebook.release;
comment on column rulebook.in_force.release_id is 'Null: seeded from the policies folder by the installation';
create or replace view rulebook.published_in_force as select region, hash, effective_from, effective_to, ordinal, release_id from rulebook.in_force;

-- An open-ended policy is replaced from its successor's first day; any other overlap leaves nobody knowing which one holds.
create function rulebook.check_overlap(of_region text, from_day date, to_day date, of_hash text) returns void
language plpgsql stable security definer set search_path = rulebook, pg_temp as $$
declare other record;
begin
  select f.effective_from, f.effective_to, s.pack_id into other from rulebook.in_force f join rulebook.snapshot s on s.hash = f.hash
    where f.region = of_region and daterange(f.effective_from, f.effective_to, '[]') && daterange(from_day, to_day, '[]')
      and not (f.effective_to is null and f.effective_from < from_day) order by f.effective_from desc limit 1;
  if found then perform platform.refuse('RELEASE_OVERLAPS', jsonb_build_object('pack', other.pack_id, 'from', other.effective_from, 'to', coalesce(other.effective_to::text, '')));
  end if;
end $$;

create function rulebook.guard_release() returns trigger language plpgsql security definer set search_path = rulebook, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.state := 'proposed'; new.proposed_at := platform.now(); new.decided_by := null; new.decided_at := null; new.version := 1;
  else
    if old.state <> 'proposed' or new.decided_by is null
      or (to_jsonb(new) - '{state,decided_by,decided_at,version}'::text[]) <> (to_jsonb(old) - '{state,decided_by,decided_at,version}'::text[]) then
      perform platform.refuse('RELEASE_FIXED', jsonb_build_object('state', old.state));
    end if;
    if new.state = 'released' and new.decided_by = old.proposed_by then perform platform.refuse('RELEASE_SAME_PERSON'); end if;
    new.decided_at := platform.now();
    new.version := old.version + 1;
  end if;
  if new.state <> 'refused' and new.kind = 'policy' then
    if new.hash <> encode(sha256(convert_to(new.document, 'UTF8')), 'hex') or new.document::jsonb #>> '{pack,region}' <> new.region then perform platform.refuse('RELEASE_HASH'); end if;
    perform rulebook.check_overlap(new.region, new.effective_from, new.effective_to, new.hash);
  end if;
  if new.state <> 'refused' and new.kind = 'calendar' then
    if exists (select 1 from rulebook.calendar_day c where extract(year from c.day) = new.year) then perform platform.refuse('CALENDAR_ANNOUNCED', jsonb_build_object('year', new.year)); end if;
    if (select count(distinct (d ->> 'day')::date) from jsonb_array_elements(new.days) d where extract(year from (d ->> 'day')::date) = new.year)
        <> make_date(new.year, 12, 31) - make_date(new.year, 1, 1) + 1 or jsonb_array_length(new.days) > 366 then perform platform.refuse('CALENDAR_INCOMPLETE', jsonb_build_object('year', new.year)); end if;
  end if;
  return new;
end $$;
create trigger release_guard before insert or update on rulebook.release for each row execute function rulebook.guard_release();
create trigger release_permanent before delete on rulebook.release for each row execute function platform.refuse_change('RELEASE_FIXED');

-- Only a release that a second person decided writes what is in force.
create function rulebook.follow_release() returns trigger language plpgsql security definer set search_path = rulebook, pg_temp as $$
begin
  if new.kind = 'policy' then
    insert into rulebook.snapshot (hash, pack_id, region, document) values (new.hash, new.pack_id, new.region, new.document::jsonb) on conflict (hash) do nothing;
    if new.source_text is not null then
      insert into rulebook.source_document (sha256, pack_id, text) values (encode(sha256(convert_to(new.source_text, 'UTF8')), 'hex'), new.pack_id, new.source_text) on conflict do nothing;
      insert into rulebook.snapshot_document values (new.hash, encode(sha256(convert_to(new.source_text, 'UTF8')), 'hex')) on conflict do nothing;
    end if;
    insert into rulebook.in_force (region, effective_from, effective_to, hash, release_id) values (new.region, new.effective_from, new.effective_to, new.hash, new.id);
  else
    insert into rulebook.calendar_day (day, is_working, name, source)
      select (d ->> 'day')::date, (d ->> 'isWorking')::boolean, d ->> 'name', d ->> 'source' from jsonb_array_elements(new.days) d on conflict (day) do nothing;
  end if;
  return null;
end $$;
create trigger release_follow after update on rulebook.release for each row
  when (old.state = 'proposed' and new.state = 'released') execute function rulebook.follow_release();
`;

const GRANTS = String.raw`
create view rulebook.published_document as
  select d.hash, s.pack_id, s.sha256, s.text from rulebook.snapshot_document d join rulebook.source_document s on s.sha256 = d.sha256;
revoke execute on function rulebook.check_overlap(text, date, date, text), rulebook.guard_release(), rulebook.follow_release() from public;
grant select on rulebook.published_document to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity, kbt_worker;
grant select on rulebook.release to kbt_casework;
grant insert (kind, region, pack_id, hash, document, source_text, effective_from, effective_to, year, days, reason, proposed_by), update (state, decided_by)
  on rulebook.release to kbt_casework;
`;

/** Policies and calendars that two persons put in force, and the text of what was issued. */
export class ReleasePolicies1700000200201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [DOCUMENTS, RELEASES, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view rulebook.published_document; alter table rulebook.in_force drop column release_id cascade;
       drop table rulebook.release, rulebook.snapshot_document, rulebook.source_document;
       drop function rulebook.check_overlap(text, date, date, text), rulebook.guard_release(), rulebook.follow_release() cascade`,
    );
  }
}
