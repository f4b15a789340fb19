import { randomUUID } from 'node:crypto';
import { demoInstitutions, demoOffices } from '#libs/identity';
import { blindIndex, sealIdentity, statement, type Tx } from '#libs/platform';
import { maskIdentityNumber } from '#libs/policy';
import { syntheticId } from './synthetic-id.ts';

export interface PlantedPerson {
  readonly enrollmentId: string;
  readonly personId: string;
}

/** How far a class has come; each outcome is that of a stage that has ended, null of one that is open. */
export type Stages = Readonly<Record<string, string | null>>;

/** The other domains' rows as they leave them behind: their own guards are those domains' to test, so they are silent here. */
const plainRows = statement('test.class-plain-rows', 'set local session_replication_role = replica');

const institution = statement(
  'test.class-institution',
  `insert into institution.institution (id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked)
   values ($1, $2, $3, 'training', $2, '演示银行', '\\x01', '****8888') on conflict do nothing`,
);
/** Monday to Friday are lessons; its policy is fixed, as at the approval of an opening. */
const trainingClass = statement(
  'test.class-planned',
  `with opened as (
     insert into institution.training_class (id, number, institution_id, region, assigning_office_id, name, class_type, occupation_code, occupation_name,
       site_id, starts_on, ends_on, capacity, evaluation_body_id, snapshot_hash)
     values ($1::uuid, 'KB' || $1::uuid::text, $2, '140427', $3, '养老护理员一班', 'project', '4-10-01-05', '养老护理员', gen_random_uuid(), '2026-03-02', '2026-03-13', 5, $4,
       (select hash from rulebook.published_in_force where region = '140427' order by effective_from desc limit 1))
   ), day as (
     insert into institution.class_lesson (class_id, day, ordinal, course, hours, teacher_id)
     select $1::uuid, d::date, 1, '护理', 4, gen_random_uuid() from generate_series(date '2026-03-02', date '2026-03-06', interval '1 day') d
   )
   insert into casework.case_file (id, kind, class_id, number, title, region, institution_id, current_stage)
   values ($1::uuid, 'class', $1::uuid, $1::uuid::text, '养老护理员一班', '140427', $2, 'opening')`,
);
const filing = statement(
  'test.class-filing',
  `insert into institution.filing (class_id, kind, version, content, content_sha256, submitted_by, contributors, status)
   values ($1, 'opening', 1, '{}', sha256('x'::bytea), gen_random_uuid(), array[gen_random_uuid()], 'submitted')`,
);
const stage = statement(
  'test.class-stage',
  `insert into casework.stage (case_id, stage, round, ordinal, outcome, outcome_at) values ($1, $2, 1, $3, $4, case when $4::text is not null then platform.now() end)`,
);
const person = statement(
  'test.class-person',
  `with person as (
     insert into trainee.person (id, id_index, identity_cipher, masked_id_number, category) values ($1::uuid, $2, $3, $4, '农村转移就业劳动者')
   ), import as (
     insert into trainee.roster_import (id, class_id, institution_id, file_sha256, file_name, state, header, rows, valid_rows, error_rows, warning_rows, blocked,
       findings, uploaded_by, confirmed_by, ended_at, enrolled)
     values (gen_random_uuid(), $6::uuid, $7::uuid, sha256($6::uuid::text::bytea), 'r.xlsx', 'confirmed', '{}', 1, 1, 0, 0, false, '[]', gen_random_uuid(), gen_random_uuid(),
       platform.now(), 1) returning id
   )
   insert into trainee.enrollment (id, class_id, person_id, institution_id, import_id, row_number, span, category)
   select $5::uuid, $6::uuid, $1::uuid, $7::uuid, import.id, 1, '[2026-03-02,2026-03-13]', '农村转移就业劳动者' from import`,
);
const completed = statement(
  'test.class-completed',
  `insert into casework.completion_roster (class_id, enrollment_id, person_id) select class_id, id, person_id from trainee.enrollment where class_id = $1`,
);

/** A class of Huguan from Monday, 2 March 2026, for five people at most, that has come through these stages; its opening is filed once it has any. */
export async function plantClass(tx: Tx, stages: Stages = {}): Promise<string> {
  const { aimin } = demoInstitutions;
  const classId = randomUUID();
  await tx.rows(plainRows);
  await tx.rows(institution, [aimin.id, aimin.name, aimin.region]);
  await tx.rows(trainingClass, [classId, aimin.id, demoOffices.huguanHr.id, demoOffices.zhendong.id]);
  const through = Object.entries(stages);
  if (through.length > 0) await tx.rows(filing, [classId]);
  for (const [index, [name, outcome]] of through.entries()) await tx.rows(stage, [classId, name, index + 1, outcome]);
  return classId;
}

/** Enrolls somebody; `sequence` makes the person. */
export async function plantEnrollment(tx: Tx, classId: string, sequence: number): Promise<PlantedPerson> {
  const [personId, enrollmentId] = [randomUUID(), randomUUID()];
  const idNumber = syntheticId(sequence);
  await tx.rows(plainRows);
  await tx.rows(person, [
    personId,
    blindIndex('id-number', idNumber),
    sealIdentity(personId, { idNumber, name: '侯·买买提' }),
    maskIdentityNumber(idNumber),
    ...[enrollmentId, classId, demoInstitutions.aimin.id],
  ]);
  return { enrollmentId, personId };
}

/** Everybody enrolled is on the completion roster, as an approved completion leaves it. */
export async function plantCompletion(tx: Tx, classId: string): Promise<void> {
  await tx.rows(plainRows);
  await tx.rows(completed, [classId]);
}

const trained = [
  statement(
    'test.class-attended',
    `insert into trainee.attendance_event (institution_id, device_event_id, class_id, enrollment_id, device_id, kind, occurred_at)
     select e.institution_id, e.id::text || d.day, e.class_id, e.id, 'D1', 'clock-in', (d.day || ' 08:30+08')::timestamptz
     from trainee.enrollment e join institution.class_lesson d on d.class_id = e.class_id where e.class_id = $1`,
  ),
  statement(
    'test.class-passed',
    `insert into trainee.assessment_result (enrollment_id, class_id, outcome, assessed_on, recorded_by) select id, class_id, 'passed', '2026-03-02', gen_random_uuid() from trainee.enrollment where class_id = $1`,
  ),
  statement(
    'test.class-employed',
    `insert into trainee.employment_proof (enrollment_id, class_id, kind, employer, employed_on, file_sha256, recorded_by)
     select id, class_id, 'wage', '壶关县某养老院', '2026-03-02', sha256(id::text::bytea), gen_random_uuid() from trainee.enrollment where class_id = $1`,
  ),
];

/** Everybody enrolled attended each lesson, passed the exam and is employed. */
export async function plantTrained(tx: Tx, classId: string): Promise<void> {
  await tx.rows(plainRows);
  for (const one of trained) await tx.rows(one, [classId]);
}
