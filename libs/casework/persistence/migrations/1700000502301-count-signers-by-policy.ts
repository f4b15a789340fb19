import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- How many handlers the policy of a claim wants (DEC-07; AMB-06: two where it says nothing); the most where several processes have the subsidy.
create function casework.policy_signers(of_claim uuid) returns int
language plpgsql stable security definer set search_path = casework, pg_temp as $$
begin
  return (select max((p.value #>> '{claim,signOff,signers,value}')::int)
    from finance.published_claim k join rulebook.published_snapshot s on s.hash::text = k.snapshot_hash::text, jsonb_each(s.document::jsonb -> 'process') p
    where k.id = of_claim and case when k.class_id is null then p.value -> 'subsidies' ? k.subsidy
      else p.key = (select c.class_type from institution.published_class c where c.id = k.class_id) end);
end $$;

create function casework.guard_sign_off() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare required int := casework.policy_signers(new.case_id);
begin
  if required is null or new.signers < required then
    perform platform.refuse('SIGNERS_TOO_FEW', jsonb_build_object('signers', new.signers, 'required', greatest(coalesce(required, 2), 2)));
  end if;
  return new;
end $$;
create trigger sign_off_guard before insert on casework.stage for each row when (new.stage = 'sign-off') execute function casework.guard_sign_off();

-- Whether as many handlers have signed a package as its sign-off asks for.
create function casework.published_is_signed(of_claim uuid, of_version int) returns boolean
language plpgsql stable security definer set search_path = casework, pg_temp as $$
begin
  return (select count(distinct g.person_id) from casework.signature g where g.claim_id = of_claim and g.version = of_version and g.kind = 'handler')
    >= (select max(s.signers) from casework.stage s where s.case_id = of_claim and s.stage = 'sign-off' and s.package_version = of_version);
end $$;
revoke all on function casework.policy_signers(uuid), casework.guard_sign_off(), casework.published_is_signed(uuid, int) from public;
`;

/** Nobody opens a sign-off with fewer signers than the policy wants, and nobody pays on fewer. */
export class CountSignersByPolicy1700000502301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function casework.guard_sign_off() cascade; drop function casework.policy_signers(uuid), casework.published_is_signed(uuid, int)',
    );
  }
}
