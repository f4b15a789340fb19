import { randomUUID } from 'node:crypto';
import { demoInstitutions, demoOffices } from '#libs/identity';
import { blindIndex, sealIdentity, statement, type Tx } from '#libs/platform';
import { maskIdentityNumber } from '#libs/policy';
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
const trainee = statement(
  'test.trainee-person',
  `with person as (
     insert into trainee.person (id, id_index, identity_cipher, masked_id_number, category) values ($1::uuid, $2, $3, $4, '农村转移就业劳动者')
   ), import as (
     insert into trainee.roster_import (id, class_id, institution_id, file_sha256, file_name, state, header, rows, valid_rows, error_rows, warning_rows, blocked,
       findings, uploaded_by, confirmed_by, ended_at, enrolled)
     values (gen_random_uuid(), $6::uuid, $7::uuid, sha256($6::uuid::text::bytea), 'r.xlsx', 'confirmed', '{}', 1, 1, 0, 0, false, '[]', gen_random_uuid(), gen_random_uuid(),
       platform.now(), 1) returning id
   ), enrolled as (
     insert into trainee.enrollment (id, class_id, person_id, institution_id, import_id, row_number, span, category)
     select $5::uuid, $6::uuid, $1::uuid, $7::uuid, import.id, 1, '[2026-03-02,2026-03-13]', '农村转移就业劳动者' from import
   )
   insert into trainee.voucher (id, enrollment_id, class_id, person_id, occupation_code, code_index, state) values (gen_random_uuid(), $5::uuid, $6::uuid, $1::uuid, '4-10-01-05', $8, 'verified')`,
);

/** Somebody in a class of Huguan under way since Monday, 2 March 2026, with a verified voucher. */
export async function plantTrainee(tx: Tx, sequence = 1): Promise<PlantedTrainee> {
  const { aimin } = demoInstitutions;
  const [classId, personId, enrollmentId] = [randomUUID(), randomUUID(), randomUUID()];
  const [code, idNumber] = [`TRAINEE${String(sequence).padStart(5, '2')}`, syntheticId(sequence)];
  await tx.rows(plainRows);
  await tx.rows(institution, [aimin.id, aimin.name, aimin.region]);
  await tx.rows(trainingClass, [classId, aimin.id, demoOffices.huguanHr.id]);
  await tx.rows(trainee, [
    personId,
    blindIndex('id-number', idNumber),
    sealIdentity(personId, { idNumber, name: '侯·买买提' }),
    maskIdentityNumber(idNumber),
    enrollmentId,
    classId,
    aimin.id,
    blindIndex('voucher', code),
  ]);
  return { classId, enrollmentId, personId, code, idLastSix: idNumber.slice(-6) };
}
