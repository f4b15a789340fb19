import { statement } from '#libs/platform';

/** The account behind a login name, locked so that guesses for one account are tried one after another. */
export const accountToSignIn = statement(
  'identity.account-to-sign-in',
  `select id, password_hash as "passwordHash", totp_cipher as "totpCipher", totp_last_step as "totpLastStep",
     second_factor_required as "secondFactorRequired", must_choose_password as "mustChoosePassword", failed_tries as "failedTries",
     totp_failed_tries as "failedCodes", greatest(0, ceil(extract(epoch from locked_until - clock_timestamp()) / 60))::int as "lockedMinutes",
     greatest(0, ceil(extract(epoch from totp_locked_until - clock_timestamp()) / 60))::int as "codeLockedMinutes"
   from identity.account where login_name = $1 and closed_at is null for update`,
);

export const recordWrongTry = statement(
  'identity.record-wrong-try',
  `update identity.account set failed_tries = case when failed_tries + 1 >= $2 then 0 else failed_tries + 1 end,
     locked_until = case when failed_tries + 1 >= $2 then clock_timestamp() + make_interval(mins => $3) else locked_until end
   where id = $1`,
);

/** A wrong code; the last of $2 in a row closes the second factor for $3 minutes, not the account. */
export const recordWrongCode = statement(
  'identity.record-wrong-code',
  `update identity.account set totp_failed_tries = case when totp_failed_tries + 1 >= $2 then 0 else totp_failed_tries + 1 end,
     totp_locked_until = case when totp_failed_tries + 1 >= $2 then clock_timestamp() + make_interval(mins => $3) else totp_locked_until end
   where id = $1`,
);

export const recordSignIn = statement(
  'identity.record-sign-in',
  `update identity.account set failed_tries = 0, locked_until = null where id = $1`,
);

/** The step $2 is used up. */
export const recordCode = statement(
  'identity.record-code',
  `update identity.account set totp_failed_tries = 0, totp_locked_until = null, totp_last_step = greatest(totp_last_step, $2) where id = $1`,
);

export const openAccount = statement(
  'identity.open-account',
  `select id, display_name as name from identity.account where id = $1 and closed_at is null`,
);

export interface SignInRow {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly totpCipher: Buffer | null;
  readonly totpLastStep: bigint;
  readonly secondFactorRequired: boolean;
  readonly mustChoosePassword: boolean;
  readonly failedTries: number;
  readonly failedCodes: number;
  readonly lockedMinutes: number | null;
  readonly codeLockedMinutes: number | null;
}
