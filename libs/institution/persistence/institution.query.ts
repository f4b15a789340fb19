import { statement } from '#libs/platform';

export type InstitutionKind = 'training' | 'evaluation' | 'enterprise';

export interface InstitutionRow {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly kind: InstitutionKind;
  readonly payeeName: string | null;
  readonly payeeBank: string | null;
  readonly payeeAccount: string | null;
}

const columns = `i.id, i.name, i.region, i.kind, i.payee_name as "payeeName", i.payee_bank as "payeeBank", i.payee_account_masked as "payeeAccount"`;

/** $1 institution, $2 region scope, $3 hidden, $4 kind, $5 id of the last one shown, $6 limit. Evaluation bodies are for everybody to choose from. */
export const institutionList = statement(
  'institution.list',
  `select ${columns} from institution.published_institution i
   where ($4::text is null or i.kind = $4) and (i.kind = 'evaluation' or (($1::uuid is null or i.id = $1) and ($2::text is null or i.region like $2 || '%') and i.id <> all ($3::uuid[])))
     and ($5::uuid is null or i.name > (select l.name from institution.institution l where l.id = $5))
   order by i.name limit $6`,
);

/** An institution with what the bureau has on record of it; null where nothing but its name is. */
export interface InstitutionDetail extends InstitutionRow {
  readonly creditCode: string | null;
  readonly licenseKind: 'permit' | 'filing' | null;
  readonly licenseNumber: string | null;
  readonly licenseOffice: string | null;
  readonly licenseUntil: string | null;
  readonly version: number;
}

export const institutionById = statement(
  'institution.by-id',
  `select ${columns}, k.credit_code as "creditCode", r.license_kind as "licenseKind", r.license_number as "licenseNumber", r.license_office as "licenseOffice",
     r.license_until as "licenseUntil", k.version
   from institution.published_institution i join institution.institution k on k.id = i.id
   left join institution.registration r on r.institution_id = i.id and r.version = k.version where i.id = $1`,
);

/** Records what the bureau knows of an institution as version $2 of it. */
export const insertRegistration = statement(
  'institution.insert-registration',
  `insert into institution.registration (institution_id, version, name, region, kind, credit_code, license_kind, license_number, license_office, license_until, reason, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning version`,
);

export interface SiteRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

export const sitesOf = statement(
  'institution.sites-of',
  `select id, name, address from institution.site where institution_id = $1 and ($2::uuid is null or name > (select l.name from institution.site l where l.id = $2)) order by name limit $3`,
);
export const insertSite = statement(
  'institution.insert-site',
  `insert into institution.site (institution_id, name, address) values ($1, $2, $3) on conflict do nothing returning id`,
);

export interface TeacherRow {
  readonly id: string;
  readonly name: string;
  readonly maskedIdNumber: string;
  readonly qualification: string;
}

export const teachersOf = statement(
  'institution.teachers-of',
  `select id, name_shown as name, masked_id_number as "maskedIdNumber", qualification from institution.teacher
   where institution_id = $1 and ($2::uuid is null or (registered_at, id) > (select l.registered_at, l.id from institution.teacher l where l.id = $2))
   order by registered_at, id limit $3`,
);
export const insertTeacher = statement(
  'institution.insert-teacher',
  `insert into institution.teacher (id, institution_id, id_index, name_cipher, name_shown, id_number_cipher, masked_id_number, qualification)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (institution_id, id_index) do nothing returning id`,
);

export interface AssigningOfficeRow {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

/** 赋予任务的人社部门: human resources of the institution's place and above, the nearest first (XZ24 二(二)(2)). */
export const assigningOffices = statement(
  'institution.assigning-offices',
  `select o.id, o.name, o.region from identity.published_office o join institution.institution i on i.id = $1
   where o.kind = 'hr' and not o.is_closed and i.region like regexp_replace(o.region, '(00)+$', '') || '%' order by o.region desc`,
);
