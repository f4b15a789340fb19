import { statement } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';

export interface SnapshotRow {
  readonly hash: string;
  readonly document: PolicySnapshot;
}

/** The regions from the nearest level up: the county, its city, the province. The newest entry that covers the day wins within a region. */
export const snapshotInForce = statement(
  'rulebook.snapshot-in-force',
  `select f.hash, s.document from unnest($1::text[]) with ordinality as level(region, nearness)
   join rulebook.published_in_force f on f.region = level.region and f.effective_from <= $2 and (f.effective_to is null or f.effective_to >= $2)
   join rulebook.published_snapshot s on s.hash = f.hash
   order by level.nearness, f.effective_from desc, f.ordinal desc limit 1`,
);

/** As {@link snapshotInForce}, without one snapshot: what it would replace, or has replaced. */
export const snapshotInForceBut = statement(
  'rulebook.snapshot-in-force-but',
  `select f.hash, s.document from unnest($1::text[]) with ordinality as level(region, nearness)
   join rulebook.published_in_force f on f.region = level.region and f.effective_from <= $2 and (f.effective_to is null or f.effective_to >= $2)
   join rulebook.published_snapshot s on s.hash = f.hash
   where f.hash <> $3 order by level.nearness, f.effective_from desc, f.ordinal desc limit 1`,
);

export const snapshotByHash = statement(
  'rulebook.snapshot-by-hash',
  `select hash, document from rulebook.published_snapshot where hash = $1`,
);

export const calendarDays = statement(
  'rulebook.calendar-days',
  `select day, is_working as "isWorking", name, source from rulebook.published_calendar_day
   where ($1::date is null or day >= $1) and ($2::date is null or day <= $2) order by day`,
);

export const policiesInForce = statement(
  'rulebook.policies-in-force',
  `select f.region, coalesce(p.name, f.region) as "regionName", f.hash, f.effective_from as "effectiveFrom", f.effective_to as "effectiveTo", s.pack_id as "packId",
     s.document #>> '{pack,title}' as title, s.document #>> '{pack,documentNumber}' as "documentNumber", f.release_id as "releaseId"
   from rulebook.published_in_force f join rulebook.published_snapshot s on s.hash = f.hash left join identity.published_place p on p.region = f.region
   where ($1::text is null or f.region = $1) and ($2::date is null or f.effective_from <= $2 and (f.effective_to is null or f.effective_to >= $2)) order by f.region, f.effective_from desc, f.ordinal desc`,
);

export interface PolicyRow {
  readonly region: string;
  /** The place's name, or its code where nobody of it is known. */
  readonly regionName: string;
  readonly hash: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly packId: string;
  readonly title: string;
  readonly documentNumber: string;
  /** Null: brought by the installation. */
  readonly releaseId: string | null;
}

export const registerSnapshot = statement(
  'rulebook.register-snapshot',
  `insert into rulebook.snapshot (hash, pack_id, region, document) values ($1, $2, $3, $4) on conflict (hash) do nothing`,
);

export const registerDocument = statement(
  'rulebook.register-document',
  `insert into rulebook.source_document (sha256, pack_id, text) values (encode(sha256(convert_to($2, 'UTF8')), 'hex'), $1, $2) on conflict (sha256) do nothing`,
);

export const linkDocument = statement(
  'rulebook.link-document',
  `insert into rulebook.snapshot_document (hash, sha256) values ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex')) on conflict do nothing`,
);

/** A snapshot's document as issued. */
export const documentOf = statement('rulebook.document-of', `select text from rulebook.published_document where hash = $1 limit 1`);

/** The entry of a pack that covers a day, else its last one. */
export const snapshotOfPack = statement(
  'rulebook.snapshot-of-pack',
  `select f.hash, s.document from rulebook.published_in_force f join rulebook.published_snapshot s on s.hash = f.hash where s.pack_id = $1
   order by (f.effective_from <= $2 and (f.effective_to is null or f.effective_to >= $2)) desc, f.effective_from desc, f.ordinal desc limit 1`,
);

export const putInForce = statement(
  'rulebook.put-in-force',
  `insert into rulebook.in_force (region, effective_from, effective_to, hash) values ($1, $2, $3, $4) on conflict do nothing`,
);

/** A day that is announced already stays as it is. */
export const registerDays = statement(
  'rulebook.register-days',
  `insert into rulebook.calendar_day (day, is_working, name, source)
   select d.day, d."isWorking", d.name, d.source from jsonb_to_recordset($1::jsonb) as d(day date, "isWorking" boolean, name text, source text)
   on conflict (day) do nothing`,
);
