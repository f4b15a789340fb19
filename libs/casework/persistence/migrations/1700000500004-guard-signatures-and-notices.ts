import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNATURES = String.raw`
-- Whether a natural person had a hand in a claim or in its class: recorded here, in the filings, or as the claim's preparer.
create function casework.is_contributor(of_claim uuid, person uuid) returns boolean
language sql stable security definer set search_path = casework, pg_temp as $$
  select exists (select 1 from finance.claim c where c.id = of_claim and c.prepared_by = person)
    or exists (select 1 from casework.contributor k where k.person_id = person
      and k.case_id in (of_claim, (select class_id from finance.claim where id = of_claim)))
    or exists (select 1 from institution.published_filing f
      where f.class_id = (select class_id from finance.claim where id = of_claim) and person = any (f.contributors))
$$;

-- Locks the claim first, as every guard of one claim does, and fails closed: what it cannot see it refuses.
create function casework.guard_signature() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare
  claim record;
  sign_off casework.stage;
  handlers int;
begin
  select id, version, package_sha256 into claim from finance.claim where id = new.claim_id for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if claim.version is null or (claim.version, claim.package_sha256) is distinct from (new.version, new.package_sha256) then
    perform platform.refuse('PACKAGE_STALE', jsonb_build_object('version', coalesce(claim.version, 0)));
  end if;
  if not exists (select 1 from identity.published_account a where a.id = new.account_id and a.person_id = new.person_id and not a.is_closed) then
    perform platform.refuse('SIGNER_UNKNOWN');
  end if;
  if casework.is_contributor(new.claim_id, new.person_id) then perform platform.refuse('SIGNER_IS_CONTRIBUTOR'); end if;
  -- The platform's clock on both sides: identity translates the sign-in to it, so a moved sandbox clock makes nobody stale.
  if new.authenticated_at is null or new.authenticated_at < platform.now() - interval '5 minutes'
    or new.authenticated_at > platform.now() + interval '30 seconds' then
    perform platform.refuse('STEP_UP_REQUIRED');
  end if;
  -- One person on both sides of a claim, or twice on one version.
  if exists (select 1 from casework.signature s where s.claim_id = new.claim_id and s.person_id = new.person_id
    and (s.version = new.version or s.kind <> new.kind)) then
    perform platform.refuse('SIGNER_SIGNED_BEFORE');
  end if;
  select * into sign_off from casework.stage s where s.case_id = new.claim_id and s.stage = 'sign-off' order by s.round desc limit 1;
  if not found or (sign_off.package_version, sign_off.package_sha256) is distinct from (new.version, new.package_sha256) then
    perform platform.refuse('PACKAGE_STALE', jsonb_build_object('version', coalesce(claim.version, 0)));
  end if;
  select count(distinct person_id) into handlers from casework.signature s
  where s.claim_id = new.claim_id and s.version = new.version and s.package_sha256 = new.package_sha256 and s.kind = 'handler';
  if new.kind = 'handler' then
    if sign_off.outcome is not null or handlers >= sign_off.signers then perform platform.refuse('SIGNATURES_COMPLETE'); end if;
  else
    if handlers < sign_off.signers then perform platform.refuse('SIGNATURES_MISSING', jsonb_build_object('signed', handlers, 'required', sign_off.signers)); end if;
    if not exists (select 1 from casework.public_notice n where n.claim_id = new.claim_id and n.version = new.version and n.closes_at <= platform.now()) then
      perform platform.refuse('NOTICE_OPEN');
    end if;
    if exists (select 1 from casework.signature s where s.claim_id = new.claim_id and s.version = new.version and s.kind = 'finance') then
      perform platform.refuse('SIGNATURES_COMPLETE');
    end if;
  end if;
  new.at := platform.now();
  return new;
end $$;
create trigger signature_guard before insert on casework.signature for each row execute function casework.guard_signature();
`;

const NOTICES = String.raw`
-- The instant after the n-th complete working day that follows the day of publication; a year nobody announced is refused (AMB-03).
create function casework.earliest_close(published_on date, working_days int) returns timestamptz
language sql stable security definer set search_path = casework, pg_temp as $$
  select (rulebook.published_add_working_days(published_on, working_days) + 1)::timestamp at time zone 'Asia/Shanghai'
$$;

-- What the claim's policy snapshot asks for: of its class type's process; of a claim without a class, the longest notice among the processes
-- that name its subsidy. Null where it cannot be seen or nobody says it, which the guard below refuses.
create function casework.notice_working_days(of_snapshot text, of_class uuid, of_subsidy text) returns int
language sql stable security definer set search_path = casework, pg_temp as $$
  select max((p.value #>> '{claim,publicNotice,workingDays,value}')::int)
  from rulebook.published_snapshot s, jsonb_each(s.document::jsonb -> 'process') p
  where s.hash::text = of_snapshot and case when of_class is null then p.value -> 'subsidies' ? of_subsidy
    else p.key = (select class_type from institution.published_class where id = of_class) end
$$;

create function casework.guard_public_notice() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare
  claim record;
  sign_off casework.stage;
  minimum int;
begin
  select id, version, snapshot_hash, class_id, subsidy into claim from finance.claim where id = new.claim_id for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if tg_op = 'UPDATE' then
    if new.closes_at < old.closes_at or (to_jsonb(new) - 'closes_at' - 'closes_on') is distinct from (to_jsonb(old) - 'closes_at' - 'closes_on') then
      perform platform.refuse('NOTICE_IMMUTABLE');
    end if;
  else
    new.published_at := platform.now();
    new.published_on := platform.today();
    select * into sign_off from casework.stage s where s.case_id = new.claim_id and s.stage = 'sign-off' order by s.round desc limit 1;
    if not found or sign_off.outcome is distinct from 'signed' or sign_off.package_version is distinct from new.version
      or claim.version is distinct from new.version then
      perform platform.refuse('NOTICE_NOT_SIGNED');
    end if;
    minimum := casework.notice_working_days(claim.snapshot_hash::text, claim.class_id, claim.subsidy);
    if minimum is null or new.min_working_days < minimum or new.min_working_days < 5 then
      perform platform.refuse('NOTICE_TOO_SHORT', jsonb_build_object('days', greatest(coalesce(minimum, 5), 5)));
    end if;
  end if;
  if new.closes_at < casework.earliest_close(new.published_on, new.min_working_days) then
    perform platform.refuse('NOTICE_TOO_SHORT', jsonb_build_object('days', new.min_working_days));
  end if;
  new.closes_on := (new.closes_at at time zone 'Asia/Shanghai')::date - 1;
  return new;
end $$;
create trigger public_notice_guard before insert or update on casework.public_notice for each row execute function casework.guard_public_notice();

-- The number of lines stands on the notice: nobody joins it later.
create function casework.guard_public_notice_line() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare lines int;
begin
  select line_count into lines from casework.public_notice where id = new.notice_id;
  if not found then perform platform.refuse('NOTICE_UNKNOWN'); end if;
  if new.line_number > lines then perform platform.refuse('NOTICE_IMMUTABLE'); end if;
  return new;
end $$;
create trigger public_notice_line_guard before insert on casework.public_notice_line for each row execute function casework.guard_public_notice_line();
`;

const OBJECTIONS = String.raw`
create function casework.guard_objection() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare notice casework.public_notice;
begin
  perform 1 from finance.claim where id = new.claim_id for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if tg_op = 'INSERT' then
    select * into notice from casework.public_notice n where n.id = new.notice_id and n.claim_id = new.claim_id;
    if not found then perform platform.refuse('NOTICE_UNKNOWN'); end if;
    if new.person_id is not null and not exists (select 1 from casework.public_notice_line l where l.notice_id = notice.id and l.person_id = new.person_id) then
      perform platform.refuse('NOTICE_LINE_UNKNOWN');
    end if;
    new.filed_at := platform.now();
    new.state := 'open';
    new.is_late := notice.closes_at <= new.filed_at;
    if new.is_late and new.registered_by is null then perform platform.refuse('NOTICE_CLOSED', jsonb_build_object('closedOn', notice.closes_on)); end if;
    return new;
  end if;
  if old.state <> 'open' then perform platform.refuse('OBJECTION_ENDED'); end if;
  if (to_jsonb(new) - 'state' - 'reply' - 'ended_at' - 'version') is distinct from (to_jsonb(old) - 'state' - 'reply' - 'ended_at' - 'version') then
    perform platform.refuse('CASE_RECORD_PERMANENT', jsonb_build_object('table', 'objection'));
  end if;
  new.ended_at := case when new.state = 'open' then null else platform.now() end;
  new.version := old.version + 1;
  return new;
end $$;
create trigger objection_guard before insert or update on casework.objection for each row execute function casework.guard_objection();
`;

/** What must never happen between a claim's review and its payment, refused by the database itself (design rule 4). */
export class GuardSignaturesAndNotices1700000500004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set check_function_bodies = off'); // the finance tables these functions read are created later
    await runner.query(SIGNATURES);
    await runner.query(NOTICES);
    await runner.query(OBJECTIONS);
    await runner.query('reset check_function_bodies');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function casework.guard_signature(), casework.guard_public_notice(), casework.guard_public_notice_line(), casework.guard_objection(),
       casework.is_contributor(uuid, uuid), casework.earliest_close(date, int),
       casework.notice_working_days(text, uuid, text) cascade`,
    );
  }
}
