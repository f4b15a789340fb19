import { statement } from '#libs/platform';

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

export const proposePolicy = statement(
  'rulebook.propose-policy',
  `insert into rulebook.release (kind, region, pack_id, hash, document, source_text, effective_from, effective_to, reason, proposed_by)
   values ('policy', $1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${columns}`,
);
export const proposeCalendar = statement(
  'rulebook.propose-calendar',
  `insert into rulebook.release (kind, region, year, days, reason, proposed_by) values ('calendar', $1, $2, $3, $4, $5) returning ${columns}`,
);
export const decideRelease = statement(
  'rulebook.decide-release',
  `update rulebook.release set state = $2, decided_by = $3 where id = $1 returning ${columns}`,
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

/** Open work by the year in which it is due. */
export const openWorkOf = statement(
  'rulebook.open-work-of',
  `select count(*)::int as tasks, count(distinct case_id)::int as cases from casework.published_open_task where extract(year from due_on) >= $1`,
);
