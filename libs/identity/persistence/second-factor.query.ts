import { statement } from '#libs/platform';

/** What was shown and not confirmed within this many minutes is forgotten. */
const PENDING_MINUTES = 15;

/** The account's second factor, locked against a second change of it. */
export const secondFactorOf = statement(
  'identity.second-factor-of',
  `select login_name as login, totp_cipher is not null as "isEnrolled", totp_enrolled_at as "enrolledAt", totp_pending_cipher as "pendingCipher",
     greatest(0, floor(extract(epoch from totp_pending_at + interval '${PENDING_MINUTES} minutes' - clock_timestamp())))::int as "pendingSeconds"
   from identity.account where id = $1 and closed_at is null for no key update`,
);

export interface SecondFactorRow {
  readonly login: string;
  readonly isEnrolled: boolean;
  readonly enrolledAt: Date | null;
  readonly pendingCipher: Buffer | null;
  readonly pendingSeconds: number | null;
}

export const keepPending = statement(
  'identity.keep-pending-factor',
  `update identity.account set totp_pending_cipher = $2, totp_pending_at = clock_timestamp() where id = $1`,
);

/** The shown secret becomes the account's; the code that confirmed it is used up. */
export const confirmPending = statement(
  'identity.confirm-factor',
  `update identity.account set totp_cipher = $2, totp_last_step = $3, totp_enrolled_at = platform.now(), totp_failed_tries = 0, totp_locked_until = null,
     totp_pending_cipher = null, totp_pending_at = null where id = $1`,
);

/** Takes a lost authenticator away, and what was begun with it. */
export const takeAway = statement(
  'identity.take-factor-away',
  `update identity.account set totp_cipher = null, totp_enrolled_at = null, totp_last_step = -1, totp_failed_tries = 0, totp_locked_until = null,
     totp_pending_cipher = null, totp_pending_at = null, totp_reset_by = $2 where id = $1`,
);

/** The person of an account and the places it holds, or held, a right in. */
export const rightsOfFactor = statement(
  'identity.rights-of-factor',
  `select a.person_id as "personId", coalesce(json_agg(json_build_object('role', g.role, 'region', g.region, 'isInForce', g.is_in_force))
     filter (where g.id is not null), '[]') as rights
   from identity.account a left join identity.published_grant g on g.account_id = a.id and g.delegated_from is null
   where a.id = $1 and a.closed_at is null group by a.id`,
);

/** The secret of an account by its login name: for what the sandbox prints. */
export const cipherOfLogin = statement(
  'identity.cipher-of-login',
  `select id, totp_cipher as cipher from identity.account where login_name = $1 and totp_cipher is not null`,
);
