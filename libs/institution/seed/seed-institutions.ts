import { demoEvaluationBodies, demoInstitutions } from '#libs/identity';
import { blindIndex, encryptField, statement, type Tx } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { maskAccount, maskIdNumber } from '../domain/mask.ts';

const insertInstitution = statement(
  'institution.seed-institution',
  `insert into institution.institution (id, name, region, kind, payee_account_name, payee_bank_name, payee_account_cipher, masked_payee_account, occupations)
   values ($1, $2, $3, $4, $2, $5, $6, $7, $8) on conflict do nothing`,
);
const insertSite = statement(
  'institution.seed-site',
  `insert into institution.site (id, institution_id, name, address, capacity) values ($1, $2, $3, $4, 100) on conflict do nothing`,
);
const insertTeacher = statement(
  'institution.seed-teacher',
  `insert into institution.teacher (id, institution_id, name_cipher, id_number_cipher, id_index, masked_id_number, qualification)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);

const OCCUPATIONS = ['养老护理员', '育婴员', '保育师', '中式烹调师', '家政服务员'];
const TEACHERS = ['高文华', '李秀兰'];
const FIRST_ACCOUNT = 622848100000000000n;
/** No real place has this division code, so no real person has such a number. */
const NOWHERE = '100000';

/** A fixed id, derived from the institution's, so that seeding twice changes nothing. */
function partId(institutionId: string, kind: '0201' | '0202', number: number): string {
  return `01900000-${kind}-7000-8000-${institutionId.slice(-8)}${String(number).padStart(4, '0')}`;
}

async function seedTeachers(tx: Tx, institutionId: string, sequence: number): Promise<void> {
  for (const [index, name] of TEACHERS.entries()) {
    const id = partId(institutionId, '0202', index + 1);
    const number = syntheticIdentityNumber({
      region: NOWHERE,
      birthDate: `198${index}-05-0${index + 1}`,
      sequence: 900 + sequence * TEACHERS.length + index,
    });
    await tx.rows(insertTeacher, [
      id,
      institutionId,
      encryptField(name, `institution.teacher.name_cipher|${id}`),
      encryptField(number, `institution.teacher.id_number_cipher|${id}`),
      blindIndex('person', number),
      maskIdNumber(number),
      '中级职称，持有相关职业技能等级证书',
    ]);
  }
}

/**
 * The demonstration institutions and evaluation bodies with payee accounts, and for each institution one site and two teachers; a second call
 * changes nothing. Sandbox only; runs as the owner, after identity's seed.
 */
export async function seedInstitutions(tx: Tx): Promise<void> {
  const training = Object.values(demoInstitutions).map((office) => ({ office, kind: 'training' }));
  const evaluating = Object.values(demoEvaluationBodies).map((office) => ({ office, kind: 'evaluation-body' }));
  for (const [index, { office, kind }] of [...training, ...evaluating].entries()) {
    const account = String(FIRST_ACCOUNT + BigInt(index));
    const cipher = encryptField(account, `institution.institution.payee_account_cipher|${office.id}`);
    await tx.rows(insertInstitution, [
      office.id,
      office.name,
      office.region,
      kind,
      '中国农业银行股份有限公司示范支行',
      cipher,
      maskAccount(account),
      OCCUPATIONS,
    ]);
    if (kind !== 'training') continue;
    await tx.rows(insertSite, [partId(office.id, '0201', 1), office.id, '第一实训基地', '示范路1号']);
    await seedTeachers(tx, office.id, index);
  }
}
