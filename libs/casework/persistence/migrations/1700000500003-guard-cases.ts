import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Time comes from here and from nowhere else; what is closed stays closed.
create function casework.guard_task() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  if old.closed_at is not null then perform platform.refuse('TASK_CLOSED'); end if;
  new.closed_at := case when new.closed_because is null then null else platform.now() end;
  new.accepted_at := case when new.is_accepted then coalesce(old.accepted_at, platform.now()) end;
  new.escalated_at := case when new.is_escalated then coalesce(old.escalated_at, platform.now()) end;
  new.version := old.version + 1;
  return new;
end $$;
create trigger task_guard before update on casework.task for each row execute function casework.guard_task();

create function casework.guard_stage() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  if old.outcome is not null then perform platform.refuse('STAGE_ENDED'); end if;
  if (new.signers, new.steps) is distinct from (old.signers, old.steps) then perform platform.refuse('STAGE_ENDED'); end if;
  new.outcome_at := case when new.outcome is null then null else platform.now() end;
  if new.is_suspended and not old.is_suspended then
    new.suspended_at := platform.now();
    new.suspended_on := platform.today();
  elsif not new.is_suspended then
    new.suspended_at := null;
    new.suspended_on := null;
  end if;
  return new;
end $$;
create trigger stage_guard before update on casework.stage for each row execute function casework.guard_stage();

create function casework.guard_case_file() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  if old.snapshot_hash is not null and new.snapshot_hash is distinct from old.snapshot_hash then perform platform.refuse('SNAPSHOT_FIXED'); end if;
  if new.version <= old.version then new.version := old.version + 1; end if;
  new.closed_at := case when new.status = 'open' then null else coalesce(old.closed_at, platform.now()) end;
  return new;
end $$;
create trigger case_file_guard before update on casework.case_file for each row execute function casework.guard_case_file();

-- A person can be left out of a claim only while nothing of theirs was paid on a signature: the reviewers, finance, or an upheld objection.
create function casework.guard_line_exclusion() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
declare decided casework.decision;
begin
  perform 1 from finance.claim where id = new.claim_id for no key update;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  select * into decided from casework.decision where id = new.decision_id;
  if not found or decided.case_id <> new.claim_id or decided.person_id <> new.decided_by then perform platform.refuse('DECISION_UNKNOWN'); end if;
  return new;
end $$;
create trigger line_exclusion_guard before insert on casework.line_exclusion for each row execute function casework.guard_line_exclusion();
`;

/** Rows that record what somebody did: never changed, never removed. */
const APPEND_ONLY = [
  'decision',
  'correction_mark',
  'line_exclusion',
  'contributor',
  'completion_roster',
  'signature',
  'public_notice_line',
  'reminder',
];
/** Rows that move, but never vanish. */
const PERMANENT = ['case_file', 'stage', 'task', 'public_notice', 'objection'];

/** Nothing of a case is rewritten, re-opened or removed. */
export class GuardCases1700000500003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
    for (const table of APPEND_ONLY) {
      await runner.query(
        `create trigger ${table}_append_only before update or delete on casework.${table} for each row execute function platform.refuse_change('CASE_RECORD_PERMANENT')`,
      );
    }
    for (const table of PERMANENT) {
      await runner.query(
        `create trigger ${table}_permanent before delete on casework.${table} for each row execute function platform.refuse_change('CASE_RECORD_PERMANENT')`,
      );
    }
    for (const table of [...APPEND_ONLY, ...PERMANENT]) {
      await runner.query(
        `create trigger ${table}_no_truncate before truncate on casework.${table} for each statement execute function platform.refuse_change('CASE_RECORD_PERMANENT')`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...APPEND_ONLY, ...PERMANENT]) await runner.query(`drop trigger ${table}_no_truncate on casework.${table}`);
    for (const table of APPEND_ONLY) await runner.query(`drop trigger ${table}_append_only on casework.${table}`);
    for (const table of PERMANENT) await runner.query(`drop trigger ${table}_permanent on casework.${table}`);
    await runner.query(
      `drop function casework.guard_task(), casework.guard_stage(), casework.guard_case_file(), casework.guard_line_exclusion() cascade`,
    );
  }
}
