import { statement } from '#libs/platform';

export interface NoticeLine {
  readonly lineNumber: number;
  readonly name: string;
  readonly idNumber: string;
  readonly standard: string;
  readonly amountFen: bigint;
}

export interface PublishedNotice {
  readonly id: string;
  readonly claimId: string;
  readonly number: string;
  readonly title: string;
  readonly region: string;
  readonly institutionName: string;
  readonly className: string;
  readonly subsidy: string;
  readonly officeName: string | null;
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly publishedOn: string;
  readonly closesOn: string;
  readonly isOpen: boolean;
  readonly rosterSha256: string;
}

const columns = `n.id, n.claim_id as "claimId", n.number, n.title, n.region, n.institution_name as "institutionName", n.class_name as "className", n.subsidy,
  o.name as "officeName", n.line_count as "lineCount", n.total_fen as "totalFen", n.published_on as "publishedOn", n.closes_on as "closesOn",
  n.closes_at > platform.now() as "isOpen", encode(n.roster_sha256, 'hex') as "rosterSha256"`;
const from = `casework.public_notice n left join identity.published_office o on o.id = n.office_id`;

/** $1 limit, $2 id of the last one shown, $3 region scope, $4 whether only open ones. The newest first. */
export const noticePage = statement(
  'casework.notice-page',
  `select ${columns} from ${from} where ($2::uuid is null or (n.published_at, n.id) < (select published_at, id from casework.public_notice where id = $2))
     and n.region like $3 || '%' and (not $4::boolean or n.closes_at > platform.now()) order by n.published_at desc, n.id desc limit $1`,
);

export const noticeById = statement('casework.notice-by-id', `select ${columns} from ${from} where n.id = $1`);

/** While the notice is open; afterwards nobody is named any more. */
export const noticeLines = statement(
  'casework.notice-lines',
  `select line_number as "lineNumber", name_shown as name, id_number_shown as "idNumber", standard, amount_fen as "amountFen" from casework.published_notice_row
   where notice_id = $1 order by line_number`,
);

export const personsOfLines = statement(
  'casework.persons-of-lines',
  `select line_number as "lineNumber", person_id as "personId" from casework.public_notice_line where notice_id = $1 and line_number = any ($2::int[])`,
);

export const lastOutcome = statement(
  'casework.last-outcome',
  `select stage, outcome from casework.stage where case_id = $1 order by ordinal desc limit 1`,
);
