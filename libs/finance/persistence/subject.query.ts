import { statement } from '#libs/platform';

/** Whom a claim is about, with what the applicant declares of each. */
export interface SubjectRow {
  readonly id: string;
  readonly ordinal: number;
  readonly personId: string;
  readonly unitId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  readonly reference: string | null;
  readonly hasAccount: boolean;
  readonly accountMasked: string | null;
  readonly name: Buffer | null;
  readonly maskedIdNumber: string | null;
  readonly unitName: string | null;
}

export const subjectsOf = statement(
  'finance.subjects-of',
  `select s.id, s.ordinal, s.person_id as "personId", s.unit_id as "unitId", s.facts, s.from_month as "fromMonth", s.to_month as "toMonth", s.reference,
     s.account_cipher is not null as "hasAccount", s.account_masked as "accountMasked", p.identity_cipher as name, p.masked_id_number as "maskedIdNumber", u.name as "unitName"
   from finance.claim_subject s left join trainee.published_person p on p.id = s.person_id left join finance.unit u on u.id = s.unit_id
   where s.claim_id = $1 order by s.ordinal`,
);

export const dropSubjects = statement('finance.drop-subjects', `delete from finance.claim_subject where claim_id = $1`);
export const dropAllLines = statement('finance.drop-all-lines', `delete from finance.claim_line where claim_id = $1`);

export const insertSubjects = statement(
  'finance.insert-subjects',
  `insert into finance.claim_subject (id, claim_id, ordinal, person_id, unit_id, facts, from_month, to_month, reference, account_cipher, account_masked, payee_shown)
   select s.id, $1, s.ordinal, s."personId", s."unitId", s.facts, s."fromMonth", s."toMonth", s.reference, decode(s.account, 'hex'), s."accountMasked", s."payeeShown"
   from jsonb_to_recordset($2::jsonb) as s(id uuid, ordinal int, "personId" uuid, "unitId" uuid, facts jsonb, "fromMonth" date, "toMonth" date, reference text,
     account text, "accountMasked" text, "payeeShown" text)`,
);

/** Persons found by the fingerprint of their number, or registered; with the name on record. */
export const registerPeople = statement(
  'finance.register-people',
  `select ordinal, person_id as "personId", identity_cipher as name from trainee.published_register_people($1::jsonb)`,
);

/** Units found by their name, or registered: $1 region, $2 subsidy, $3 units. */
export const registerUnits = statement(
  'finance.register-units',
  `with given as (select * from jsonb_to_recordset($3::jsonb) as u(ordinal int, name text, key text)),
     added as (insert into finance.unit (region, subsidy, name, name_key) select $1, $2, min(name), key from given group by key on conflict do nothing returning id, name_key)
   select g.ordinal, coalesce(a.id, u.id) as id from given g left join added a on a.name_key = g.key
   left join finance.unit u on u.region = $1 and u.subsidy = $2 and u.name_key = g.key order by g.ordinal`,
);

/** Persons of the claim's classes, by what a class claim may name them with. */
export const enrolledIn = statement(
  'finance.enrolled-in',
  `select e.id as "enrollmentId", e.person_id as "personId" from trainee.published_enrollment e where e.class_id = any ($1::uuid[])`,
);

/** The account of a person or unit that is paid itself. */
export const accountOf = statement(
  'finance.account-of',
  `select id, account_cipher as cipher from finance.claim_subject where claim_id = $1 and person_id = $2`,
);
