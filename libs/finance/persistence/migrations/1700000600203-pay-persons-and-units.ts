import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORDERS = String.raw`
-- As before, but for the payee: the applicant, or the person or unit itself (AMB-58).
create or replace function finance.guard_order() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare of_claim finance.claim;
begin
  select * into of_claim from finance.claim where id = new.claim_id for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if of_claim.version is null or new.version <> of_claim.version then perform platform.refuse('PACKAGE_STALE', jsonb_build_object('version', coalesce(of_claim.version, 0))); end if;
  if not exists (select 1 from casework.published_signature s where s.claim_id = new.claim_id and s.version = new.version
      and s.package_sha256 = of_claim.package_sha256 and s.kind = 'finance')
    or (select count(distinct s.person_id) from casework.published_signature s where s.claim_id = new.claim_id and s.version = new.version
      and s.package_sha256 = of_claim.package_sha256 and s.kind = 'handler') < 2 then perform platform.refuse('ORDER_UNSIGNED'); end if;
  if not exists (select 1 from casework.published_notice n where n.claim_id = new.claim_id and n.version = new.version and n.closes_at <= platform.now()) then
    perform platform.refuse('NOTICE_OPEN');
  end if;
  if (case of_claim.payee_kind when 'applicant' then new.payee_id <> of_claim.institution_id
      else not exists (select 1 from finance.claim_subject s where s.claim_id = new.claim_id and s.person_id = new.payee_id and s.account_cipher is not null) end) then
    perform platform.refuse('ORDER_PAYEE');
  end if;
  if new.key <> format('P-%s-%s-%s-%s', of_claim.number, left(replace(new.payee_id::text, '-', ''), 4), new.tranche, new.generation) then perform platform.refuse('ORDER_KEY'); end if;
  if new.generation > 0 and not exists (select 1 from finance.payment_order o where o.claim_id = new.claim_id and o.tranche = new.tranche
      and o.generation = new.generation - 1 and o.state in ('rejected', 'returned') and o.amount_fen = new.amount_fen and o.payee_id = new.payee_id) then
    perform platform.refuse('ORDER_GENERATION');
  end if;
  if not exists (select 1 from finance.reservation r where r.claim_id = new.claim_id and r.reserved_fen >= of_claim.ordered_fen + new.amount_fen) then
    perform platform.refuse('ORDER_UNRESERVED');
  end if;
  new.state := 'reserved'; new.batch_id := null; new.reason := null; new.ordered_at := platform.now(); new.answered_on := null; new.row_version := 1;
  return new;
end $$;

-- Where persons or units are paid themselves, an order holds the payee's own lines and nobody else's.
create function finance.guard_order_payees() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if exists (select 1 from added a join finance.payment_order o on o.id = a.order_id join finance.claim k on k.id = o.claim_id
      where k.payee_kind = 'subject' and a.person_id <> o.payee_id) then perform platform.refuse('ORDER_PAYEE'); end if;
  return null;
end $$;
create trigger order_payees_guard after insert on finance.payment_order_line referencing new table as added
  for each statement execute function finance.guard_order_payees();
`;

const BUDGET = String.raw`
-- As before, but the money comes from the fund the policy names, where it names one (FND-01..03).
create or replace function finance.published_reserve_budget(of_claim uuid, of_version int) returns void
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
    select * into line from finance.budget_line b where b.region = claim.region and b.year = extract(year from platform.today())::int
      and (claim.fund is null or b.fund = claim.fund) order by b.fund limit 1 for update;
    if not found then
      perform platform.refuse('BUDGET_LINE_MISSING', jsonb_build_object('region', claim.region, 'year', extract(year from platform.today())::int, 'fund', coalesce(claim.fund, '')));
    end if;
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
`;

const READERS = 'kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker';

const PUBLISHED = String.raw`
create or replace view finance.published_claim as
  select id, class_id, number, subsidy, institution_id, region, snapshot_hash, status, submitted_version, version, package_sha256, prepared_by, amount_fen,
    ordered_fen, paid_fen, basis, order_id, settlement, title, payee_kind, recovery_fen from finance.claim;
create or replace view finance.published_claim_line as
  select line_id, claim_id, person_id, enrollment_id, amount_fen, state, recovery_fen from finance.claim_line;
create view finance.published_claim_class as select claim_id, class_id from finance.claim_class;
-- Lines about a unit: its name is public.
create view finance.published_claim_unit as
  select s.claim_id, s.person_id, u.name from finance.claim_subject s join finance.unit u on u.id = s.unit_id;
create view finance.published_claim_material as
  select id, claim_id, slot, file_sha256, file_name, media_type from finance.claim_material where removed_at is null;
-- Everybody whose input is in the package; they sign none of it (AMB-06).
create view finance.published_claim_contributor as
  select id as claim_id, prepared_by as person_id from finance.claim
  union select claim_id, submitted_by from finance.claim_submission
  union select claim_id, uploaded_by from finance.claim_material
  union select claim_id, proposed_by from finance.claim_override
  union select claim_id, decided_by from finance.claim_override where decided_by is not null;
grant select on finance.published_claim_class, finance.published_claim_unit, finance.published_claim_material, finance.published_claim_contributor to ${READERS};
`;

const GRANTS = String.raw`
revoke execute on function finance.is_editable(uuid), finance.guard_claim_content(), finance.guard_claim_class(), finance.guard_claim_material(),
  finance.follow_submission(), finance.check_once(uuid), finance.guard_override(), finance.guard_submission(), finance.guard_order_payees() from public;
grant execute on function finance.is_editable(uuid) to kbt_finance, kbt_worker;
grant select on finance.claim_class, finance.unit, finance.claim_subject, finance.claim_material, finance.claim_override to kbt_finance, kbt_payments, kbt_worker;
grant insert (basis, order_id, settlement, title, payee_kind, fund) on finance.claim to kbt_finance;
grant insert, delete on finance.claim_class to kbt_finance;
grant insert (region, subsidy, name, name_key) on finance.unit to kbt_finance;
grant insert (id, claim_id, ordinal, person_id, unit_id, facts, from_month, to_month, reference, account_cipher, account_masked, payee_shown), delete
  on finance.claim_subject to kbt_finance;
grant insert (claim_id, slot, file_sha256, file_name, media_type, uploaded_by), update (removed_at) on finance.claim_material to kbt_finance;
grant insert (claim_id, person_id, fact, value_fen, reason, proposed_by), update (state, decided_by) on finance.claim_override to kbt_finance;
grant insert (subject_id, recovery_fen, once_keys), update (recovery_fen, once_keys) on finance.claim_line to kbt_finance, kbt_worker;
grant update (recovery_fen) on finance.claim to kbt_worker;
`;

/** Persons and units as payees, the fund a policy names, and what the other domains may read of it. */
export class PayPersonsAndUnits1700000600203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ORDERS, BUDGET, PUBLISHED, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop view finance.published_claim_class, finance.published_claim_unit, finance.published_claim_material, finance.published_claim_contributor;
       drop function finance.guard_order_payees() cascade`,
    );
  }
}
