import type { MigrationInterface, QueryRunner } from 'typeorm';

const GUARD = String.raw`
-- As before; the proof of the decision is written with it.
create or replace function rulebook.guard_release() returns trigger language plpgsql security definer set search_path = rulebook, pg_temp as $$
declare decided constant text[] := '{state,decided_by,decided_at,decision_authenticated_at,decision_second_factor,version}';
begin
  if tg_op = 'INSERT' then
    new.state := 'proposed'; new.proposed_at := platform.now(); new.decided_by := null; new.decided_at := null; new.version := 1;
  else
    if old.state <> 'proposed' or new.decided_by is null
      or (to_jsonb(new) - decided) <> (to_jsonb(old) - decided) then
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
`;

const PROOF = String.raw`
alter table rulebook.release add column decision_authenticated_at timestamptz, add column decision_second_factor boolean;
comment on column rulebook.release.decision_authenticated_at is 'When the deciding person signed in, on the platform''s clock; empty for what was decided before this column';
grant update (decision_authenticated_at, decision_second_factor) on rulebook.release to kbt_casework;

-- A policy decides about everybody's money: whoever puts it in force, or refuses it, proves it as a signature is proved. Asked after release_guard.
create function rulebook.guard_release_proof() returns trigger language plpgsql security definer set search_path = rulebook, pg_temp as $$
begin
  perform platform.require_second_factor(new.decision_authenticated_at, new.decision_second_factor);
  return new;
end $$;
create trigger release_proof before update on rulebook.release for each row execute function rulebook.guard_release_proof();
revoke execute on function rulebook.guard_release_proof() from public;
`;

/** Nobody puts a policy or a year of working days in force by a password alone, whoever writes. */
export class ReleaseWithSecondFactor1700000201901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [GUARD, PROOF]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function rulebook.guard_release_proof() cascade;
      alter table rulebook.release drop column decision_authenticated_at, drop column decision_second_factor`);
  }
}
