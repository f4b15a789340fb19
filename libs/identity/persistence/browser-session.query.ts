import { statement } from '#libs/platform';

/** What a cookie proves; $2: the person acts, so the session lives on. */
export const sessionOf = statement(
  'identity.session-of',
  `select account_id as "accountId", office_id as "officeId", auth_time as "authTime", second_factor as "secondFactor", seconds_left as "secondsLeft"
   from identity.published_session($1, $2)`,
);

export interface SessionRow {
  readonly accountId: string;
  readonly officeId: string | null;
  readonly authTime: bigint;
  readonly secondFactor: boolean;
  readonly secondsLeft: number;
}

export const insertSession = statement(
  'identity.insert-session',
  `insert into identity.browser_session (id_hash, account_id, office_id, auth_time, second_factor, expires_at)
   values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(hours => $6))`,
);

export const chooseOffice = statement('identity.choose-office', `update identity.browser_session set office_id = $2 where id_hash = $1`);

export const endSession = statement(
  'identity.end-session',
  `delete from identity.browser_session where id_hash = $1 returning account_id as "accountId"`,
);

export const endSessionsOf = statement('identity.end-sessions-of', `delete from identity.browser_session where account_id = $1`);

/** Ended sessions are of no use to anybody; swept when somebody signs in. */
export const sweepSessions = statement(
  'identity.sweep-sessions',
  `delete from identity.browser_session where id_hash in
     (select id_hash from identity.browser_session where expires_at < clock_timestamp() - interval '1 day' order by expires_at limit 100)`,
);

export const loginOf = statement(
  'identity.login-of',
  `select login_name as login, totp_cipher is not null as "hasSecondFactor" from identity.account where id = $1`,
);
