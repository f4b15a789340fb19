import { statement, TODAY } from '#libs/platform';

export interface NoticePage {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly region: string;
  readonly officeName: string | null;
  readonly phone: string | null;
  readonly institutionName: string;
  readonly className: string;
  readonly subsidy: string;
  readonly snapshotHash: string | null;
  readonly classType: string | null;
  readonly lineCount: number;
  readonly totalFen: bigint;
  readonly workingDays: number;
  readonly publishedOn: string;
  readonly closesOn: string;
  /** Whole seconds until the rows are taken down; 0 when they are. */
  readonly secondsLeft: number;
  /** Working days that remain after today; 0 on the last day. */
  readonly daysLeft: number;
  readonly isOpen: boolean;
  readonly rosterSha256: string;
  /** The notice that corrects this one. */
  readonly replacedBy: string | null;
}

const columns = `n.id, n.number, n.version, n.title, n.region, c.name as "officeName", c.phone, n.institution_name as "institutionName", n.class_name as "className",
  n.subsidy, n.snapshot_hash as "snapshotHash", n.class_type as "classType", n.line_count as "lineCount", n.total_fen as "totalFen",
  n.min_working_days as "workingDays", n.published_on as "publishedOn", n.closes_on as "closesOn", n.is_open as "isOpen", n.roster_sha256 as "rosterSha256",
  n.replaced_by as "replacedBy", greatest(0, floor(extract(epoch from n.closes_at - platform.now())))::int as "secondsLeft",
  (select count(*)::int from rulebook.published_calendar_day d where d.is_working and d.day > ${TODAY} and d.day <= n.closes_on) as "daysLeft"`;
const from = `casework.published_notice_page n left join identity.published_contact c on c.office_id = n.office_id`;

/** $1 limit, $2 id of the last one shown, $3 region scope, $4 whether only open (true), only ended (false) or all (null), $5 words to find. The newest first. */
export const noticePages = statement(
  'public.notice-pages',
  `select ${columns} from ${from}
   where ($2::uuid is null or (n.published_at, n.id) < (select x.published_at, x.id from casework.published_notice_page x where x.id = $2))
     and n.region like $3 || '%' and ($4::boolean is null or n.is_open = $4)
     and ($5 = '' or position(lower($5) in lower(n.institution_name || ' ' || n.class_name || ' ' || n.title || ' ' || n.number)) > 0)
   order by n.published_at desc, n.id desc limit $1`,
);

export const noticePageById = statement('public.notice-page', `select ${columns} from ${from} where n.id = $1`);

export interface NoticeRow {
  readonly lineNumber: number;
  readonly name: string;
  readonly idNumber: string;
  readonly standard: string;
  readonly amountFen: bigint;
}

export const noticeRows = statement(
  'public.notice-rows',
  `select line_number as "lineNumber", name_shown as name, id_number_shown as "idNumber", standard, amount_fen as "amountFen"
   from casework.published_notice_row where notice_id = $1 order by line_number`,
);

export interface NoticeDisplay {
  readonly day: string;
  readonly firstShownAt: Date;
  readonly textSha256: string;
}

export const noticeDisplays = statement(
  'public.notice-displays',
  `select day, first_shown_at as "firstShownAt", text_sha256 as "textSha256" from casework.published_notice_display where notice_id = $1 order by day`,
);

export const recordDisplay = statement('public.record-display', `select casework.published_record_display($1, $2)`);

export interface DirectoryRow {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly kind: 'training' | 'evaluation';
}

export const directoryRows = statement(
  'public.directory',
  `select id, name, region, kind from institution.published_directory where region like $1 || '%' order by kind desc, region, name limit 2000`,
);

export interface PaperRow {
  readonly code: string;
  readonly kind: string;
  readonly sha256: string;
  readonly issuedOn: string;
}

export const paperByCode = statement(
  'public.paper-by-code',
  `select code, kind, sha256, issued_on as "issuedOn" from platform.published_paper where code = $1`,
);

export interface PlaceRow {
  readonly region: string;
  readonly name: string;
}

export const places = statement('public.places', `select region, name from identity.published_place order by region`);
