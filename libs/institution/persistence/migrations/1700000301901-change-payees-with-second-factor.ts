import type { MigrationInterface, QueryRunner } from 'typeorm';

const GUARD = String.raw`
-- As before; the proof of the decision is written with it.
create or replace function institution.guard_payee_change() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
declare of_institution institution.institution;
  acted constant text[] := '{state,decided_by,decision_authenticated_at,decision_second_factor,stopped_by}';
begin
  select * into of_institution from institution.institution i where i.id = new.institution_id for no key update;
  if not found then perform platform.refuse('NOT_FOUND'); end if;
  if tg_op = 'INSERT' then
    if not institution.is_official(new.proposed_by, of_institution.region, of_institution.id, array['county-administrator', 'caseworker']) then
      perform platform.refuse('INSTITUTION_OFFICE'); end if;
    if new.payee_name <> of_institution.name then perform platform.refuse('PAYEE_NAME_DIFFERS', jsonb_build_object('name', of_institution.name)); end if;
    if exists (select 1 from institution.payee_change c where c.institution_id = new.institution_id
      and (c.state = 'proposed' or c.state = 'confirmed' and c.effective_on > platform.today())) then perform platform.refuse('PAYEE_CHANGE_PENDING'); end if;
    new.state := 'proposed'; new.proposed_at := platform.now(); new.version := 1;
    new.decided_by := null; new.decided_at := null; new.effective_on := null; new.stopped_by := null; new.stopped_at := null;
    return new;
  end if;
  if (to_jsonb(new) - acted) <> (to_jsonb(old) - acted) then
    perform platform.refuse('PAYEE_CHANGE_FIXED', jsonb_build_object('state', old.state)); end if;
  if old.state = 'proposed' and new.state in ('confirmed', 'refused') and new.stopped_by is null then
    if new.decided_by is null or not institution.is_official(new.decided_by, of_institution.region, of_institution.id, array['county-administrator', 'leader']) then
      perform platform.refuse('INSTITUTION_OFFICE'); end if;
    if new.decided_by = old.proposed_by then perform platform.refuse('PAYEE_SAME_PERSON'); end if;
    if new.state = 'confirmed' then
      if old.payee_name <> of_institution.name then perform platform.refuse('PAYEE_NAME_DIFFERS', jsonb_build_object('name', of_institution.name)); end if;
      new.effective_on := institution.payee_effective_on(old.institution_id);
    end if;
    new.decided_at := platform.now();
  elsif new.state = 'stopped' and new.decided_by is not distinct from old.decided_by
    and (old.state = 'proposed' or old.state = 'confirmed' and old.effective_on > platform.today()) then
    if new.stopped_by is null or not (institution.is_official(new.stopped_by, of_institution.region, of_institution.id, array['county-administrator', 'leader', 'caseworker'])
      or exists (select 1 from identity.published_grant g where g.person_id = new.stopped_by and g.institution_id = old.institution_id and g.is_in_force)) then
      perform platform.refuse('INSTITUTION_OFFICE'); end if;
    new.stopped_at := platform.now();
  else
    perform platform.refuse('PAYEE_CHANGE_FIXED', jsonb_build_object('state', old.state));
  end if;
  new.version := old.version + 1;
  return new;
end $$;
`;

const PROOF = String.raw`
alter table institution.payee_change add column proposal_authenticated_at timestamptz, add column proposal_second_factor boolean,
  add column decision_authenticated_at timestamptz, add column decision_second_factor boolean;
comment on column institution.payee_change.proposal_authenticated_at is 'When the proposing person signed in, on the platform''s clock; empty for what was proposed before this column';
comment on column institution.payee_change.decision_authenticated_at is 'When the second person signed in, on the platform''s clock; empty while proposed, and for what was decided before this column';
grant insert (proposal_authenticated_at, proposal_second_factor), update (decision_authenticated_at, decision_second_factor)
  on institution.payee_change to kbt_institution;

-- Where money goes is proved by both persons as a signature is. Stopping a change is not: it moves nothing, and must not wait for a telephone.
-- Asked after payee_change_guard, which lets nothing but a decision or a stop through.
create function institution.guard_payee_proof() returns trigger language plpgsql security definer set search_path = institution, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform platform.require_second_factor(new.proposal_authenticated_at, new.proposal_second_factor);
  elsif new.state <> 'stopped' then
    perform platform.require_second_factor(new.decision_authenticated_at, new.decision_second_factor);
  elsif (new.decision_authenticated_at, new.decision_second_factor) is distinct from (old.decision_authenticated_at, old.decision_second_factor) then
    perform platform.refuse('PAYEE_CHANGE_FIXED', jsonb_build_object('state', old.state));
  end if;
  return new;
end $$;
create trigger payee_change_proof before insert or update on institution.payee_change for each row execute function institution.guard_payee_proof();
revoke execute on function institution.guard_payee_proof() from public;
`;

/** Nobody sends an institution's money elsewhere by a password alone, whoever writes. */
export class ChangePayeesWithSecondFactor1700000301901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [GUARD, PROOF]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function institution.guard_payee_proof() cascade;
      alter table institution.payee_change drop column proposal_authenticated_at, drop column proposal_second_factor,
        drop column decision_authenticated_at, drop column decision_second_factor`);
  }
}
