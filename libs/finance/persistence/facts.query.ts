import { statement } from '#libs/platform';
import type { ClassType } from '#libs/policy';

export interface ClassFacts {
  readonly id: string;
  readonly name: string;
  readonly institutionId: string;
  readonly region: string;
  readonly classType: ClassType;
  readonly orderId: string | null;
  readonly occupationCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isSpecialTask: boolean;
  readonly snapshotHash: string | null;
  readonly hasBegun: boolean;
  readonly isAssessed: boolean;
}

const ofClass = `select c.id, c.name, c.institution_id as "institutionId", c.region, c.class_type as "classType", c.order_id as "orderId", c.occupation_code as "occupationCode",
     c.starts_on as "startsOn", c.ends_on as "endsOn", c.is_special_task as "isSpecialTask", c.snapshot_hash as "snapshotHash",
     exists (select 1 from casework.published_stage s where s.case_id = c.id and s.stage = 'delivery') as "hasBegun",
     exists (select 1 from casework.published_stage s where s.case_id = c.id and s.stage = 'assessment' and s.outcome = 'assessed') as "isAssessed"
   from institution.published_class c`;

export const classOfClaim = statement('finance.class-of-claim', `${ofClass} where c.id = $1`);

/** One employer order is all approved classes of an institution that name it (AMB-19); the first to begin leads. */
export const classesOfOrder = statement(
  'finance.classes-of-order',
  `${ofClass} where c.institution_id = $1 and c.order_id = $2 and c.class_type = 'order' and c.snapshot_hash is not null order by c.starts_on, c.id`,
);

/** What is known of a person of a class today. */
export interface TrainingFact {
  readonly classId: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly payableDays: number;
  readonly isCompleted: boolean;
  readonly isEmployed: boolean;
  readonly certificateKind: string | null;
  readonly certificateLevel: number | null;
}

export const trainingFacts = statement(
  'finance.training-facts',
  `select f.class_id as "classId", f.enrollment_id as "enrollmentId", f.person_id as "personId", f.payable_days as "payableDays", f.is_completed as "isCompleted",
     f.is_employed as "isEmployed", f.certificate_kind as "certificateKind", f.certificate_level as "certificateLevel"
   from trainee.published_training_fact f where f.class_id = any ($1::uuid[]) order by f.enrollment_id`,
);

/** Persons an earlier stage paid who are no longer in the class: what they got is recovered (AMB-18). */
export const leftAfterAdvance = statement(
  'finance.left-after-advance',
  `select distinct on (l.person_id) x.class_id as "classId", l.enrollment_id as "enrollmentId", l.person_id as "personId", 0 as "payableDays", false as "isCompleted",
     false as "isEmployed", null as "certificateKind", null::int as "certificateLevel"
   from finance.claim_class x join finance.claim k on k.id = x.claim_id and k.subsidy = $2 and k.settlement = 'advance' and k.id is distinct from $3::uuid
   join finance.claim_line l on l.claim_id = k.id and l.state = 'included' and l.amount_fen > 0
   where x.class_id = any ($1::uuid[]) and k.status = 'submitted' and finance.claim_state(k.id) = 'approved'
     and not exists (select 1 from trainee.published_training_fact f where f.class_id = x.class_id and f.enrollment_id = l.enrollment_id)
   order by l.person_id, l.line_id`,
);

/** A line of another claim that was paid or is on its way to be. */
export interface HistoryLine {
  readonly personId: string;
  readonly subsidy: string;
  readonly amountFen: bigint;
  readonly onceKeys: readonly string[];
  readonly isApproved: boolean;
  readonly classId: string | null;
  readonly endsOn: string | null;
  readonly occupationCode: string | null;
  readonly certificateLevel: number | null;
}

/** What earlier claims brought these persons or units, in the order of their submission: $1 persons, $2 the claim itself (AMB-18, AMB-20, AMB-35). */
export const historyOf = statement(
  'finance.history-of',
  `with theirs as materialized (
     select l.* from finance.claim_line l join unnest($1::uuid[]) as p(id) on p.id = l.person_id
     where l.claim_id is distinct from $2::uuid and l.state = 'included' and l.amount_fen > 0),
   claims as materialized (
     select k.id, k.number, k.subsidy, finance.claim_state(k.id) as state from finance.claim k
     where k.status = 'submitted' and k.id in (select claim_id from theirs))
   select t.person_id as "personId", k.subsidy, t.amount_fen as "amountFen", t.once_keys as "onceKeys", k.state = 'approved' as "isApproved", e.class_id as "classId",
     c.ends_on as "endsOn", c.occupation_code as "occupationCode", f.certificate_level as "certificateLevel"
   from theirs t join claims k on k.id = t.claim_id and k.state in ('approved', 'under-review', 'returned')
   left join trainee.published_enrollment e on e.id = t.enrollment_id left join institution.published_class c on c.id = e.class_id
   left join trainee.published_training_fact f on f.enrollment_id = t.enrollment_id
   order by k.number, t.line_id`,
);

/** Categories the roster gave the persons of classes, in the roster's words. */
export const categoriesOf = statement(
  'finance.categories-of',
  `select p.id as "personId", p.category from trainee.published_person p where p.id = any ($1::uuid[])`,
);

/** Papers filed with the classes of a claim, or for the claim itself: $1 classes, $2 claim. */
export const claimMaterials = statement(
  'finance.claim-materials',
  `select slot, encode(file_sha256, 'hex') as sha256 from institution.published_material where class_id = any ($1::uuid[]) and filing_kind = 'claim'
   union select slot, encode(file_sha256, 'hex') from finance.claim_material where claim_id = $2 and removed_at is null order by 1, 2`,
);
