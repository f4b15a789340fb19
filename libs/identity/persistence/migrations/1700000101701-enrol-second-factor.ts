import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = `
alter table identity.account
  add column totp_enrolled_at timestamptz,
  add column totp_pending_cipher bytea,
  add column totp_pending_at timestamptz,
  add column totp_failed_tries integer not null default 0 check (totp_failed_tries >= 0),
  add column totp_locked_until timestamptz,
  add column totp_reset_by uuid references identity.account,
  add constraint account_totp_pending check ((totp_pending_cipher is null) = (totp_pending_at is null));
comment on column identity.account.totp_cipher is 'Secret of the authenticator, AES-256-GCM, AAD identity.account.totp_cipher|<id>';
comment on column identity.account.totp_pending_cipher is 'A secret that was shown and not yet confirmed by a code, AAD identity.account.totp_pending_cipher|<id>';
comment on column identity.account.totp_pending_at is 'On the wall clock: what was shown is forgotten after a quarter of an hour';
comment on column identity.account.totp_failed_tries is 'Wrong codes are counted apart from wrong passwords: an ordinary sign-in, by password alone, must not wipe them away';
comment on column identity.account.totp_reset_by is 'Who took a lost authenticator away: an administrator, never the person';
grant update (totp_enrolled_at, totp_pending_cipher, totp_pending_at, totp_failed_tries, totp_locked_until, totp_reset_by)
  on identity.account to kbt_identity;

-- A second factor that a password alone could take away would be none: another human being does it, and is named.
create function identity.second_factor_guard() returns trigger language plpgsql
  security definer set search_path = identity, platform, pg_temp as $$
begin
  if new.totp_reset_by is null or identity.person_of(new.totp_reset_by) is not distinct from old.person_id then
    perform platform.refuse('SECOND_FACTOR_RESET_SELF');
  end if;
  return new;
end $$;
create trigger account_second_factor before update on identity.account for each row
  when (old.totp_cipher is not null and new.totp_cipher is null) execute function identity.second_factor_guard();
`;

/** A person's own second factor: shown once, confirmed by a code, taken away by an administrator. */
export class EnrolSecondFactor1700000101701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function identity.second_factor_guard() cascade');
    await runner.query(`alter table identity.account drop column totp_enrolled_at, drop column totp_pending_cipher, drop column totp_pending_at,
      drop column totp_failed_tries, drop column totp_locked_until, drop column totp_reset_by`);
  }
}
