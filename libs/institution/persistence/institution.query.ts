import { statement } from '#libs/platform';

export interface InstitutionRow {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly kind: 'training' | 'evaluation-body';
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly payeeAccountName: string | null;
  readonly payeeBankName: string | null;
  readonly maskedPayeeAccount: string | null;
  readonly occupations: readonly string[];
  readonly version: number;
}

const COLUMNS = `id, name, region, kind, contact_name as "contactName", contact_phone as "contactPhone", payee_account_name as "payeeAccountName",
  payee_bank_name as "payeeBankName", masked_payee_account as "maskedPayeeAccount", occupations, version`;

export const institutionById = statement('institution.by-id', `select ${COLUMNS} from institution.institution where id = $1`);

export const listInstitutions = statement(
  'institution.list',
  `select ${COLUMNS} from institution.institution
   where starts_with(region, $1) and id <> all($2::uuid[]) and ($3::text is null or kind = $3) and ($4::uuid is null or id > $4) order by id limit $5`,
);

/** Bodies a class may be assessed by: public names, whatever the region. */
export const listEvaluationBodies = statement(
  'institution.list-evaluation-bodies',
  `select id, name, region from institution.institution where kind = 'evaluation-body' and ($1::uuid is null or id > $1) order by id limit $2`,
);

export const updateInstitution = statement(
  'institution.update',
  `update institution.institution set contact_name = $3, contact_phone = $4, payee_account_name = $5, payee_bank_name = $6,
     payee_account_cipher = coalesce($7, payee_account_cipher), masked_payee_account = coalesce($8, masked_payee_account), version = version + 1
   where id = $1 and version = $2 returning ${COLUMNS}`,
);

export interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly capacity: number;
}

export const listSites = statement(
  'institution.list-sites',
  `select id, name, address, capacity from institution.site where institution_id = $1 order by id limit 500`,
);
export const insertSite = statement(
  'institution.insert-site',
  `insert into institution.site (institution_id, name, address, capacity) values ($1, $2, $3, $4) returning id, name, address, capacity`,
);

export interface TeacherRow {
  readonly id: string;
  readonly nameCipher: Buffer;
  readonly maskedIdNumber: string;
  readonly qualification: string;
}

export const listTeachers = statement(
  'institution.list-teachers',
  `select id, name_cipher as "nameCipher", masked_id_number as "maskedIdNumber", qualification from institution.teacher
   where institution_id = $1 order by id limit 500`,
);
export const insertTeacher = statement(
  'institution.insert-teacher',
  `insert into institution.teacher (id, institution_id, name_cipher, id_number_cipher, id_index, masked_id_number, qualification)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint teacher_once do nothing returning id`,
);
