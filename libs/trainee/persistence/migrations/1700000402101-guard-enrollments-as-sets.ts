import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Nobody is in two classes at once (F03). Asked of a whole roster at once: the people somebody else may know of are locked in their order, and only
-- then, with what has been committed until then in sight, is it looked whether their spans meet. Whoever this very transaction has registered
-- is known to nobody else before it ends. A session that reads from an older snapshot could not see who came meanwhile, so it is refused.
create function trainee.guard_one_class() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare
  known uuid[];
  has_strangers boolean;
begin
  if current_setting('transaction_isolation') <> 'read committed' then perform platform.refuse('ENROLLMENT_SNAPSHOT_OLD'); end if;
  select array_agg(p.id order by p.id) filter (where p.xmin <> pg_current_xact_id()::xid), count(*) > count(p.id) into known, has_strangers
    from added a left join trainee.person p on p.id = a.person_id where a.status = 'enrolled';
  if has_strangers then perform platform.refuse('ENROLLMENT_FIXED'); end if;
  perform 1 from trainee.person p where p.id = any (known) order by p.id for no key update;
  if exists (select 1 from added a join trainee.enrollment e on e.person_id = a.person_id and e.id <> a.id and e.span && a.span
      where a.status = 'enrolled' and e.status = 'enrolled') then perform platform.refuse('ENROLLMENT_OVERLAP'); end if;
  return null;
end $$;
create trigger enrollment_one_class after insert on trainee.enrollment referencing new table as added
  for each statement execute function trainee.guard_one_class();
create trigger enrollment_one_class_still after update on trainee.enrollment referencing new table as added
  for each statement execute function trainee.guard_one_class();
-- As strict as a constraint: in force for sessions that are spared the other triggers, too.
alter table trainee.enrollment enable always trigger enrollment_one_class;
alter table trainee.enrollment enable always trigger enrollment_one_class_still;
alter table trainee.enrollment drop constraint enrollment_overlap;

-- Persons and imports are never removed and never change their id (their own guards), so it is enough to ask for them once, for the whole roster.
-- When somebody was enrolled is when the import was confirmed: so only the transaction that confirms it enrolls its people.
alter table trainee.enrollment drop constraint enrollment_person_id_fkey, drop constraint enrollment_import_id_fkey;
create or replace function trainee.guard_new_enrollments() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare one record;
begin
  for one in select distinct class_id, institution_id, import_id, span, status from added order by class_id loop
    perform trainee.lock_case(one.class_id);
    if not trainee.is_roster_open(one.class_id) then perform platform.refuse('ROSTER_NOT_OPEN'); end if;
    if one.status <> 'enrolled' or not exists (select 1 from institution.published_class c
        where c.id = one.class_id and c.institution_id = one.institution_id and one.span = daterange(c.starts_on, c.ends_on, '[]')) then
      perform platform.refuse('ENROLLMENT_FIXED');
    end if;
    if not exists (select 1 from trainee.roster_import i where i.id = one.import_id and i.class_id = one.class_id and i.institution_id = one.institution_id
        and i.state = 'confirmed' and i.xmin = pg_current_xact_id()::xid) then perform platform.refuse('ENROLLMENT_WITHOUT_IMPORT'); end if;
  end loop;
  return null;
end $$;

create or replace function trainee.published_move_class(of_class uuid) returns int
language plpgsql security definer set search_path = trainee, pg_temp as $$
declare moved int;
begin
  perform trainee.lock_case(of_class);
  if not trainee.is_roster_open(of_class) then perform platform.refuse('ROSTER_NOT_OPEN'); end if;
  update trainee.enrollment e set span = daterange(c.starts_on, c.ends_on, '[]')
    from institution.published_class c
    where c.id = of_class and e.class_id = of_class and e.status = 'enrolled' and e.span <> daterange(c.starts_on, c.ends_on, '[]');
  get diagnostics moved = row_count;
  return moved;
end $$;

create or replace view trainee.published_roster_line as
  select e.class_id, e.id as enrollment_id, e.row_number, e.category, (i.ended_at at time zone 'Asia/Shanghai')::date as enrolled_on,
    exists (select 1 from trainee.enrollment o where o.person_id = e.person_id and o.id <> e.id and o.status = 'enrolled' and o.span && e.span) as is_in_other_class,
    (select count(distinct o.class_id)::int from trainee.enrollment o where o.person_id = e.person_id and o.class_id <> e.class_id and o.status = 'enrolled'
       and extract(year from lower(o.span)) = extract(year from lower(e.span)) and lower(o.span) < lower(e.span)) as classes_this_year
  from trainee.enrollment e join trainee.roster_import i on i.id = e.import_id where e.status = 'enrolled';
`;

/** What stands of a new enrollment is asked once a roster, not once a row; a row holds no time that its import has already. */
export class GuardEnrollmentsAsSets1700000402101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop trigger enrollment_one_class on trainee.enrollment;
       drop trigger enrollment_one_class_still on trainee.enrollment;
       drop function trainee.guard_one_class();
       alter table trainee.enrollment add constraint enrollment_person_id_fkey foreign key (person_id) references trainee.person,
         add constraint enrollment_import_id_fkey foreign key (import_id) references trainee.roster_import,
         add constraint enrollment_overlap exclude using gist (person_id with =, span with &&) where (status = 'enrolled')`,
    );
  }
}
