import { statement } from '#libs/platform';
import type { ClassPlan } from '../domain/class-plan.ts';

/** A class with its plan, and where its opening and completion stand. */
export interface ClassRow extends ClassPlan {
  readonly id: string;
  readonly number: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly assigningOfficeName: string | null;
  readonly snapshotHash: string | null;
  /** `draft`: may be changed; `review`: lies with the reviewers; `approved`: fixed. */
  readonly state: 'draft' | 'review' | 'approved';
  readonly enrolled: number;
  readonly version: number;
}

const COLUMNS = `c.id, c.number, c.name, c.institution_id as "institutionId", i.name as "institutionName", c.region,
  c.assigning_office_id as "assigningOfficeId", o.name as "assigningOfficeName", c.class_type as "classType", c.occupation_code as "occupationCode",
  c.occupation_name as "occupationName", c.site_id as "siteId", c.starts_on as "startsOn", c.ends_on as "endsOn", c.capacity,
  c.evaluation_body_id as "evaluationBodyId", c.is_special_task as "isSpecialTask", c.order_id as "orderId", c.snapshot_hash as "snapshotHash",
  institution.filing_state(c.id, 'opening') as state, c.version`;
const FROM = `institution.class c join institution.institution i on i.id = c.institution_id
  left join identity.published_office o on o.id = c.assigning_office_id`;

export const classById = statement(
  'institution.class-by-id',
  `select ${COLUMNS},
     (select count(*)::int from trainee.published_enrollment e where e.class_id = c.id and e.status = 'enrolled') as enrolled,
     coalesce((select json_agg(json_build_object('day', t.day, 'hours', t.hours, 'course', t.course, 'teacherId', t.teacher_id) order by t.ordinal)
       from institution.timetable_entry t where t.class_id = c.id), '[]') as timetable,
     coalesce((select json_agg(json_build_object('name', p.name, 'hours', p.hours) order by p.ordinal)
       from institution.plan_course p where p.class_id = c.id), '[]') as courses
   from ${FROM} where c.id = $1`,
);

/** A line of the list. */
export type ClassLine = Omit<ClassRow, 'timetable' | 'courses' | 'enrolled'>;

export const listClasses = statement(
  'institution.list-classes',
  `select ${COLUMNS} from ${FROM}
   where ($1::text is null or starts_with(c.region, $1)) and ($2::uuid is null or c.institution_id = $2 or c.evaluation_body_id = $2)
     and c.institution_id <> all($3::uuid[]) and ($4::uuid is null or c.id < $4)
   order by c.id desc limit $5`,
);

export const insertClass = statement(
  'institution.insert-class',
  `insert into institution.class (institution_id, created_by, name, region, assigning_office_id, class_type, occupation_code, occupation_name, site_id,
     starts_on, ends_on, capacity, evaluation_body_id, is_special_task, order_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
);

export const updateClass = statement(
  'institution.update-class',
  `update institution.class set name = $2, region = $3, assigning_office_id = $4, class_type = $5, occupation_code = $6, occupation_name = $7,
     site_id = $8, starts_on = $9, ends_on = $10, capacity = $11, evaluation_body_id = $12, is_special_task = $13, order_id = $14
   where id = $1`,
);

export const setEvaluationBody = statement('institution.set-evaluation-body', `update institution.class set evaluation_body_id = $2 where id = $1`);

/** The people of a class have its dates: they move with it, or the move is refused (F03). */
export const moveEnrollments = statement('institution.move-enrollments', `select trainee.published_move_class($1)`);

export const clearTimetable = statement('institution.clear-timetable', `delete from institution.timetable_entry where class_id = $1`);
export const clearCourses = statement('institution.clear-courses', `delete from institution.plan_course where class_id = $1`);
export const insertTimetable = statement(
  'institution.insert-timetable',
  `insert into institution.timetable_entry (class_id, institution_id, ordinal, day, hours, course, teacher_id)
   select $1, $2, (e.value ->> 'ordinal')::int, (e.value ->> 'day')::date, (e.value ->> 'hours')::int, e.value ->> 'course', (e.value ->> 'teacherId')::uuid
   from jsonb_array_elements($3::jsonb) e`,
);
export const insertCourses = statement(
  'institution.insert-courses',
  `insert into institution.plan_course (class_id, ordinal, name, hours)
   select $1, (e.value ->> 'ordinal')::int, e.value ->> 'name', (e.value ->> 'hours')::int from jsonb_array_elements($2::jsonb) e`,
);

/** What a plan refers to, as far as it is there: the site and teachers of the institution, the evaluation body, the assigning office. */
export const planReferences = statement(
  'institution.plan-references',
  `select exists (select 1 from institution.site s where s.id = $2 and s.institution_id = $1) as "hasSite",
     $3::uuid is null or exists (select 1 from institution.institution b where b.id = $3 and b.kind = 'evaluation-body') as "hasEvaluationBody",
     (select o.region from identity.published_office o where o.id = $4 and o.kind in ('hr', 'industry') and not o.is_closed) as "officeRegion",
     array(select t.id from institution.teacher t where t.institution_id = $1 and t.id = any($5::uuid[])) as teachers`,
);

export interface PlanReferences {
  readonly hasSite: boolean;
  readonly hasEvaluationBody: boolean;
  readonly officeRegion: string | null;
  readonly teachers: readonly string[];
}

/** Whoever writes has a hand in what is filed (AMB-06). */
export const noteContributor = statement(
  'institution.note-contributor',
  `insert into institution.contributor (class_id, kind, person_id) values ($1, $2, $3) on conflict do nothing`,
);
