import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions of the console: the browser holds a random secret in a cookie, the row its SHA-256 and what the sign-in proved. No token is kept. */
export class CreateBrowserSessions1700000100401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table identity.browser_session (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  account_id uuid not null references identity.account,
  office_id uuid references identity.office,
  auth_time bigint not null,
  second_factor boolean not null,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null check (expires_at > created_at)
);
create index browser_session_expiry on identity.browser_session (expires_at);
create index browser_session_account on identity.browser_session (account_id);
comment on table identity.browser_session is 'Times are of the wall clock, as the proof of sign-in is. Ends 30 minutes after the last act, and at expires_at whatever happens';
comment on column identity.browser_session.auth_time is 'Seconds since 1970 at which the password was entered: signatures want a fresh one';

-- Every process may ask what a cookie proves; acts of the person (touch) keep the session alive, polling does not. Written at most once a minute.
create function identity.published_session(hash bytea, touch boolean)
returns table (account_id uuid, office_id uuid, auth_time bigint, second_factor boolean, seconds_left int)
language plpgsql security definer set search_path = identity, pg_temp as $$
declare
  idle constant interval := interval '30 minutes';
  found_row identity.browser_session;
begin
  select * into found_row from identity.browser_session s
    where s.id_hash = hash and s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - idle;
  if not found then return; end if;
  if touch and found_row.seen_at < clock_timestamp() - interval '1 minute' then
    update identity.browser_session s set seen_at = clock_timestamp() where s.id_hash = hash returning * into found_row;
  end if;
  return query select found_row.account_id, found_row.office_id, found_row.auth_time, found_row.second_factor,
    floor(extract(epoch from least(found_row.expires_at, found_row.seen_at + idle) - clock_timestamp()))::int;
end $$;
revoke all on function identity.published_session(bytea, boolean) from public;
grant execute on function identity.published_session(bytea, boolean)
  to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_identity;
grant select, insert (id_hash, account_id, office_id, auth_time, second_factor, expires_at), update (office_id, seen_at), delete
  on identity.browser_session to kbt_identity;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function if exists identity.published_session(bytea, boolean)`);
    await runner.query(`drop table if exists identity.browser_session`);
  }
}
