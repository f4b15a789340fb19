import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
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
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function institution.guard_payee_proof() cascade;
      alter table institution.payee_change drop column proposal_authenticated_at, drop column proposal_second_factor,
        drop column decision_authenticated_at, drop column decision_second_factor`);
  }
}
