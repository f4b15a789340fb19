import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = String.raw`
alter table finance.payment_order drop constraint payment_order_state_check,
  add constraint payment_order_state_check check (state in ('reserved', 'submitted', 'settled', 'rejected', 'unknown', 'returned', 'stopped'));
comment on column finance.payment_order.state is 'stopped: somebody in it was held or excluded before it was sent (or sent anew); its other lines are ordered anew in a tranche of their own';
insert into finance.payment_step values ('reserved', 'stopped'), ('rejected', 'stopped'), ('returned', 'stopped');
`;

const STOP = String.raw`
create function finance.is_excluded(of_claim uuid, person uuid) returns boolean
language plpgsql stable security definer set search_path = finance, pg_temp as $$
begin
  return exists (select 1 from casework.published_line_exclusion x where x.claim_id = of_claim and x.person_id = person);
end $$;

-- Whoever moves orders of several claims locks the claims first, in the order of their ids: then nobody waits for somebody who waits for them.
create function finance.lock_claims(keys text[]) returns void
language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  perform 1 from finance.claim k where k.id in (select o.claim_id from finance.payment_order o where o.key = any (keys)) order by k.id for no key update;
end $$;

-- Whether somebody in an order is held or excluded by now.
create function finance.is_barred(of_order uuid) returns boolean
language plpgsql stable security definer set search_path = finance, pg_temp as $$
begin
  return exists (select 1 from finance.payment_order_line l join finance.payment_order o on o.id = l.order_id
    where o.id = of_order and (finance.is_held(o.claim_id, l.person_id) or finance.is_excluded(o.claim_id, l.person_id)));
end $$;

-- An objection, or an exclusion, reaches orders that were placed and not sent yet (AMB-05; reliability I16).
create function finance.published_stop_orders(of_claim uuid) returns void
language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  perform 1 from finance.claim where id = of_claim for no key update;
  update finance.payment_order o set state = 'stopped' where o.claim_id = of_claim and o.state = 'reserved' and finance.is_barred(o.id);
end $$;

-- Beside the guard of an order's steps, and after it: nothing is sent with somebody excluded in it, and nothing stopped that nobody objects to.
create function finance.guard_stopped_order() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if new.state = 'submitted' and exists (select 1 from finance.payment_order_line l where l.order_id = old.id and finance.is_excluded(old.claim_id, l.person_id)) then
    perform platform.refuse('ORDER_EXCLUDED');
  end if;
  if new.state = 'stopped' and not finance.is_barred(old.id) then
    perform platform.refuse('ORDER_STEP', jsonb_build_object('from', old.state, 'to', new.state));
  end if;
  return new;
end $$;
create trigger order_stopped_guard before update on finance.payment_order for each row
  when (new.state is distinct from old.state and new.state in ('submitted', 'stopped')) execute function finance.guard_stopped_order();

-- As before; the lines of a stopped order may be ordered anew.
create or replace function finance.guard_order_lines() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if exists (select 1 from added a join finance.payment_order o on o.id = a.order_id
      left join finance.package_version p on p.claim_id = o.claim_id and p.version = o.version
      left join lateral jsonb_to_recordset(p.document::jsonb -> 'lines') as s("lineId" uuid, "personId" uuid, "amountFen" bigint) on s."lineId" = a.line_id
      where s."amountFen" is distinct from a.amount_fen or s."personId" is distinct from a.person_id) then perform platform.refuse('ORDER_ABOVE_SIGNED'); end if;
  if exists (select 1 from added a join finance.payment_order o on o.id = a.order_id where finance.is_held(o.claim_id, a.person_id)) then perform platform.refuse('ORDER_HELD'); end if;
  if exists (select 1 from added a join finance.payment_order o on o.id = a.order_id where finance.is_excluded(o.claim_id, a.person_id)) then perform platform.refuse('ORDER_EXCLUDED'); end if;
  if exists (select 1 from added a join finance.payment_order_line l on l.line_id = a.line_id and l.order_id <> a.order_id
      join finance.payment_order o on o.id = l.order_id where o.state not in ('rejected', 'returned', 'stopped')) then perform platform.refuse('ORDER_TWICE'); end if;
  return null;
end $$;
`;

const MONEY = String.raw`
-- Beside what follows an order: a stopped one gives back what was ordered, and money that comes back opens the payment of its claim again.
create function finance.follow_stopped_order() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if new.state = 'stopped' and old.state = 'reserved' then
    update finance.claim set ordered_fen = ordered_fen - new.amount_fen where id = new.claim_id;
  elsif new.state = 'returned' then
    perform casework.published_reopen_payout(new.claim_id);
  end if;
  return null;
end $$;
create trigger order_follow_stopped after update on finance.payment_order for each row
  when (new.state is distinct from old.state and new.state in ('stopped', 'returned')) execute function finance.follow_stopped_order();

-- What is left reserved once everybody due is paid was reserved for people who were excluded after the approval: it goes back to the budget (design section 6).
create function finance.release_rest(of_claim uuid) returns void
language plpgsql security definer set search_path = finance, pg_temp as $$
declare
  claim finance.claim;
  held finance.reservation;
  line finance.budget_line;
begin
  select * into claim from finance.claim where id = of_claim for no key update;
  if not exists (select 1 from casework.published_stage s where s.case_id = of_claim and s.stage = 'payout' and s.outcome = 'paid')
    or exists (select 1 from casework.published_stage s where s.case_id = of_claim and s.stage = 'payout' and s.outcome is null)
    or claim.ordered_fen <> 0 then perform platform.refuse('STAGE_MOVED'); end if;
  select * into held from finance.reservation where claim_id = of_claim for update;
  if held.claim_id is null or held.reserved_fen = 0 then return; end if;
  update finance.budget_line set reserved_fen = reserved_fen - held.reserved_fen where id = held.budget_line_id returning * into line;
  update finance.reservation set reserved_fen = 0 where claim_id = of_claim;
  perform finance.post('release:' || claim.number || ':' || (select count(*) + 1 from finance.journal_entry e where e.claim_id = of_claim and e.what = 'released'), of_claim,
    'released', 'reserved:' || claim.number, 'budget:' || line.region || ':' || line.year, held.reserved_fen);
end $$;
`;

const BATCHES = String.raw`
-- As before; a released batch is given up only where an order in it was stopped before it was sent.
create or replace function finance.guard_batch() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare content record;
begin
  if tg_op = 'INSERT' then
    new.number := 'PC' || new.region || to_char(platform.today(), 'YYYYMMDD') || lpad(nextval('finance.batch_number')::text, 4, '0');
    new.state := 'draft'; new.built_at := platform.now(); new.released_by := null; new.released_at := null; new.file_sha256 := null; new.submitted_at := null; new.version := 1;
    return new;
  end if;
  if (new.id, new.number, new.region, new.office_id, new.order_count, new.total_fen, new.content_sha256, new.built_by, new.built_at)
    is distinct from (old.id, old.number, old.region, old.office_id, old.order_count, old.total_fen, old.content_sha256, old.built_by, old.built_at)
    or old.state in ('closed', 'discarded') then perform platform.refuse('BATCH_FIXED'); end if;
  if new.state <> old.state then
    if (old.state, new.state) not in (('draft', 'released'), ('draft', 'discarded'), ('released', 'submitted'), ('released', 'discarded'), ('submitted', 'closed'))
      or (old.state = 'released' and new.state = 'discarded'
        and not exists (select 1 from finance.payment_order o where o.batch_id = old.id and o.state = 'stopped')) then
      perform platform.refuse('BATCH_STEP', jsonb_build_object('from', old.state, 'to', new.state));
    end if;
    if new.state = 'released' then
      if new.released_by is null or new.released_by = old.built_by then perform platform.refuse('BATCH_SAME_PERSON'); end if;
      -- Who signed a claim, for the bureau or for finance, releases none of its money.
      if exists (select 1 from finance.payment_order o join casework.published_signature s on s.claim_id = o.claim_id and s.person_id = new.released_by where o.batch_id = old.id) then
        perform platform.refuse('BATCH_SIGNER');
      end if;
      select count(*)::int as orders, coalesce(sum(o.amount_fen), 0) as total into content from finance.payment_order o where o.batch_id = old.id and o.state = 'reserved';
      if (content.orders, content.total) is distinct from (old.order_count, old.total_fen) then perform platform.refuse('BATCH_CHANGED'); end if;
      new.released_at := platform.now();
    end if;
    if new.state = 'submitted' then new.submitted_at := platform.now(); end if;
  end if;
  new.version := old.version + 1;
  return new;
end $$;
revoke execute on function finance.guard_stopped_order(), finance.follow_stopped_order(), finance.is_barred(uuid), finance.is_excluded(uuid, uuid), finance.lock_claims(text[]), finance.published_stop_orders(uuid), finance.release_rest(uuid) from public;
grant execute on function finance.is_excluded(uuid, uuid), finance.lock_claims(text[]) to kbt_finance, kbt_payments;
grant execute on function finance.release_rest(uuid) to kbt_worker;
`;

/** Money that was ordered and not sent can still be stopped; what nobody is due goes back to the budget; what comes back is payable again. */
export class StopOrders1700000602201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [STATES, STOP, MONEY, BATCHES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function finance.guard_stopped_order(), finance.follow_stopped_order() cascade;
       drop function finance.lock_claims(text[]), finance.published_stop_orders(uuid), finance.release_rest(uuid), finance.is_barred(uuid), finance.is_excluded(uuid, uuid)`,
    );
  }
}
