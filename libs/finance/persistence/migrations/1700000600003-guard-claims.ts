import type { MigrationInterface, QueryRunner } from 'typeorm';

const CLAIMS = String.raw`
-- Where a submission stands: draft, under-review, returned, approved (paid or being paid), refused. Casework's rows say.
create function finance.claim_state(of_claim uuid) returns text
language plpgsql stable security definer set search_path = finance, pg_temp as $$
declare
  filed finance.claim;
  last record;
  reviewed record;
begin
  select * into filed from finance.claim where id = of_claim;
  if filed.status <> 'submitted' then return filed.status; end if;
  select s.seen_version, s.is_suspended, s.outcome into reviewed from casework.published_stage s
    where s.case_id = of_claim and s.stage = 'review' order by s.round desc limit 1;
  if not found or coalesce(reviewed.seen_version, 0) < filed.submitted_version then return 'under-review'; end if;
  if reviewed.is_suspended and reviewed.outcome is null then return 'returned'; end if;
  select s.stage, s.outcome into last from casework.published_stage s where s.case_id = of_claim order by s.ordinal desc limit 1;
  if last.outcome = 'refused' then return 'refused'; end if;
  if last.outcome = 'withdrawn' then return 'withdrawn'; end if;
  if last.stage = 'payout' then return 'approved'; end if;
  return 'under-review';
end $$;

create function finance.guard_claim() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare class record; lives int;
begin
  if tg_op = 'INSERT' then
    if new.class_id is not null then
      select c.institution_id, c.region, c.snapshot_hash into class from institution.published_class c where c.id = new.class_id;
      if not found or (class.institution_id, class.snapshot_hash) is distinct from (new.institution_id, new.snapshot_hash) then perform platform.refuse('CLAIM_CLASS_UNFIT'); end if;
      new.region := class.region;
    end if;
    new.number := 'BT' || new.region || to_char(platform.today(), 'YYYY') || lpad(nextval('finance.claim_number')::text, 6, '0');
    new.status := 'draft';
    new.created_at := platform.now();
    new.row_version := 1;
    new.submitted_version := null; new.version := null; new.package_sha256 := null; new.amount_fen := 0; new.ordered_fen := 0; new.paid_fen := 0;
    return new;
  end if;
  if (new.id, new.number, new.class_id, new.subsidy, new.institution_id, new.region, new.snapshot_hash, new.prepared_by, new.created_at)
    is distinct from (old.id, old.number, old.class_id, old.subsidy, old.institution_id, old.region, old.snapshot_hash, old.prepared_by, old.created_at) then
    perform platform.refuse('CLAIM_FIXED');
  end if;
  if (new.version, new.package_sha256, new.amount_fen) is distinct from (old.version, old.package_sha256, old.amount_fen) then
    if not exists (select 1 from finance.package_version p where p.claim_id = new.id and p.version = new.version and p.sha256 = new.package_sha256
      and p.amount_fen = new.amount_fen) or new.version < coalesce(old.version, 0) then perform platform.refuse('PACKAGE_IMMUTABLE'); end if;
  end if;
  if new.status <> old.status and new.status = 'draft' then perform platform.refuse('CLAIM_FIXED'); end if;
  if new.submitted_version is distinct from old.submitted_version and new.submitted_version is distinct from coalesce(old.submitted_version, 0) + 1 then
    perform platform.refuse('CLAIM_FIXED');
  end if;
  new.row_version := old.row_version + 1;
  return new;
end $$;
create trigger claim_guard before insert or update on finance.claim for each row execute function finance.guard_claim();
create trigger claim_permanent before delete on finance.claim for each row execute function platform.refuse_change('CLAIM_FIXED');

create trigger submission_permanent before update or delete on finance.claim_submission for each row execute function platform.refuse_change('CLAIM_FIXED');
create trigger package_permanent before update or delete on finance.package_version for each row execute function platform.refuse_change('PACKAGE_IMMUTABLE');

create function finance.guard_package() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare of_claim finance.claim;
begin
  select * into of_claim from finance.claim where id = new.claim_id for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if new.version <> coalesce(of_claim.version, 0) + 1 or new.sha256 <> sha256(convert_to(new.document, 'UTF8'))
    or new.amount_fen <> (new.document::jsonb ->> 'amountFen')::bigint then perform platform.refuse('PACKAGE_IMMUTABLE'); end if;
  new.sealed_at := platform.now();
  return new;
end $$;
create trigger package_guard before insert on finance.package_version for each row execute function finance.guard_package();

-- Lines follow the submission and the package; nothing that is in a payment order changes.
create function finance.guard_line() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  perform 1 from finance.claim where id = coalesce(new.claim_id, old.claim_id) for no key update;
  if tg_op = 'UPDATE' and (new.line_id, new.claim_id, new.person_id, new.enrollment_id) is distinct from (old.line_id, old.claim_id, old.person_id, old.enrollment_id) then
    perform platform.refuse('CLAIM_FIXED');
  end if;
  if tg_op <> 'INSERT' and exists (select 1 from finance.payment_order_line l join finance.payment_order o on o.id = l.order_id
      where l.line_id = old.line_id and o.state not in ('rejected', 'returned')) then
    if tg_op = 'DELETE' or new.amount_fen <> old.amount_fen or new.state <> old.state then perform platform.refuse('LINE_ORDERED'); end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger line_guard before insert or update or delete on finance.claim_line for each row execute function finance.guard_line();
`;

const BUDGET = String.raw`
-- Reserves what the signed package pays, in the transaction of finance's approval. A second call changes nothing; a corrected package moves the
-- difference. Refuses where the line does not hold the amount.
create function finance.published_reserve_budget(of_claim uuid, of_version int) returns void
language plpgsql security definer set search_path = finance, pg_temp as $$
declare
  claim finance.claim;
  held finance.reservation;
  line finance.budget_line;
  delta bigint;
begin
  select * into claim from finance.claim where id = of_claim for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if claim.version is distinct from of_version then perform platform.refuse('PACKAGE_STALE', jsonb_build_object('version', coalesce(claim.version, 0))); end if;
  if not exists (select 1 from casework.published_signature s where s.claim_id = of_claim and s.version = of_version and s.package_sha256 = claim.package_sha256 and s.kind = 'finance')
    or not exists (select 1 from casework.published_notice n where n.claim_id = of_claim and n.version = of_version and n.closes_at <= platform.now()) then
    perform platform.refuse('NOTICE_OPEN');
  end if;
  select * into held from finance.reservation where claim_id = of_claim for update;
  if held.claim_id is null then
    select * into line from finance.budget_line b where b.region = claim.region and b.year = extract(year from platform.today())::int order by b.fund limit 1 for update;
    if not found then perform platform.refuse('BUDGET_LINE_MISSING', jsonb_build_object('region', claim.region, 'year', extract(year from platform.today())::int)); end if;
    insert into finance.reservation values (of_claim, line.id, 0, 0, of_version) returning * into held;
  else
    select * into line from finance.budget_line where id = held.budget_line_id for update;
  end if;
  delta := claim.amount_fen - held.reserved_fen - held.spent_fen;
  if delta > line.total_fen - line.reserved_fen - line.spent_fen then
    perform platform.refuse('BUDGET_INSUFFICIENT', jsonb_build_object('shortage', to_char((delta - (line.total_fen - line.reserved_fen - line.spent_fen)) / 100.0, 'FM9999999999990.00')));
  end if;
  update finance.budget_line set reserved_fen = reserved_fen + delta where id = line.id;
  update finance.reservation set reserved_fen = reserved_fen + delta, package_version = of_version where claim_id = of_claim;
  perform finance.post('reserve:' || claim.number || ':' || of_version, of_claim, 'reserved', case when delta >= 0 then 'budget:' || line.region || ':' || line.year else 'reserved:' || claim.number end,
    case when delta >= 0 then 'reserved:' || claim.number else 'budget:' || line.region || ':' || line.year end, abs(delta));
end $$;

create function finance.guard_budget_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.fund, new.region, new.year) is distinct from (old.id, old.fund, old.region, old.year) then perform platform.refuse('BUDGET_LINE_FIXED'); end if;
  if new.total_fen < new.reserved_fen + new.spent_fen then
    perform platform.refuse('BUDGET_INSUFFICIENT', jsonb_build_object('shortage', to_char((new.reserved_fen + new.spent_fen - new.total_fen) / 100.0, 'FM9999999999990.00')));
  end if;
  if tg_op = 'UPDATE' then new.version := old.version + 1; end if;
  return new;
end $$;
create trigger budget_line_guard before insert or update on finance.budget_line for each row execute function finance.guard_budget_line();
create trigger budget_line_permanent before delete on finance.budget_line for each row execute function platform.refuse_change('BUDGET_LINE_FIXED');
`;

/** What must never happen to a claim, its package and the budget. */
export class GuardClaims1700000600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIMS);
    await runner.query(BUDGET);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function finance.claim_state(uuid), finance.guard_claim(), finance.guard_package(), finance.guard_line(), finance.guard_budget_line(),
       finance.published_reserve_budget(uuid, int) cascade`,
    );
  }
}
