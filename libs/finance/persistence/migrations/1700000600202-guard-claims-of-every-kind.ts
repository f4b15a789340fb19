import type { MigrationInterface, QueryRunner } from 'typeorm';

const CLAIMS = String.raw`
-- Whether the applicant may still change what the claim says.
create function finance.is_editable(of_claim uuid) returns boolean
language plpgsql stable security definer set search_path = finance, pg_temp as $$
begin
  return finance.claim_state(of_claim) in ('draft', 'returned', 'withdrawn', 'refused');
end $$;

create or replace function finance.guard_claim() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare class record;
begin
  if tg_op = 'INSERT' then
    if new.class_id is not null then
      select c.institution_id, c.region, c.snapshot_hash, c.class_type, c.order_id into class from institution.published_class c where c.id = new.class_id;
      if not found or (class.institution_id, class.snapshot_hash) is distinct from (new.institution_id, new.snapshot_hash)
        or (new.basis = 'order') <> (class.class_type = 'order') or (new.basis = 'order' and class.order_id <> new.order_id) then perform platform.refuse('CLAIM_CLASS_UNFIT'); end if;
      if new.settlement = 'advance' and (select s.document #>> array['process', class.class_type, 'claim', 'settlement', 'value']
          from rulebook.published_snapshot s where s.hash = new.snapshot_hash) is distinct from 'staged' then perform platform.refuse('CLAIM_NOT_STAGED'); end if;
      new.region := class.region;
    -- Without a class the policy of the day of filing holds (AMB-36).
    elsif not exists (select 1 from rulebook.published_in_force f where f.hash = new.snapshot_hash and f.effective_from <= platform.today()
      and (f.effective_to is null or f.effective_to >= platform.today())
      and f.region in (new.region, left(new.region, 4) || '00', left(new.region, 2) || '0000')) then perform platform.refuse('CLAIM_POLICY_UNFIT');
    elsif not exists (select 1 from institution.published_institution i where i.id = new.institution_id and i.region = new.region) then
      perform platform.refuse('CLAIM_POLICY_UNFIT');
    end if;
    new.number := 'BT' || new.region || to_char(platform.today(), 'YYYY') || lpad(nextval('finance.claim_number')::text, 6, '0');
    new.status := 'draft';
    new.created_at := platform.now();
    new.row_version := 1;
    new.submitted_version := null; new.version := null; new.package_sha256 := null;
    new.amount_fen := 0; new.ordered_fen := 0; new.paid_fen := 0; new.recovery_fen := 0;
    return new;
  end if;
  if to_jsonb(new) - '{status,submitted_version,version,package_sha256,amount_fen,recovery_fen,ordered_fen,paid_fen,row_version}'::text[]
    is distinct from to_jsonb(old) - '{status,submitted_version,version,package_sha256,amount_fen,recovery_fen,ordered_fen,paid_fen,row_version}'::text[] then
    perform platform.refuse('CLAIM_FIXED');
  end if;
  if (new.version, new.package_sha256, new.amount_fen, new.recovery_fen) is distinct from (old.version, old.package_sha256, old.amount_fen, old.recovery_fen) then
    if not exists (select 1 from finance.package_version p where p.claim_id = new.id and p.version = new.version and p.sha256 = new.package_sha256
      and p.amount_fen = new.amount_fen and coalesce((p.document::jsonb ->> 'recoveryFen')::bigint, 0) = new.recovery_fen)
      or new.version < coalesce(old.version, 0) then perform platform.refuse('PACKAGE_IMMUTABLE'); end if;
  end if;
  if new.status <> old.status and new.status = 'draft' then perform platform.refuse('CLAIM_FIXED'); end if;
  if new.submitted_version is distinct from old.submitted_version and new.submitted_version is distinct from coalesce(old.submitted_version, 0) + 1 then
    perform platform.refuse('CLAIM_FIXED');
  end if;
  new.row_version := old.row_version + 1;
  return new;
end $$;
`;

const CONTENT = String.raw`
-- Classes, subjects and papers of a claim change only while it lies with its applicant; nothing that was submitted is rewritten.
create function finance.guard_claim_content() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare of_claim uuid := (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'claim_id')::uuid;
begin
  perform 1 from finance.claim where id = of_claim for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if not finance.is_editable(of_claim) then perform platform.refuse('CLAIM_UNDER_REVIEW'); end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger class_guard before insert or update or delete on finance.claim_class for each row execute function finance.guard_claim_content();
create trigger subject_guard before insert or update or delete on finance.claim_subject for each row execute function finance.guard_claim_content();
create trigger material_guard before insert or update or delete on finance.claim_material for each row execute function finance.guard_claim_content();

create function finance.guard_claim_class() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if not exists (select 1 from finance.claim k join institution.published_class c on c.id = new.class_id and c.institution_id = k.institution_id
      where k.id = new.claim_id and c.snapshot_hash is not null
        and case k.basis when 'class' then c.id = k.class_id when 'order' then c.class_type = 'order' and c.order_id = k.order_id else false end) then
    perform platform.refuse('CLAIM_CLASS_UNFIT');
  end if;
  return new;
end $$;
create trigger class_of_claim before insert or update on finance.claim_class for each row execute function finance.guard_claim_class();

create function finance.guard_claim_material() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.removed_at is not null or (to_jsonb(new) - 'removed_at') <> (to_jsonb(old) - 'removed_at') then perform platform.refuse('MATERIAL_FIXED'); end if;
    new.removed_at := platform.now();
  else
    new.uploaded_at := platform.now();
    new.removed_at := null;
  end if;
  return new;
end $$;
create trigger material_times before insert or update on finance.claim_material for each row execute function finance.guard_claim_material();
create trigger unit_permanent before update or delete on finance.unit for each row execute function platform.refuse_change('CLAIM_FIXED');
`;

const TWICE = String.raw`
-- Nobody is paid twice for the same: a class once for a subsidy, an order as a whole, a level, month or year of a person or unit once (PRC-49,
-- AMB-19, AMB-20). Claims of one subsidy are looked at one after the other, so that two submitted at once cannot miss each other.
create function finance.check_once(of_claim uuid) returns void language plpgsql security definer set search_path = finance, pg_temp as $$
declare claim finance.claim;
begin
  select * into claim from finance.claim where id = of_claim;
  perform pg_advisory_xact_lock(hashtextextended('finance.subsidy', 20260102));
  if claim.basis in ('class', 'order') then
    if not exists (select 1 from finance.claim_class x where x.claim_id = of_claim and x.class_id = claim.class_id) then perform platform.refuse('CLAIM_CLASS_UNFIT'); end if;
    if exists (select 1 from finance.claim_class mine join finance.claim_class theirs on theirs.class_id = mine.class_id and theirs.claim_id <> mine.claim_id
        join finance.claim k on k.id = theirs.claim_id and k.subsidy = claim.subsidy and k.status = 'submitted'
        where mine.claim_id = of_claim and case finance.claim_state(k.id) when 'approved' then k.settlement = 'final' else finance.claim_state(k.id) in ('under-review', 'returned') end) then
      perform platform.refuse('CLAIM_EXISTS');
    end if;
    if claim.basis = 'order' and exists (select 1 from institution.published_class c where c.institution_id = claim.institution_id and c.order_id = claim.order_id
        and c.class_type = 'order' and c.snapshot_hash is not null and not exists (select 1 from finance.claim_class x where x.claim_id = of_claim and x.class_id = c.id)) then
      perform platform.refuse('ORDER_INCOMPLETE');
    end if;
  end if;
  if exists (select 1 from finance.claim_line mine join finance.claim_line theirs on theirs.person_id = mine.person_id and theirs.claim_id <> mine.claim_id
      and theirs.once_keys && mine.once_keys and theirs.state = 'included' and theirs.amount_fen > 0
      join finance.claim k on k.id = theirs.claim_id and k.status = 'submitted' and finance.claim_state(k.id) in ('under-review', 'returned', 'approved')
      where mine.claim_id = of_claim and mine.state = 'included' and mine.amount_fen > 0) then
    perform platform.refuse('CLAIM_TWICE');
  end if;
end $$;

create function finance.follow_submission() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  perform finance.check_once(new.id);
  return null;
end $$;
create trigger submission_once after update of submitted_version, version on finance.claim for each row
  when (new.status = 'submitted' and (new.submitted_version, new.version) is distinct from (old.submitted_version, old.version))
  execute function finance.follow_submission();
`;

const OVERRIDES = String.raw`
create function finance.guard_override() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  perform 1 from finance.claim where id = new.claim_id for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if not finance.is_editable(new.claim_id) then perform platform.refuse('OVERRIDE_NOT_NOW'); end if;
  if exists (select 1 from finance.claim k where k.id = new.claim_id and k.prepared_by in (new.proposed_by, new.decided_by))
    or exists (select 1 from finance.claim_submission s where s.claim_id = new.claim_id and s.submitted_by in (new.proposed_by, new.decided_by)) then
    perform platform.refuse('DUTY_CONTRIBUTOR');
  end if;
  if tg_op = 'INSERT' then
    if not exists (select 1 from finance.claim_line l where l.claim_id = new.claim_id and l.person_id = new.person_id) then perform platform.refuse('EXCLUSION_PERSON_UNKNOWN'); end if;
    new.state := 'proposed'; new.proposed_at := platform.now(); new.decided_by := null; new.decided_at := null; new.version := 1;
    return new;
  end if;
  if old.state <> 'proposed' or (to_jsonb(new) - '{state,decided_by,decided_at,version}'::text[]) <> (to_jsonb(old) - '{state,decided_by,decided_at,version}'::text[])
    or new.decided_by is null then perform platform.refuse('OVERRIDE_FIXED'); end if;
  if new.decided_by = old.proposed_by then perform platform.refuse('OVERRIDE_SAME_PERSON'); end if;
  new.decided_at := platform.now();
  new.version := old.version + 1;
  return new;
end $$;
create trigger override_guard before insert or update on finance.claim_override for each row execute function finance.guard_override();
create trigger override_permanent before delete on finance.claim_override for each row execute function platform.refuse_change('OVERRIDE_FIXED');

-- A submission rests on a raised limit only where two persons raised it (AMB-15).
create function finance.guard_submission() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if exists (select 1 from jsonb_array_elements(new.facts) f, unnest(array['overrideCapFen', 'overrideYearlyLimit', 'approvedFen']) as fact
      where coalesce(f ->> fact, 'false') <> 'false' and not exists (select 1 from finance.claim_override o where o.claim_id = new.claim_id
        and o.person_id = (f ->> 'personId')::uuid and o.fact = fact and o.state = 'approved' and coalesce(o.value_fen::text, 'true') = f ->> fact)) then
    perform platform.refuse('OVERRIDE_UNAPPROVED');
  end if;
  new.submitted_at := platform.now();
  return new;
end $$;
create trigger submission_guard before insert on finance.claim_submission for each row execute function finance.guard_submission();
`;

/** What must never happen to claims of every kind, refused by the database itself. */
export class GuardClaimsOfEveryKind1700000600202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CLAIMS, CONTENT, TWICE, OVERRIDES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function finance.guard_claim_content(), finance.guard_claim_class(), finance.guard_claim_material(), finance.follow_submission(),
       finance.check_once(uuid), finance.guard_override(), finance.guard_submission(), finance.is_editable(uuid) cascade`,
    );
  }
}
