import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORDERS = String.raw`
-- Whether a person of a claim is held by an open objection, of their own or on the whole claim (AMB-05).
create function finance.is_held(of_claim uuid, person uuid) returns boolean
language plpgsql stable security definer set search_path = finance, pg_temp as $$
begin
  return exists (select 1 from casework.published_objection o where o.claim_id = of_claim and o.state = 'open' and (o.person_id is null or o.person_id = person));
end $$;

-- Locks the claim first, as every guard of one claim does. Signed, published, reviewed by finance, and not held: else no order.
create function finance.guard_order() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
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
  if new.payee_id <> of_claim.institution_id then perform platform.refuse('ORDER_PAYEE'); end if;
  if new.key <> format('P-%s-%s-%s-%s', of_claim.number, left(replace(new.payee_id::text, '-', ''), 4), new.tranche, new.generation) then perform platform.refuse('ORDER_KEY'); end if;
  if new.generation > 0 and not exists (select 1 from finance.payment_order o where o.claim_id = new.claim_id and o.tranche = new.tranche
      and o.generation = new.generation - 1 and o.state in ('rejected', 'returned') and o.amount_fen = new.amount_fen) then perform platform.refuse('ORDER_GENERATION'); end if;
  if not exists (select 1 from finance.reservation r where r.claim_id = new.claim_id and r.reserved_fen >= of_claim.ordered_fen + new.amount_fen) then
    perform platform.refuse('ORDER_UNRESERVED');
  end if;
  new.state := 'reserved'; new.batch_id := null; new.reason := null; new.ordered_at := platform.now(); new.answered_on := null; new.row_version := 1;
  return new;
end $$;
create trigger order_guard before insert on finance.payment_order for each row execute function finance.guard_order();

create function finance.guard_order_step() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  perform 1 from finance.claim where id = old.claim_id for no key update;
  if (new.id, new.key, new.claim_id, new.version, new.payee_id, new.tranche, new.generation, new.amount_fen, new.ordered_at)
    is distinct from (old.id, old.key, old.claim_id, old.version, old.payee_id, old.tranche, old.generation, old.amount_fen, old.ordered_at) then
    perform platform.refuse('ORDER_FIXED');
  end if;
  if new.state <> old.state then
    if not exists (select 1 from finance.payment_step where from_state = old.state and to_state = new.state) then
      perform platform.refuse('ORDER_STEP', jsonb_build_object('from', old.state, 'to', new.state));
    end if;
    if new.state = 'submitted' and exists (select 1 from finance.payment_order_line l where l.order_id = old.id and finance.is_held(old.claim_id, l.person_id)) then
      perform platform.refuse('ORDER_HELD');
    end if;
    if new.state in ('settled', 'rejected', 'returned') then new.answered_on := platform.today(); end if;
  end if;
  if new.batch_id is distinct from old.batch_id and old.state <> 'reserved' then perform platform.refuse('ORDER_FIXED'); end if;
  new.row_version := old.row_version + 1;
  return new;
end $$;
create trigger order_step_guard before update on finance.payment_order for each row execute function finance.guard_order_step();
create trigger order_permanent before delete on finance.payment_order for each row execute function platform.refuse_change('ORDER_FIXED');
create trigger order_line_permanent before update or delete on finance.payment_order_line for each row execute function platform.refuse_change('ORDER_FIXED');

-- After, never before: counters and journal move with the row that is really there.
create function finance.follow_order() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare claim_number text;
begin
  select number into claim_number from finance.claim where id = new.claim_id;
  if tg_op = 'INSERT' then
    update finance.claim set ordered_fen = ordered_fen + new.amount_fen where id = new.claim_id;
  elsif new.state = 'settled' and old.state <> 'settled' then
    update finance.claim set ordered_fen = ordered_fen - new.amount_fen, paid_fen = paid_fen + new.amount_fen where id = new.claim_id;
    update finance.reservation set reserved_fen = reserved_fen - new.amount_fen, spent_fen = spent_fen + new.amount_fen where claim_id = new.claim_id;
    update finance.budget_line b set reserved_fen = b.reserved_fen - new.amount_fen, spent_fen = b.spent_fen + new.amount_fen
      from finance.reservation r where r.claim_id = new.claim_id and b.id = r.budget_line_id;
    perform finance.post('settle:' || new.key, new.claim_id, 'settled', 'reserved:' || claim_number, 'paid:' || claim_number, new.amount_fen);
  elsif new.state = 'rejected' and old.state <> 'rejected' then
    update finance.claim set ordered_fen = ordered_fen - new.amount_fen where id = new.claim_id;
  elsif new.state = 'returned' and old.state = 'settled' then
    update finance.claim set paid_fen = paid_fen - new.amount_fen where id = new.claim_id;
    update finance.reservation set reserved_fen = reserved_fen + new.amount_fen, spent_fen = spent_fen - new.amount_fen where claim_id = new.claim_id;
    update finance.budget_line b set reserved_fen = b.reserved_fen + new.amount_fen, spent_fen = b.spent_fen - new.amount_fen
      from finance.reservation r where r.claim_id = new.claim_id and b.id = r.budget_line_id;
    perform finance.post('return:' || new.key, new.claim_id, 'returned', 'paid:' || claim_number, 'reserved:' || claim_number, new.amount_fen);
  end if;
  return null;
end $$;
create trigger order_follow after insert or update on finance.payment_order for each row execute function finance.follow_order();

-- Each person's money once: as signed, not held, not excluded, in no other live order; and the lines make the order.
create function finance.guard_order_lines() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if exists (select 1 from added a join finance.payment_order o on o.id = a.order_id
      left join finance.package_version p on p.claim_id = o.claim_id and p.version = o.version
      left join lateral jsonb_to_recordset(p.document::jsonb -> 'lines') as s("lineId" uuid, "personId" uuid, "amountFen" bigint) on s."lineId" = a.line_id
      where s."amountFen" is distinct from a.amount_fen or s."personId" is distinct from a.person_id) then perform platform.refuse('ORDER_ABOVE_SIGNED'); end if;
  if exists (select 1 from added a join finance.payment_order o on o.id = a.order_id where finance.is_held(o.claim_id, a.person_id)) then perform platform.refuse('ORDER_HELD'); end if;
  if exists (select 1 from added a join finance.payment_order o on o.id = a.order_id
      join casework.published_line_exclusion x on x.claim_id = o.claim_id and x.person_id = a.person_id) then perform platform.refuse('ORDER_EXCLUDED'); end if;
  if exists (select 1 from added a join finance.payment_order_line l on l.line_id = a.line_id and l.order_id <> a.order_id
      join finance.payment_order o on o.id = l.order_id where o.state not in ('rejected', 'returned')) then perform platform.refuse('ORDER_TWICE'); end if;
  return null;
end $$;
create trigger order_lines_guard after insert on finance.payment_order_line referencing new table as added
  for each statement execute function finance.guard_order_lines();

create function finance.check_order_sum() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if (select coalesce(sum(amount_fen), 0) from finance.payment_order_line where order_id = new.id) <> new.amount_fen then perform platform.refuse('ORDER_ABOVE_SIGNED'); end if;
  return null;
end $$;
create constraint trigger order_sum after insert on finance.payment_order deferrable initially deferred for each row execute function finance.check_order_sum();
`;

const BATCHES = String.raw`
create function finance.guard_batch() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
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
    if (old.state, new.state) not in (('draft', 'released'), ('draft', 'discarded'), ('released', 'submitted'), ('submitted', 'closed')) then
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
create trigger batch_guard before insert or update on finance.payment_batch for each row execute function finance.guard_batch();
create trigger batch_permanent before delete on finance.payment_batch for each row execute function platform.refuse_change('BATCH_FIXED');
`;

/** What must never happen to money on its way out, refused by the database itself (design rule 4). */
export class GuardPayments1700000600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORDERS);
    await runner.query(BATCHES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function finance.is_held(uuid, uuid), finance.guard_order(), finance.guard_order_step(), finance.follow_order(), finance.guard_order_lines(),
       finance.check_order_sum(), finance.guard_batch() cascade`,
    );
  }
}
