import { statement } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';
import type { AnnouncedDay } from '../pack/read-calendars.ts';

/** A policy or calendar on its way into force, without its content. */
export interface ReleaseRow {
  readonly id: string;
  readonly kind: 'policy' | 'calendar';
  readonly region: string;
  readonly packId: string | null;
  readonly hash: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly year: number | null;
  readonly reason: string;
  readonly state: 'proposed' | 'released' | 'refused';
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly version: number;
}

const columns = `id, kind, region, pack_id as "packId", hash, effective_from as "effectiveFrom", effective_to as "effectiveTo", year, reason, state,
  proposed_by as "proposedBy", proposed_at as "proposedAt", decided_at as "decidedAt", version`;

/** $1 limit, $2 id of the last one shown, $3 region scope. The newest first. */
export const releasePage = statement(
  'rulebook.release-page',
  `select ${columns} from rulebook.release where ($2::uuid is null or id < $2) and region like $3 || '%' order by id desc limit $1`,
);
export const releaseById = statement('rulebook.release-by-id', `select ${columns} from rulebook.release where id = $1`);
export const releaseForUpdate = statement(
  'rulebook.release-for-update',
  `select ${columns} from rulebook.release where id = $1 for update`,
);

/** What a release would put in force. */
export const releaseContent = statement(
  'rulebook.release-content',
  `select document::jsonb as snapshot, days from rulebook.release where id = $1`,
);
export interface ReleaseContent {
  readonly snapshot: PolicySnapshot | null;
  readonly days: readonly AnnouncedDay[] | null;
}

export const proposePolicy = statement(
  'rulebook.propose-policy',
  `insert into rulebook.release (kind, region, pack_id, hash, document, source_text, effective_from, effective_to, reason, proposed_by)
   values ('policy', $1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${columns}`,
);
export const proposeCalendar = statement(
  'rulebook.propose-calendar',
  `insert into rulebook.release (kind, region, year, days, reason, proposed_by) values ('calendar', $1, $2, $3, $4, $5) returning ${columns}`,
);
/** $1 release, $2 released or refused, $3 the second person, $4 and $5 when and how they signed in. */
export const decideRelease = statement(
  'rulebook.decide-release',
  `update rulebook.release set state = $2, decided_by = $3, decision_authenticated_at = $4, decision_second_factor = $5 where id = $1 returning ${columns}`,
);

/** Claims that were submitted in a region since a day, with their frozen facts: what a new policy would have given them. */
export const claimsToCompare = statement(
  'rulebook.claims-to-compare',
  `select k.id, k.number, k.subsidy, k.settlement, k.submitted_fen as "amountFen", f.facts
   from finance.published_claim_facts f join finance.published_claim_amount k on k.id = f.claim_id
   where k.region like $1 || '%' order by k.number desc limit 200`,
);
export interface ComparedClaim {
  readonly id: string;
  readonly number: string;
  readonly subsidy: string;
  readonly settlement: 'advance' | 'final';
  readonly amountFen: bigint;
  readonly facts: readonly Readonly<Record<string, unknown>>[];
}

/** Classes whose opening is not approved yet: they will be judged by what is in force then (AMB-36). */
export const undecidedClasses = statement(
  'rulebook.undecided-classes',
  `select id, number, name, class_type as "classType", starts_on as "startsOn" from institution.published_class
   where region like $1 || '%' and snapshot_hash is null and starts_on >= $2 order by number limit 500`,
);
export interface UndecidedClass {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly classType: string;
  readonly startsOn: string;
}

/** Open work and public notices of a region that are due in a year or later. $1 year, $2 region scope. */
export const openWorkOf = statement(
  'rulebook.open-work-of',
  `select count(*)::int as tasks, count(distinct t.case_id)::int as cases,
     (select count(*)::int from casework.published_notice n join finance.published_claim_amount k on k.id = n.claim_id
      where n.closes_on >= make_date($1, 1, 1) and k.region like $2 || '%') as notices
   from casework.published_open_task t where t.due_on >= make_date($1, 1, 1) and t.region like $2 || '%'`,
);
export interface OpenWork {
  readonly tasks: number;
  readonly cases: number;
  readonly notices: number;
}

/** Cases of a region that wait for a year of working days nobody has announced. */
export const heldForCalendar = statement(
  'rulebook.held-for-calendar',
  `select distinct case_id as id, number, title from casework.published_held_case
   where region like $1 || '%' and reason = 'CALENDAR_YEAR_UNKNOWN' order by number limit 200`,
);
export interface HeldCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}
