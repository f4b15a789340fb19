import { statement } from '#libs/platform';

export interface FoundCase {
  readonly id: string;
  readonly kind: 'class' | 'claim';
  readonly number: string;
  readonly title: string;
  readonly institutionName: string | null;
  readonly stage: string;
  readonly status: string;
}

const columns = `c.id, c.kind, c.number, c.title, i.name as "institutionName", c.current_stage as stage, c.status`;
/** $1 region scope or null, $2 own institution or null, $3 hidden institutions. */
const sight = `($1::text is null or starts_with(c.region, $1)) and ($2::uuid is null or c.institution_id = $2) and c.institution_id <> all ($3::uuid[])`;

/** By the beginning of a number, or its last digits as people say them on the phone. */
export const casesByNumber = statement(
  'casework.cases-by-number',
  `select ${columns} from casework.case_file c left join institution.published_institution i on i.id = c.institution_id
   where (c.number like $4 || '%' or reverse(c.number) like reverse($4) || '%') and ${sight} order by c.opened_at desc limit 10`,
);

export const casesOfInstitutions = statement(
  'casework.cases-of-institutions',
  `select ${columns} from casework.case_file c left join institution.published_institution i on i.id = c.institution_id
   where c.institution_id = any ($4::uuid[]) and ${sight} order by c.status desc, c.opened_at desc limit 10`,
);

export const casesByTitle = statement(
  'casework.cases-by-title',
  `select ${columns} from casework.case_file c left join institution.published_institution i on i.id = c.institution_id
   where c.title like $4 || '%' and ${sight} order by c.opened_at desc limit 10`,
);

export const institutionNames = statement(
  'casework.institution-names',
  `select id, name from institution.published_institution c where ($1::text is null or starts_with(region, $1)) and ($2::uuid is null or id = $2)
     and id <> all ($3::uuid[]) order by name limit 5000`,
);

/** People whose number ends so, with the cases they are in; the name is compared after decryption. */
export const peopleByEnding = statement(
  'casework.people-by-ending',
  `select p.id as "personId", p.identity_cipher as "identityCipher", p.masked_id_number as "maskedIdNumber", ${columns}
   from trainee.published_person p join trainee.published_enrollment e on e.person_id = p.id
   join casework.case_file c on c.id = e.class_id left join institution.published_institution i on i.id = c.institution_id
   where right(p.masked_id_number, 4) = $4 and ${sight} order by c.opened_at desc limit 200`,
);

export interface FoundPersonRow extends FoundCase {
  readonly personId: string;
  readonly identityCipher: Buffer;
  readonly maskedIdNumber: string;
}
