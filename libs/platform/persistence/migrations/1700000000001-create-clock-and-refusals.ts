import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Time-ordered identifiers (RFC 9562, version 7): rows that are written together lie together in their index.
create function platform.uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- A guard's way of saying no: the message is a code of libs/contracts/refusals, the detail its parameters as JSON.
create function platform.refuse(code text, params jsonb default null) returns void language plpgsql as $$
begin
  raise exception using errcode = 'KB000', message = code, detail = coalesce(params::text, '');
end $$;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  perform platform.refuse(coalesce(tg_argv[0], 'AUDIT_IMMUTABLE'), jsonb_build_object('table', tg_table_name));
  return null;
end $$;

-- The sandbox's clock. Production has no row here, and no role of ours has the right to create one.
create table platform.sandbox_clock (
  only_row boolean primary key default true check (only_row),
  shift interval not null default interval '0',
  moved_at timestamptz not null default clock_timestamp()
);

create function platform.now() returns timestamptz language sql volatile security definer set search_path = platform, pg_temp as $$
  select clock_timestamp() + coalesce((select shift from platform.sandbox_clock), interval '0')
$$;

create function platform.today() returns date language sql volatile as $$ select (platform.now() at time zone 'Asia/Shanghai')::date $$;

create function platform.move_clock(to_instant timestamptz) returns timestamptz
language plpgsql security definer set search_path = platform, pg_temp as $$
declare current_instant timestamptz := platform.now();
begin
  if not exists (select 1 from platform.sandbox_clock) then perform platform.refuse('SANDBOX_ONLY'); end if;
  if to_instant < current_instant then
    perform platform.refuse('CLOCK_BACKWARDS', jsonb_build_object('now', current_instant));
  end if;
  update platform.sandbox_clock set shift = to_instant - clock_timestamp(), moved_at = clock_timestamp();
  return platform.now();
end $$;
revoke all on function platform.move_clock(timestamptz) from public;

-- Run by the owner when a sandbox is set up, and by nobody else. A new sandbox may begin in the past, so that a journey meets holidays that are
-- announced; from then on its clock only moves forward.
create procedure platform.enable_sandbox(begins_at timestamptz default null) language plpgsql as $$
begin
  insert into platform.sandbox_clock (shift) values (coalesce(begins_at - clock_timestamp(), interval '0')) on conflict do nothing;
  grant execute on function platform.move_clock(timestamptz) to kbt_casework;
end $$;
revoke all on procedure platform.enable_sandbox(timestamptz) from public;

grant usage on schema platform to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity, kbt_worker;
`;

/** Identifiers, refusals and the one authority on time. */
export class CreateClockAndRefusals1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema platform cascade');
  }
}
