import { randomUUID } from 'node:crypto';
import { demoAccount, demoInstitutions, demoOffices } from '#libs/identity';
import { sealIdentity, statement, type Tx } from '#libs/platform';

export interface PlantedClass {
  readonly classId: string;
  readonly startsOn: string;
}

export interface PlantedClaim {
  readonly claimId: string;
  readonly classId: string;
  readonly persons: readonly string[];
  readonly sha256: string;
}

/** The other domains' rows as they leave them behind: their own guards are those domains' to test, so they are silent here. */
const plainRows = statement('test.plain-rows', 'set local session_replication_role = replica');

const institution = statement(
  'test.plant-institution',
  `insert into institution.institution (id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked)
   values ($1, $2, $3, 'training', $2, '演示银行', '\\x01', '****8888') on conflict do nothing`,
);

const trainingClass = statement(
  'test.plant-class',
  `insert into institution.training_class (id, number, institution_id, region, assigning_office_id, name, class_type, occupation_code, occupation_name,
     site_id, starts_on, ends_on, capacity, evaluation_body_id, snapshot_hash)
   values ($1::uuid, 'KB' || $1::uuid::text, $2, '140427', $3, '养老护理员一班', 'project', '4-10-01-05', '养老护理员', gen_random_uuid(), $4::date, $4::date + 11, 40, $5,
     case when $6 then (select hash from rulebook.published_in_force where region = '140427' order by effective_from desc limit 1) end)`,
);

const claim = statement(
  'test.plant-claim',
  `insert into finance.claim (id, number, class_id, subsidy, institution_id, region, snapshot_hash, status, prepared_by, submitted_version, version,
     package_sha256, amount_fen)
   select $1::uuid, 'BT' || $1::uuid::text, id, 'order-project-training', institution_id, region, snapshot_hash, 'submitted', $3, 1, 1, sha256(convert_to($1::uuid::text, 'UTF8')), $4
   from institution.training_class where id = $2 returning encode(package_sha256, 'hex') as sha256`,
);

const person = statement(
  'test.plant-person',
  `insert into trainee.person (id, id_index, identity_cipher, masked_id_number, category)
   values ($1::uuid, sha256(convert_to($1::uuid::text, 'UTF8')), $2, '1404**********0011', '农村转移就业劳动者')`,
);

const line = statement(
  'test.plant-line',
  `insert into finance.claim_line (claim_id, person_id, enrollment_id, amount_fen, explanation) values ($1, $2, gen_random_uuid(), 150000, '{}')`,
);

const budget = statement(
  'test.plant-budget',
  `insert into finance.budget_line (fund, region, year, total_fen) values ('提升行动资金', '140427', 2026, 100000000) on conflict do nothing`,
);

/** A project class of Huguan; `isApproved` fixes its policy, as an approved opening does. */
export async function plantClass(tx: Tx, startsOn: string, isApproved = false): Promise<PlantedClass> {
  const { aimin } = demoInstitutions;
  const classId = randomUUID();
  await tx.rows(plainRows);
  await tx.rows(institution, [aimin.id, aimin.name, aimin.region]);
  await tx.rows(trainingClass, [classId, aimin.id, demoOffices.huguanHr.id, startsOn, demoOffices.zhendong.id, isApproved]);
  return { classId, startsOn };
}

/** A submitted and sealed claim of two trainees at 1500.00 yuan each, with money in the budget for it. */
export async function plantClaim(tx: Tx): Promise<PlantedClaim> {
  const { classId } = await plantClass(tx, '2026-01-05', true);
  const [claimId, persons] = [randomUUID(), [randomUUID(), randomUUID()]];
  const planted = await tx.one<{ sha256: string }>(claim, [claimId, classId, demoAccount('hg.aimin').personId, 300_000]);
  if (!planted) throw new Error('the claim was not planted');
  for (const id of persons) {
    await tx.rows(person, [id, sealIdentity(id, { idNumber: '', name: '牛桂花' })]);
    await tx.rows(line, [claimId, id]);
  }
  await tx.rows(budget);
  return { claimId, classId, persons, sha256: planted.sha256 };
}
