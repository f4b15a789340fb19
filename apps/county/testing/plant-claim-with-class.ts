import { createHash, randomUUID } from 'node:crypto';
import { demoInstitutions } from '#libs/identity';
import { encryptField, FileStore, statement, type Tx } from '#libs/platform';
import { plantClaim, type PlantedClaim } from '../../../libs/casework/testing/plant-cases.ts';
import { rosterRow, rosterWorkbook } from '../../../libs/trainee/testing/roster-workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const plain = statement('test.papers.plain', 'set local session_replication_role = replica');

/** What the class of a planted claim has besides: site, lessons, courses. */
const classContent = [
  `insert into institution.site (id, institution_id, name, address) select c.site_id, c.institution_id, '第一实训基地', '壶关县示范路1号' from institution.training_class c where c.id = $1`,
  `insert into institution.class_lesson (class_id, day, ordinal, course, hours, teacher_id)
   select c.id, d::date, n, (array['职业道德', '生活照料'])[n], 4, $2::uuid from institution.training_class c, generate_series(c.starts_on, c.starts_on + 9, interval '1 day') d, generate_series(1, 2) n where c.id = $1`,
  `insert into institution.class_course (class_id, ordinal, course, hours) values ($1, 1, '职业道德', 40), ($1, 2, '生活照料', 40)`,
];

/** A statement of a test among rows of several domains, their guards silent: these are the domains' own to test. */
export async function plainSql<Row extends object>(tx: Tx, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  await tx.rows(plain);
  return tx.rows<Row>(statement(`test.papers.${createHash('sha256').update(text).digest('hex').slice(0, 30)}`, text), values);
}

async function plantTeacher(tx: Tx, teacherId: string): Promise<void> {
  const cipher = (text: string, column: string) => encryptField(text, `institution.teacher.${column}|${teacherId}`);
  await plainSql(
    tx,
    `insert into institution.teacher (id, institution_id, id_index, name_cipher, name_shown, id_number_cipher, masked_id_number, qualification)
     values ($1::uuid, $2, sha256($1::uuid::text::bytea), $3, '高**', $4, '1000**********0011', '高级技师，职业培训教师证')`,
    [teacherId, demoInstitutions.aimin.id, cipher('高文华', 'name_cipher'), cipher('x', 'id_number_cipher')],
  );
}

async function plantRoster(tx: Tx, { classId, persons }: PlantedClaim): Promise<void> {
  const roster = await rosterWorkbook(persons.map((_, index) => rosterRow(index + 1, { education: '高中', residence: '龙泉镇' })));
  const fileSha256 = await new FileStore().put(tx, roster, XLSX);
  const importId = randomUUID();
  await plainSql(
    tx,
    `insert into trainee.roster_import (id, class_id, institution_id, file_sha256, file_name, state, header, rows, valid_rows, error_rows, warning_rows, blocked,
       findings, uploaded_by, confirmed_by, ended_at, enrolled)
     values ($1, $2, $3, decode($4, 'hex'), 'r.xlsx', 'confirmed', '{}', 2, 2, 0, 0, false, '[]', gen_random_uuid(), gen_random_uuid(), platform.now(), 2)`,
    [importId, classId, demoInstitutions.aimin.id, fileSha256],
  );
  for (const [index, personId] of persons.entries()) {
    const id = randomUUID();
    await plainSql(
      tx,
      `insert into trainee.enrollment (id, class_id, person_id, institution_id, import_id, row_number, span, category)
       values ($1, $2, $3, $4, $5, $6, '[2026-01-05,2026-01-16]', '农村转移就业劳动者')`,
      [id, classId, personId, demoInstitutions.aimin.id, importId, index + 3],
    );
    await plainSql(tx, 'insert into casework.completion_roster (class_id, enrollment_id, person_id) values ($1, $2, $3)', [
      classId,
      id,
      personId,
    ]);
  }
}

/** A claim, with everything of its class that papers are printed from: a teacher, lessons, courses, a roster, a signed package. */
export async function plantClaimWithClass(tx: Tx): Promise<PlantedClaim> {
  const claim = await plantClaim(tx);
  const { classId, claimId, persons, sha256 } = claim;
  const teacherId = randomUUID();
  await plantTeacher(tx, teacherId);
  for (const text of classContent) await plainSql(tx, text, text.includes('$2') ? [classId, teacherId] : [classId]);
  await plantRoster(tx, claim);
  const lines = persons.map((personId) => ({ lineId: randomUUID(), personId, amountFen: '150000' }));
  await plainSql(
    tx,
    `insert into finance.package_version (claim_id, version, sha256, document, amount_fen) values ($1, 1, decode($2, 'hex'), $3, 300000)`,
    [claimId, sha256, JSON.stringify({ lines })],
  );
  await plainSql(tx, 'insert into finance.claim_class (claim_id, class_id) values ($1, $2)', [claimId, classId]);
  return claim;
}
