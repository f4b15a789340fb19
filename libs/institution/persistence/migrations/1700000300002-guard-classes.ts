import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = String.raw`
-- Where a filing stands: draft, under-review, returned, approved, refused, lapsed. Casework's rows say what was decided on the last version;
-- a version casework has not seen yet is under review. Planned late: casework's views come later.
create function institution.filing_state(of_class uuid, of_kind text) returns text
language plpgsql stable security definer set search_path = institution, pg_temp as $$
declare
  filed institution.filing;
  decided record;
begin
  select * into filed from institution.filing f where f.class_id = of_class and f.kind = of_kind order by f.version desc limit 1;
  if not found or filed.status = 'withdrawn' then return 'draft'; end if;
  select s.outcome, s.is_suspended, s.seen_version into decided from casework.published_stage s
    where s.case_id = of_class and s.stage = of_kind order by s.round desc limit 1;
  if not found or coalesce(decided.seen_version, 0) < filed.version then return 'under-review'; end if;
  if decided.outcome is not null then return decided.outcome; end if;
  return case when decided.is_suspended then 'returned' else 'under-review' end;
end $$;

-- Whether the institution may still change what it files.
create function institution.may_edit(of_class uuid, of_kind text) returns boolean
language plpgsql stable security definer set search_path = institution, pg_temp as $$
begin
  return institution.filing_state(of_class, of_kind) in ('draft', 'returned', 'refused', 'lapsed', 'withdrawn');
end $$;
`;

const GUARDS = String.raw`
create function institution.guard_class() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.number := 'KB' || new.region || to_char(platform.today(), 'YYYY') || lpad(nextval('institution.class_number')::text, 6, '0');
    new.created_at := platform.now();
    new.version := 1;
    new.snapshot_hash := null;
  else
    if (new.id, new.number, new.institution_id, new.created_at) is distinct from (old.id, old.number, old.institution_id, old.created_at) then
      perform platform.refuse('CLASS_FIXED');
    end if;
    if new.snapshot_hash is distinct from old.snapshot_hash then
      if old.snapshot_hash is not null or current_setting('institution.fixes_snapshot', true) is distinct from old.id::text then
        perform platform.refuse('SNAPSHOT_FIXED');
      end if;
    elsif new.evaluation_body_id is distinct from old.evaluation_body_id and institution.may_edit(old.id, 'completion')
      and institution.filing_state(old.id, 'opening') <> 'under-review'
      and (to_jsonb(new) - 'evaluation_body_id') = (to_jsonb(old) - 'evaluation_body_id') then
      null; -- the evaluation body may be chosen until the completion is filed
    elsif not institution.may_edit(old.id, 'opening') then
      perform platform.refuse('FILING_UNDER_REVIEW');
    end if;
    new.version := old.version + 1;
  end if;
  if new.evaluation_body_id is not null and not exists (select 1 from institution.institution i where i.id = new.evaluation_body_id and i.kind = 'evaluation') then
    perform platform.refuse('EVALUATION_BODY_UNKNOWN');
  end if;
  if not exists (select 1 from institution.site s where s.id = new.site_id and s.institution_id = new.institution_id) then perform platform.refuse('SITE_UNKNOWN'); end if;
  return new;
end $$;
create trigger class_guard before insert or update on institution.training_class for each row execute function institution.guard_class();

create function institution.guard_class_content() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare of_class uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> 'class_id';
begin
  if not institution.may_edit(of_class, 'opening') then perform platform.refuse('FILING_UNDER_REVIEW'); end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;

-- Lessons make the payable days, so each lies within the class and is given by a teacher of its own institution.
create function institution.guard_lesson() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  if not exists (select 1 from institution.training_class c join institution.teacher t on t.id = new.teacher_id and t.institution_id = c.institution_id where c.id = new.class_id) then
    perform platform.refuse('TEACHER_UNKNOWN');
  end if;
  return new;
end $$;
create trigger lesson_of_class before insert or update on institution.class_lesson for each row execute function institution.guard_lesson();

-- Asked at the end of the transaction: days and lessons change together.
create function institution.check_lesson_days() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare of_class uuid := coalesce((to_jsonb(new) ->> 'class_id')::uuid, (to_jsonb(new) ->> 'id')::uuid);
begin
  if exists (select 1 from institution.class_lesson l join institution.training_class c on c.id = l.class_id
      where l.class_id = of_class and not l.day between c.starts_on and c.ends_on) then perform platform.refuse('LESSONS_OUTSIDE_CLASS'); end if;
  return null;
end $$;
create constraint trigger lesson_days after insert on institution.class_lesson deferrable initially deferred for each row execute function institution.check_lesson_days();
create constraint trigger class_days after update of starts_on, ends_on on institution.training_class deferrable initially deferred for each row execute function institution.check_lesson_days();

create trigger lesson_guard before insert or update or delete on institution.class_lesson for each row execute function institution.guard_class_content();
create trigger course_guard before insert or update or delete on institution.class_course for each row execute function institution.guard_class_content();

create function institution.guard_material() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  if new.filing_kind <> 'claim' and not institution.may_edit(new.class_id, new.filing_kind) then perform platform.refuse('FILING_UNDER_REVIEW'); end if;
  if tg_op = 'UPDATE' then
    if old.removed_at is not null or (to_jsonb(new) - 'removed_at') <> (to_jsonb(old) - 'removed_at') then perform platform.refuse('MATERIAL_FIXED'); end if;
    new.removed_at := platform.now();
  else
    new.uploaded_at := platform.now();
    new.removed_at := null;
  end if;
  return new;
end $$;
create trigger material_guard before insert or update on institution.material for each row execute function institution.guard_material();

create function institution.guard_filing() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.class_id::text, 20260101));
  if tg_op = 'INSERT' then
    if not institution.may_edit(new.class_id, new.kind) then perform platform.refuse('FILING_UNDER_REVIEW'); end if;
    new.version := 1 + coalesce((select max(version) from institution.filing f where f.class_id = new.class_id and f.kind = new.kind), 0);
    new.status := 'submitted';
    new.submitted_at := platform.now();
    new.contributors := (select array_agg(distinct p) from (select person_id from institution.contribution k where k.class_id = new.class_id
      union select new.submitted_by union select unnest(new.contributors)) as everybody(p));
    return new;
  end if;
  if (to_jsonb(new) - 'status') <> (to_jsonb(old) - 'status') then perform platform.refuse('FILING_FIXED'); end if;
  if old.status <> 'submitted' or new.status <> 'withdrawn' or institution.filing_state(old.class_id, old.kind) not in ('under-review', 'returned')
    or old.version <> (select max(version) from institution.filing f where f.class_id = old.class_id and f.kind = old.kind) then
    perform platform.refuse('FILING_NOT_WITHDRAWABLE');
  end if;
  return new;
end $$;
create trigger filing_guard before insert or update on institution.filing for each row execute function institution.guard_filing();
create trigger filing_permanent before delete on institution.filing for each row execute function platform.refuse_change('FILING_FIXED');

-- Casework calls this with the approval of the opening: from now on the class is judged by this snapshot for ever (AMB-36).
create function institution.published_fix_snapshot(of_class uuid, hash text) returns void
language plpgsql security definer set search_path = institution, pg_temp as $$
declare fixed text;
begin
  select snapshot_hash into fixed from institution.training_class where id = of_class for update;
  if not found then perform platform.refuse('CLASS_UNKNOWN'); end if;
  if fixed = hash then return; end if;
  perform set_config('institution.fixes_snapshot', of_class::text, true);
  update institution.training_class set snapshot_hash = hash where id = of_class;
  perform set_config('institution.fixes_snapshot', '', true);
end $$;
`;

/** What must never happen to a class and its filings, refused by the database itself. */
export class GuardClasses1700000300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATE);
    await runner.query(GUARDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function institution.guard_class(), institution.guard_class_content(), institution.guard_lesson(), institution.check_lesson_days(), institution.guard_material(), institution.guard_filing(),
       institution.published_fix_snapshot(uuid, text), institution.may_edit(uuid, text), institution.filing_state(uuid, text) cascade`,
    );
  }
}
