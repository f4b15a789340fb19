import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTRIBUTORS = String.raw`
-- Everybody whose input about a class's people is in its claim, through whatever account (AMB-06): rosters, results, certificates, proofs of employment.
create view trainee.published_contributor as
  select class_id, uploaded_by as person_id from trainee.roster_import where state = 'confirmed'
  union select class_id, confirmed_by from trainee.roster_import where state = 'confirmed'
  union select class_id, recorded_by from trainee.assessment_result
  union select class_id, recorded_by from trainee.certificate
  union select class_id, recorded_by from trainee.employment_proof
  union select class_id, voided_by from trainee.employment_proof where voided_by is not null;
grant select on trainee.published_contributor to kbt_casework, kbt_finance, kbt_payments, kbt_worker;
create index roster_import_confirmed on trainee.roster_import (class_id) where state = 'confirmed';
`;

const EMPLOYMENT = String.raw`
-- 培训后就业: what began before the class did not come of it (XZ24 三(三)). And while a claim rests on a proof nobody takes it back (AMB-10: frozen on submission).
create function trainee.guard_employment_facts() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare began date;
begin
  if tg_op = 'INSERT' then
    select c.starts_on into began from institution.published_class c where c.id = new.class_id;
    if began is null or new.employed_on < began then perform platform.refuse('EMPLOYMENT_BEFORE_TRAINING', jsonb_build_object('startsOn', began)); end if;
  elsif exists (select 1 from finance.published_claim_class k where k.class_id = new.class_id and finance.claim_state(k.claim_id) in ('under-review', 'approved')) then
    perform platform.refuse('EMPLOYMENT_IN_CLAIM');
  end if;
  return new;
end $$;
create trigger employment_facts_guard before insert or update on trainee.employment_proof for each row execute function trainee.guard_employment_facts();
revoke execute on function trainee.guard_employment_facts() from public;
`;

/** Who had a hand in what a claim says of its people, and which employment counts. */
export class PublishContributors1700000402301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CONTRIBUTORS, EMPLOYMENT]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function trainee.guard_employment_facts() cascade; drop view trainee.published_contributor; drop index trainee.roster_import_confirmed',
    );
  }
}
