import { statement } from '#libs/platform';

/** Where the filing of a class stands that its roster belongs to. */
export interface RosterOfClass {
  readonly number: string;
  readonly name: string;
  readonly institution: string;
  readonly occupationName: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Null: nothing is filed. */
  readonly version: number | null;
  readonly submittedAt: Date | null;
}

export const rosterOfClass = statement(
  'trainee.roster-of-class',
  `select c.number, c.name, i.name as institution, c.occupation_name as "occupationName", c.starts_on as "startsOn", c.ends_on as "endsOn", f.version, f.submitted_at as "submittedAt"
   from institution.published_class c join institution.published_institution i on i.id = c.institution_id
   left join lateral (select version, submitted_at from institution.published_filing x where x.class_id = c.id and x.kind = $2 and x.status <> 'withdrawn' order by version desc limit 1) f on true
   where c.id = $1`,
);

export interface PersonOnRoster {
  readonly personId: string;
  readonly identityCipher: Buffer;
  readonly maskedIdNumber: string;
  readonly category: string;
  readonly importId: string;
  readonly row: number;
  readonly payableDays: number;
}

const person = `e.person_id as "personId", p.identity_cipher as "identityCipher", p.masked_id_number as "maskedIdNumber", e.category,
  e.import_id as "importId", e.row_number as "row", trainee.payable_days(e.class_id, e.id) as "payableDays"`;
const from = `trainee.enrollment e join trainee.person p on p.id = e.person_id`;

export const enrolledOnRoster = statement(
  'trainee.enrolled-on-roster',
  `select ${person} from ${from} where e.class_id = $1 and e.status = 'enrolled' order by e.row_number nulls last, e.id`,
);

/** Those the approved completion names; while none is approved, everybody enrolled. */
export const completedOnRoster = statement(
  'trainee.completed-on-roster',
  `select ${person} from ${from} where e.class_id = $1 and e.status = 'enrolled' and (trainee.is_completed(e.class_id, e.id)
     or not exists (select 1 from casework.published_completion_roster r where r.class_id = e.class_id)) order by e.row_number nulls last, e.id`,
);
