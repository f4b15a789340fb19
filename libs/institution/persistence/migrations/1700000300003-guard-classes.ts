import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * Casework's rows are asked late: these functions are planned when they are first called, after casework is migrated. What cannot be seen is
 * an error, and an error refuses.
 */
const QUESTIONS = String.raw`
create function institution.lock_case(of_case uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(of_case::text, 20260101))
$$;

-- draft: may be written. review: lies with the reviewers, or is returned and not yet taken up. approved: fixed.
create function institution.filing_state(of_class uuid, of_kind text) returns text
language plpgsql stable security definer set search_path = institution, pg_temp as $$
declare latest institution.filing;
begin
  select * into latest from institution.filing f where f.class_id = of_class and f.kind = of_kind order by f.version desc limit 1;
  if not found or latest.status in ('draft', 'withdrawn') then return 'draft'; end if;
  if exists (select 1 from casework.published_stage s where s.case_id = of_class and s.stage = of_kind and s.outcome = 'approved'
    and s.seen_version >= latest.version) then return 'approved'; end if;
  return 'review';
end $$;

-- Whether a submitted version was sent back, or its stage has ended without approval: only then a next version may be written.
create function institution.is_correctable(of_class uuid, of_kind text, of_version int) returns boolean
language plpgsql stable security definer set search_path = institution, pg_temp as $$
declare latest record;
begin
  select s.is_suspended, s.outcome, s.seen_version into latest from casework.published_stage s
  where s.case_id = of_class and s.stage = of_kind order by s.round desc limit 1;
  if not found or coalesce(latest.seen_version, 0) < of_version then return false; end if;
  return latest.is_suspended and latest.outcome is null or coalesce(latest.outcome in ('refused', 'withdrawn', 'lapsed'), false);
end $$;

create function institution.require_writable(of_class uuid) returns void
language plpgsql security definer set search_path = institution, pg_temp as $$
declare state text;
begin
  perform institution.lock_case(of_class);
  state := institution.filing_state(of_class, 'opening');
  if state = 'review' then perform platform.refuse('FILING_UNDER_REVIEW'); end if;
  if state = 'approved' then perform platform.refuse('CLASS_APPROVED'); end if;
end $$;
`;

const CLASSES = String.raw`
create function institution.guard_new_class() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare next_number int;
begin
  if not exists (select 1 from institution.institution i where i.id = new.institution_id and i.kind = 'training') then
    perform platform.refuse('NOT_FOUND');
  end if;
  insert into institution.class_number as n (region, year, last) values (new.region, extract(year from platform.today()), 1)
    on conflict (region, year) do update set last = n.last + 1 returning last into next_number;
  new.number := new.region || '-' || extract(year from platform.today()) || '-' || to_char(next_number, 'FM000000');
  new.snapshot_hash := null;
  new.snapshot_fixed_at := null;
  new.created_at := platform.now();
  new.version := 1;
  return new;
end $$;
create trigger class_guard_new before insert on institution.class for each row execute function institution.guard_new_class();

-- After approval only the evaluation body may still change, and only until it has taken the roster over.
create function institution.guard_class() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare may_change text[];
begin
  if (new.id, new.number, new.institution_id, new.created_by, new.created_at)
    is distinct from (old.id, old.number, old.institution_id, old.created_by, old.created_at) then perform platform.refuse('CLASS_FIXED'); end if;
  if (new.snapshot_hash, new.snapshot_fixed_at) is distinct from (old.snapshot_hash, old.snapshot_fixed_at) then
    if old.snapshot_hash is not null then perform platform.refuse('SNAPSHOT_FIXED'); end if;
    may_change := array['snapshot_hash', 'snapshot_fixed_at', 'version'];
    if to_jsonb(new) - may_change is distinct from to_jsonb(old) - may_change then perform platform.refuse('CLASS_FIXED'); end if;
    new.version := old.version + 1;
    return new;
  end if;
  perform institution.lock_case(old.id);
  if institution.filing_state(old.id, 'opening') = 'approved' then
    may_change := array['evaluation_body_id', 'version'];
    if to_jsonb(new) - may_change is distinct from to_jsonb(old) - may_change then perform platform.refuse('CLASS_APPROVED'); end if;
    if exists (select 1 from trainee.published_assessment a where a.class_id = old.id) then perform platform.refuse('CLASS_ASSESSED'); end if;
  else
    perform institution.require_writable(old.id);
  end if;
  new.version := old.version + 1;
  return new;
end $$;
create trigger class_guard before update on institution.class for each row execute function institution.guard_class();

create function institution.guard_class_part() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform institution.require_writable(old.class_id); end if;
  if tg_op <> 'DELETE' then perform institution.require_writable(new.class_id); return new; end if;
  return old;
end $$;
create trigger timetable_guard before insert or update or delete on institution.timetable_entry for each row execute function institution.guard_class_part();
create trigger plan_guard before insert or update or delete on institution.plan_course for each row execute function institution.guard_class_part();

-- Casework fixes the policy of a class when its opening is approved, once for ever (AMB-36).
create function institution.published_fix_snapshot(class uuid, hash text) returns void
language plpgsql security definer set search_path = institution, pg_temp as $$
declare fixed text;
begin
  perform institution.lock_case($1);
  select c.snapshot_hash into fixed from institution.class c where c.id = $1 for no key update;
  if not found then perform platform.refuse('NOT_FOUND'); end if;
  if $2 is null then perform platform.refuse('SNAPSHOT_FIXED'); end if;
  if fixed is not distinct from $2 then return; end if;
  if fixed is not null then perform platform.refuse('SNAPSHOT_FIXED'); end if;
  update institution.class c set snapshot_hash = $2, snapshot_fixed_at = platform.now() where c.id = $1;
end $$;
`;

const FILINGS = String.raw`
create function institution.guard_new_filing() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare latest institution.filing;
begin
  perform institution.lock_case(new.class_id);
  select * into latest from institution.filing f where f.class_id = new.class_id and f.kind = new.kind order by f.version desc limit 1;
  if latest.status = 'draft' then perform platform.refuse('FILING_DRAFT_EXISTS', jsonb_build_object('version', latest.version)); end if;
  if latest.status = 'submitted' and not institution.is_correctable(new.class_id, new.kind, latest.version) then
    perform platform.refuse(case institution.filing_state(new.class_id, new.kind) when 'approved' then 'CLASS_APPROVED' else 'FILING_UNDER_REVIEW' end);
  end if;
  if new.kind = 'completion' and not exists (select 1 from casework.published_stage s where s.case_id = new.class_id and s.stage = 'delivery') then
    perform platform.refuse('FILING_BEFORE_DELIVERY');
  end if;
  new.version := coalesce(latest.version, 0) + 1;
  new.status := 'draft';
  new.created_at := platform.now();
  return new;
end $$;
create trigger filing_guard_new before insert on institution.filing for each row execute function institution.guard_new_filing();

create function institution.guard_filing() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  perform institution.lock_case(old.class_id);
  if (new.class_id, new.kind, new.version, new.created_by, new.created_at)
    is distinct from (old.class_id, old.kind, old.version, old.created_by, old.created_at) then perform platform.refuse('FILING_SEALED'); end if;
  if old.status = 'draft' and new.status = 'submitted' then
    if new.content is null or new.content_sha256 is null or new.submitted_by is null then perform platform.refuse('FILING_INCOMPLETE'); end if;
    new.submitted_at := platform.now();
    new.withdrawn_at := null;
    insert into institution.contributor (class_id, kind, person_id) values (new.class_id, new.kind, new.submitted_by) on conflict do nothing;
    return new;
  end if;
  if old.status = 'submitted' and new.status = 'withdrawn' then
    if (new.content, new.content_sha256, new.submitted_by, new.submitted_at, new.is_late)
      is distinct from (old.content, old.content_sha256, old.submitted_by, old.submitted_at, old.is_late) then perform platform.refuse('FILING_SEALED'); end if;
    if institution.filing_state(old.class_id, old.kind) <> 'review' then perform platform.refuse('FILING_DECIDED'); end if;
    new.withdrawn_at := platform.now();
    return new;
  end if;
  perform platform.refuse('FILING_SEALED');
end $$;
create trigger filing_guard before update on institution.filing for each row execute function institution.guard_filing();

create function institution.guard_material() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare state text;
begin
  perform institution.lock_case(new.class_id);
  state := institution.filing_state(new.class_id, new.filing_kind);
  if state = 'review' then perform platform.refuse('FILING_UNDER_REVIEW'); end if;
  if state = 'approved' then perform platform.refuse('FILING_DECIDED'); end if;
  if tg_op = 'INSERT' then
    new.is_removed := false;
    new.removed_at := null;
    new.uploaded_at := platform.now();
    return new;
  end if;
  if old.is_removed or (to_jsonb(new) - array['is_removed', 'removed_at']) is distinct from (to_jsonb(old) - array['is_removed', 'removed_at']) then
    perform platform.refuse('MATERIAL_FIXED');
  end if;
  new.removed_at := case when new.is_removed then platform.now() end;
  return new;
end $$;
create trigger material_guard before insert or update on institution.material for each row execute function institution.guard_material();

do $$
declare kept text;
begin
  foreach kept in array array['institution', 'site', 'teacher', 'class', 'filing', 'contributor', 'material'] loop
    execute format('create trigger %I before delete or truncate on institution.%I for each statement execute function platform.refuse_change(%L)',
      kept || '_is_kept', kept, 'INSTITUTION_RECORD_PERMANENT');
  end loop;
end $$;
`;

/** What the database refuses whoever asks: changes under review, a second snapshot, a submitted version rewritten, times of a client. */
export class GuardClasses1700000300003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUESTIONS);
    await runner.query(CLASSES);
    await runner.query(FILINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['institution', 'site', 'teacher', 'class', 'filing', 'contributor', 'material'])
      await runner.query(`drop trigger ${table}_is_kept on institution.${table}`);
    for (const name of ['guard_new_class', 'guard_class', 'guard_class_part', 'guard_new_filing', 'guard_filing', 'guard_material'])
      await runner.query(`drop function institution.${name}() cascade`);
    await runner.query(
      `drop function institution.published_fix_snapshot(uuid, text), institution.require_writable(uuid), institution.is_correctable(uuid, text, int),
        institution.filing_state(uuid, text), institution.lock_case(uuid)`,
    );
  }
}
