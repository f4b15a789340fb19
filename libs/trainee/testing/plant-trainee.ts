import { randomUUID } from 'node:crypto';
import { demoInstitutions, demoOffices } from '#libs/identity';
import { blindIndex, statement, type Tx } from '#libs/platform';
import { plantEnrollment } from './plant-class.ts';
import { syntheticId } from './synthetic-id.ts';

export interface PlantedTrainee {
  readonly classId: string;
  readonly enrollmentId: string;
  readonly personId: string;
  /** The voucher's code, as printed. */
  readonly code: string;
  readonly idLastSix: string;
}

/** The other domains' rows as they leave them behind: their own guards are those domains' to test, so they are silent here. */
const plainRows = statement('test.trainee-plain-rows', 'set local session_replication_role = replica');

const institution = statement(
  'test.trainee-institution',
  `insert into institution.institution (id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked)
   values ($1, $2, $3, 'training', $2, '演示银行', '\\x01', '****8888') on conflict do nothing`,
);
const trainingClass = statement(
  'test.trainee-class',
  `with opened as (
     insert into institution.training_class (id, number, institution_id, region, assigning_office_id, name, class_type, occupation_code, occupation_name,
       site_id, starts_on, ends_on, capacity)
     values ($1::uuid, 'KB' || $1::uuid::text, $2, '140427', $3, '养老护理员一班', 'project', '4-10-01-05', '养老护理员', gen_random_uuid(), '2026-03-02', '2026-03-13', 40)
   ), day as (
     insert into institution.class_lesson (class_id, day, ordinal, course, hours, teacher_id)
     select $1::uuid, d::date, 1, '护理', 4, gen_random_uuid() from generate_series(date '2026-03-02', date '2026-03-06', interval '1 day') d
   ), filed as (
     insert into casework.case_file (id, kind, class_id, number, title, region, institution_id, current_stage)
     values ($1::uuid, 'class', $1::uuid, $1::uuid::text, '养老护理员一班', '140427', $2, 'delivery')
   )
   insert into casework.stage (case_id, stage, round, ordinal) values ($1::uuid, 'delivery', 1, 1)`,
);
const voucher = statement(
  'test.trainee-voucher',
  `insert into trainee.voucher (id, enrollment_id, class_id, person_id, occupation_code, code_index, state)
   values (gen_random_uuid(), $1, $2, $3, '4-10-01-05', $4, 'verified')`,
);

/** Somebody in a class of Huguan under way since Monday, 2 March 2026, with a verified voucher. */
export async function plantTrainee(tx: Tx, sequence = 1): Promise<PlantedTrainee> {
  const { aimin } = demoInstitutions;
  const classId = randomUUID();
  const code = `TRAINEE${String(sequence).padStart(5, '2')}`;
  await tx.rows(plainRows);
  await tx.rows(institution, [aimin.id, aimin.name, aimin.region]);
  await tx.rows(trainingClass, [classId, aimin.id, demoOffices.huguanHr.id]);
  const { enrollmentId, personId } = await plantEnrollment(tx, classId, sequence);
  await tx.rows(voucher, [enrollmentId, classId, personId, blindIndex('voucher', code)]);
  return { classId, enrollmentId, personId, code, idLastSix: syntheticId(sequence).slice(-6) };
}
