import { statement } from '#libs/platform';

/** What casework must know of a class; read from the published views of institution. */
export interface ClassFacts {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly institutionId: string;
  readonly region: string;
  readonly assigningOfficeId: string | null;
  readonly officeRegion: string | null;
  readonly classType: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly evaluationBodyId: string | null;
  readonly isSpecialTask: boolean;
  readonly snapshotHash: string | null;
}

/** The last version of a filing that was ever submitted. */
export interface FilingFacts {
  readonly version: number;
  readonly status: string;
  readonly contributors: readonly string[];
}

export interface ClaimFacts {
  readonly id: string;
  readonly classId: string | null;
  readonly number: string;
  readonly subsidy: string;
  readonly institutionId: string;
  readonly region: string;
  readonly snapshotHash: string | null;
  readonly status: string;
  readonly submittedVersion: number | null;
  readonly version: number | null;
  readonly packageSha256: string | null;
  readonly preparedBy: string | null;
  readonly classType: string | null;
  readonly className: string | null;
  /** What the claim calls itself: its class, its order, or its subsidy. */
  readonly title: string;
  readonly isSpecialTask: boolean;
  readonly officeId: string | null;
  readonly officeRegion: string;
}

export const classFacts = statement(
  'casework.class-facts',
  `select c.id, c.number, c.name, c.institution_id as "institutionId", c.region, c.assigning_office_id as "assigningOfficeId",
     o.region as "officeRegion", c.class_type as "classType", c.starts_on as "startsOn", c.ends_on as "endsOn",
     c.evaluation_body_id as "evaluationBodyId", coalesce(c.is_special_task, false) as "isSpecialTask", c.snapshot_hash::text as "snapshotHash"
   from institution.published_class c left join identity.published_office o on o.id = c.assigning_office_id where c.id = $1`,
);

export const filingFacts = statement(
  'casework.filing-facts',
  `select version::int as version, status, coalesce(contributors, '{}') as contributors
   from institution.published_filing where class_id = $1 and kind = $2 and submitted_at is not null order by version desc limit 1`,
);

/** A claim belongs to the office that assigned its class, or else to the human-resources office of its region (AMB-46). */
export const claimFacts = statement(
  'casework.claim-facts',
  `select k.id, k.class_id as "classId", k.number, k.subsidy, k.institution_id as "institutionId", k.region, k.snapshot_hash::text as "snapshotHash",
     k.status, k.submitted_version::int as "submittedVersion", k.version::int as version, encode(k.package_sha256, 'hex') as "packageSha256",
     k.prepared_by as "preparedBy", c.class_type as "classType", case when k.basis = 'class' then c.name end as "className", coalesce(nullif(k.title, ''), c.name, k.subsidy) as title,
     coalesce(c.is_special_task, false) as "isSpecialTask", o.id as "officeId", coalesce(o.region, k.region) as "officeRegion"
   from finance.published_claim k
   left join institution.published_class c on c.id = k.class_id
   left join lateral (select id, region from identity.published_office f
     where case when c.assigning_office_id is not null then f.id = c.assigning_office_id else f.kind = 'hr' and f.region = k.region end
       and not f.is_closed order by f.id limit 1) o on true
   where k.id = $1`,
);

export const upsertCaseFile = statement(
  'casework.upsert-case-file',
  `insert into casework.case_file (id, kind, class_id, number, title, class_type, region, institution_id, office_id, snapshot_hash, current_stage)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (id) do update set number = excluded.number, title = excluded.title, office_id = excluded.office_id,
     snapshot_hash = coalesce(case_file.snapshot_hash, excluded.snapshot_hash)
   where (case_file.number, case_file.title, case_file.office_id) is distinct from (excluded.number, excluded.title, excluded.office_id)
     or case_file.snapshot_hash is null and excluded.snapshot_hash is not null`,
);

export const addContributors = statement(
  'casework.add-contributors',
  `insert into casework.contributor (case_id, person_id, how) select $1, person, $3 from unnest($2::uuid[]) person
   on conflict (case_id, person_id) do nothing`,
);

/** The offices of some kinds and regions, one each. */
export const findOffices = statement(
  'casework.find-offices',
  `select distinct on (w.kind, w.region) w.kind, w.region, o.id
   from jsonb_to_recordset($1::jsonb) as w(kind text, region text)
   left join identity.published_office o on o.kind = w.kind and o.region = w.region and not o.is_closed
   order by w.kind, w.region, o.id`,
);
