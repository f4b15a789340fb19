import { statement } from '#libs/platform';
import type { ClassType } from '#libs/policy';

/** A class as it is kept; days as text. */
export interface ClassRow {
  readonly id: string;
  readonly number: string;
  readonly institutionId: string;
  readonly region: string;
  readonly assigningOfficeId: string;
  readonly name: string;
  readonly classType: ClassType;
  readonly orderId: string | null;
  readonly occupationCode: string;
  readonly occupationName: string;
  readonly siteId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly evaluationBodyId: string | null;
  readonly isSpecialTask: boolean;
  readonly snapshotHash: string | null;
  readonly version: number;
  readonly openingState: string;
  readonly completionState: string;
}

const columns = `c.id, c.number, c.institution_id as "institutionId", c.region, c.assigning_office_id as "assigningOfficeId", c.name, c.class_type as "classType",
  c.order_id as "orderId", c.occupation_code as "occupationCode", c.occupation_name as "occupationName", c.site_id as "siteId", c.starts_on as "startsOn",
  c.ends_on as "endsOn", c.capacity, c.evaluation_body_id as "evaluationBodyId", c.is_special_task as "isSpecialTask", c.snapshot_hash as "snapshotHash", c.version,
  institution.filing_state(c.id, 'opening') as "openingState", institution.filing_state(c.id, 'completion') as "completionState"`;

export const classById = statement('institution.class-by-id', `select ${columns} from institution.training_class c where c.id = $1`);

/** $1 limit, $2 id of the last class shown, $3 institution, $4 region scope, $5 hidden institutions. The newest first. */
export const classPage = statement(
  'institution.class-page',
  `select ${columns} from institution.training_class c
   where ($2::uuid is null or c.id < $2) and ($3::uuid is null or c.institution_id = $3)
     and ($4::text is null or c.region like $4 || '%') and c.institution_id <> all ($5::uuid[])
   order by c.id desc limit $1`,
);

export const insertClass = statement(
  'institution.insert-class',
  `insert into institution.training_class (institution_id, region, assigning_office_id, name, class_type, order_id, occupation_code, occupation_name, site_id,
     starts_on, ends_on, capacity, evaluation_body_id, is_special_task)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
);

export const updateClass = statement(
  'institution.update-class',
  `update institution.training_class set assigning_office_id = $3, name = $4, class_type = $5, order_id = $6, occupation_code = $7, occupation_name = $8,
     site_id = $9, starts_on = $10, ends_on = $11, capacity = $12, evaluation_body_id = $13, is_special_task = $14
   where id = $1 and version = $2 returning version`,
);

export const deleteLessons = statement('institution.delete-lessons', `delete from institution.class_lesson where class_id = $1`);
export const deleteCourses = statement('institution.delete-courses', `delete from institution.class_course where class_id = $1`);

export const insertLessons = statement(
  'institution.insert-lessons',
  `insert into institution.class_lesson (class_id, day, ordinal, course, hours, teacher_id)
   select $1, l.day, row_number() over (partition by l.day order by l.place), l.course, l.hours, l."teacherId"
   from jsonb_to_recordset($2::jsonb) as l(place int, day date, course text, hours int, "teacherId" uuid)`,
);

export const insertCourses = statement(
  'institution.insert-courses',
  `insert into institution.class_course (class_id, ordinal, course, hours)
   select $1, c.place, c.course, c.hours from jsonb_to_recordset($2::jsonb) as c(place int, course text, hours int)`,
);

export const lessonsOf = statement(
  'institution.lessons-of',
  `select day, course, hours, teacher_id as "teacherId" from institution.class_lesson where class_id = $1 order by day, ordinal`,
);

export const coursesOf = statement(
  'institution.courses-of',
  `select course, hours from institution.class_course where class_id = $1 order by ordinal`,
);

/** The trainees follow the class to its new days, or the change is refused. */
export const moveClass = statement('institution.move-class', `select trainee.published_move_class($1)`);

export const contribute = statement(
  'institution.contribute',
  `insert into institution.contribution (class_id, person_id) values ($1, $2) on conflict do nothing`,
);

/** An office that may have assigned the task: human resources of the region or above (XZ24 二(二)(2)). */
export const assigningOffice = statement(
  'institution.assigning-office',
  `select id from identity.published_office where id = $1 and kind = 'hr' and not is_closed
     and $2 like regexp_replace(region, '(00)+$', '') || '%'`,
);

export const foreignTeachers = statement(
  'institution.foreign-teachers',
  `select t.id from unnest($2::uuid[]) t(id) where not exists (select 1 from institution.teacher x where x.id = t.id and x.institution_id = $1)`,
);

export const enrolledCount = statement(
  'institution.enrolled-count',
  `select count(*)::int as people from trainee.published_enrollment where class_id = $1 and status = 'enrolled'`,
);
