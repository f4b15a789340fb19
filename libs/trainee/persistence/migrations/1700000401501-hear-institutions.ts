import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- The institution says once what it knows before the bureau answers; the answer says whether the trainee was right.
alter table trainee.dispute
  add statement_cipher bytea,
  add stated_by uuid,
  add stated_at timestamptz,
  add outcome text check (outcome in ('upheld', 'dismissed')),
  add check ((stated_at is null) = (statement_cipher is null) and (stated_at is null) = (stated_by is null)),
  add check (outcome is null or answered_at is not null);

create or replace function trainee.guard_dispute() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare
  enrolled record;
  stating constant text[] := '{statement_cipher,stated_by,stated_at,version}';
  answering constant text[] := '{answer_cipher,answered_by,answered_at,outcome,version}';
begin
  if tg_op = 'INSERT' then
    select e.person_id, e.class_id, e.institution_id, c.region into enrolled
      from trainee.enrollment e join institution.published_class c on c.id = e.class_id where e.id = new.enrollment_id;
    if not found or (enrolled.person_id, enrolled.class_id) is distinct from (new.person_id, new.class_id) then perform platform.refuse('DISPUTE_FIXED'); end if;
    new.institution_id := enrolled.institution_id;
    new.region := enrolled.region;
    new.filed_at := platform.now();
    new.version := 1;
    new.answer_cipher := null; new.answered_by := null; new.answered_at := null; new.outcome := null;
    new.statement_cipher := null; new.stated_by := null; new.stated_at := null;
    return new;
  end if;
  if old.answered_at is not null then perform platform.refuse('DISPUTE_FIXED'); end if;
  new.version := old.version + 1;
  if new.answer_cipher is not null and new.outcome is not null then
    new.answered_at := platform.now();
    if to_jsonb(new) - answering <> to_jsonb(old) - answering then perform platform.refuse('DISPUTE_FIXED'); end if;
  else
    if old.stated_at is not null or new.statement_cipher is null then perform platform.refuse('DISPUTE_FIXED'); end if;
    new.stated_at := platform.now();
    if to_jsonb(new) - stating <> to_jsonb(old) - stating then perform platform.refuse('DISPUTE_FIXED'); end if;
  end if;
  return new;
end $$;

grant update (statement_cipher, stated_by, outcome) on trainee.dispute to kbt_trainee;
`;

/** The institution is heard before a dispute is answered, and the answer says who was right. */
export class HearInstitutions1700000401501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  // The guard stays: it lets through whatever the former one did.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table trainee.dispute drop outcome, drop stated_at, drop stated_by, drop statement_cipher');
  }
}
