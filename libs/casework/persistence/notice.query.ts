import { statement } from '#libs/platform';

export interface NoticeRow {
  readonly id: string;
  readonly claimId: string;
  readonly version: number;
  readonly closesAt: Date;
  readonly closesOn: string;
}

export const noticeOfVersion = statement(
  'casework.notice-of-version',
  `select id, claim_id as "claimId", version, closes_at as "closesAt", closes_on as "closesOn" from casework.public_notice where claim_id = $1 and version = $2`,
);

/** Who is published: every person and unit the signed package pays (AMB-54). */
export const linesToPublish = statement(
  'casework.lines-to-publish',
  `select l.person_id as "personId", p.identity_cipher as "identityCipher", p.masked_id_number as "maskedIdNumber", u.name as "unitName", l.amount_fen as "amountFen"
   from finance.published_claim_line l left join trainee.published_person p on p.id = l.person_id
   left join finance.published_claim_unit u on u.claim_id = l.claim_id and u.person_id = l.person_id
   where l.claim_id = $1 and l.amount_fen > 0 and l.state <> 'excluded'
     and not exists (select 1 from casework.line_exclusion x where x.claim_id = l.claim_id and x.person_id = l.person_id)
   order by l.line_id`,
);

export interface LineToPublish {
  readonly personId: string;
  readonly identityCipher: Buffer | null;
  readonly maskedIdNumber: string | null;
  /** Of a unit, which has neither. */
  readonly unitName: string | null;
  readonly amountFen: bigint;
}

/** Publishes now; the day counts from tomorrow (AMB-03). The guard refuses fewer working days than the policy names. */
export const publishNotice = statement(
  'casework.publish-notice',
  `insert into casework.public_notice (id, claim_id, version, number, title, region, office_id, institution_name, class_name, subsidy, line_count,
     total_fen, min_working_days, closes_at, closes_on, roster_sha256)
   select $1, c.id, $2::int, 'GS-' || c.number || '-' || $2::int, $3, c.region, c.office_id, i.name, $4, $5, $6, $7, $8,
     casework.earliest_close(platform.today(), $8), platform.today(), $9
   from casework.case_file c join institution.published_institution i on i.id = c.institution_id where c.id = $10
   returning id, claim_id as "claimId", version, closes_at as "closesAt", closes_on as "closesOn"`,
);

/** One statement for the whole roster. */
export const publishLines = statement(
  'casework.publish-lines',
  `insert into casework.public_notice_line (notice_id, line_number, person_id, name_shown, id_number_shown, standard, amount_fen)
   select $1, l."lineNumber", l."personId", l.name, l."idNumber", $3, l."amountFen"
   from jsonb_to_recordset($2::jsonb) as l("lineNumber" int, "personId" uuid, name text, "idNumber" text, "amountFen" bigint)`,
);

export const stageDays = statement('casework.stage-days', `update casework.stage set due_on = $2, look_again_at = $3 where id = $1`);
