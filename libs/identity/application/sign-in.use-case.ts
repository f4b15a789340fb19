import { hash, verify } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import { accept, refuse, type Result } from '#libs/policy';
import { audit, config, type Database, type Tx } from '#libs/platform';
import { matchTotp } from '../domain/totp.ts';
import { choosePassword } from '../persistence/account.query.ts';
import {
  accountToSignIn,
  recordCode,
  recordSignIn,
  recordWrongCode,
  recordWrongTry,
  type SignInRow,
} from '../persistence/sign-in.query.ts';
import { demoAccounts } from '../seed/demo-world.ts';
import { openSecret } from './totp-secret.ts';

/** Wrong passwords, or wrong codes, in a row before the account, or its second factor, is locked, and for how long. */
export const TRIES = 5;
const LOCK_MINUTES = 15;
/** A hash of nothing anybody knows: an unknown name costs the same time as a known one. */
let nobodysHash: Promise<string> | undefined;

export interface Credentials {
  readonly login: string;
  readonly password: string;
  /** One-time code; empty where none was asked for yet. */
  readonly code?: string;
  /** Chosen by the person where the one they have was set by somebody else. */
  readonly newPassword?: string;
  /** Whether the client asked for a second factor (`acr_values=mfa`): ordinary work begins without one (decision 0017). */
  readonly asksCode?: boolean;
}

export interface SignedInAccount {
  readonly accountId: string;
  /** RFC 8176 names of what was proved: `pwd`, and `otp` with a second factor. */
  readonly amr: readonly ('pwd' | 'otp')[];
}

export type SignInRefusal =
  | 'SIGN_IN_WRONG'
  | 'SIGN_IN_LOCKED'
  | 'SIGN_IN_CODE_REQUIRED'
  | 'SIGN_IN_CODE_WRONG'
  | 'SIGN_IN_CODE_LOCKED'
  | 'SIGN_IN_SECOND_FACTOR_MISSING'
  | 'SIGN_IN_PASSWORD_NEW'
  | 'SIGN_IN_PASSWORD_WEAK';

/** Characters a password has at least; what it is made of is left to the person. */
export const PASSWORD_LENGTH = 12;

/** Argon2id with the parameters of OWASP's minimum (19 MiB, 2 passes): 27 ms, so guessing is dear and signing in is not. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/**
 * Proves a person by password, and by one-time code where one is asked for or given. Wrong tries are counted in the same transaction whatever the
 * outcome; the fifth locks the account, or the second factor, for a while. `unixSeconds` is the wall clock the codes are made from.
 */
export function signIn(database: Database, given: Credentials, unixSeconds: number): Promise<Result<SignedInAccount, SignInRefusal>> {
  return database.transaction(async (tx) => {
    const account = await tx.one<SignInRow>(accountToSignIn, [given.login.normalize('NFKC').trim().toLowerCase()]);
    if (account?.lockedMinutes) return refuse('SIGN_IN_LOCKED', { params: { minutes: account.lockedMinutes } });
    nobodysHash ??= hashPassword(randomUUID());
    const isRight = await verify(account?.passwordHash ?? (await nobodysHash), given.password.normalize('NFC'));
    if (!account?.passwordHash) return refuse('SIGN_IN_WRONG', { params: { left: TRIES - 1 } });
    if (!isRight) return wrongPassword(tx, account);
    return secondFactor(tx, account, given, unixSeconds);
  });
}

/** An account that must have a second factor and has none yet gets in without: how else would its person enrol one? It signs nothing before. */
async function secondFactor(
  tx: Tx,
  account: SignInRow,
  given: Credentials,
  unixSeconds: number,
): Promise<Result<SignedInAccount, SignInRefusal>> {
  const { code = '', asksCode = false } = given;
  const byPassword = () => ownPassword(tx, account, given, () => signedIn(tx, account, ['pwd']));
  if (account.totpCipher === null) return asksCode ? refuse('SIGN_IN_SECOND_FACTOR_MISSING') : byPassword();
  if (code.trim() === '') return asksCode || account.secondFactorRequired ? refuse('SIGN_IN_CODE_REQUIRED') : byPassword();
  if (account.codeLockedMinutes) return refuse('SIGN_IN_CODE_LOCKED', { params: { minutes: account.codeLockedMinutes } });
  // A code works once (RFC 6238 section 5.2). A demonstration account's stands on the sandbox's page for everybody to read: there it may come again,
  // so that a stranger who signs twice in half a minute does not wait. Never in production, which has no such accounts either.
  const mayRepeat = config.profile() === 'sandbox' && demoAccounts.some(({ accountId }) => accountId === account.id);
  const step = matchTotp(openSecret(account.totpCipher, account.id), code, unixSeconds, mayRepeat ? -1 : Number(account.totpLastStep));
  if (step === undefined) return wrongCode(tx, account);
  return ownPassword(tx, account, given, async () => {
    await tx.rows(recordCode, [account.id, step]);
    return signedIn(tx, account, ['pwd', 'otp']);
  });
}

/** Lets a person in whose password is their own; one that was set for them is exchanged first, in the same step. */
async function ownPassword(
  tx: Tx,
  account: SignInRow,
  { password, newPassword = '' }: Credentials,
  letIn: () => Promise<Result<SignedInAccount, never>>,
): Promise<Result<SignedInAccount, SignInRefusal>> {
  if (!account.mustChoosePassword) return letIn();
  if (newPassword === '') return refuse('SIGN_IN_PASSWORD_NEW', { params: { length: PASSWORD_LENGTH } });
  if (newPassword.length < PASSWORD_LENGTH || newPassword === password)
    return refuse('SIGN_IN_PASSWORD_WEAK', { params: { length: PASSWORD_LENGTH } });
  await tx.rows(choosePassword, [account.id, await hashPassword(newPassword)]);
  await audit(tx, { actor: null, act: 'password-chosen', subject: { kind: 'account', id: account.id } });
  return letIn();
}

async function signedIn(tx: Tx, account: SignInRow, amr: SignedInAccount['amr']): Promise<Result<SignedInAccount, never>> {
  await tx.rows(recordSignIn, [account.id]);
  await audit(tx, { actor: null, act: 'signed-in', subject: { kind: 'account', id: account.id }, details: { amr } });
  return accept({ accountId: account.id, amr });
}

async function wrongPassword(tx: Tx, account: SignInRow): Promise<Result<never, SignInRefusal>> {
  await tx.rows(recordWrongTry, [account.id, TRIES, LOCK_MINUTES]);
  const left = TRIES - account.failedTries - 1;
  await audit(tx, { actor: null, act: left > 0 ? 'sign-in-refused' : 'account-locked', subject: { kind: 'account', id: account.id } });
  return left > 0 ? refuse('SIGN_IN_WRONG', { params: { left } }) : refuse('SIGN_IN_LOCKED', { params: { minutes: LOCK_MINUTES } });
}

async function wrongCode(tx: Tx, account: SignInRow): Promise<Result<never, SignInRefusal>> {
  await tx.rows(recordWrongCode, [account.id, TRIES, LOCK_MINUTES]);
  const left = TRIES - account.failedCodes - 1;
  const act = left > 0 ? 'second-factor-refused' : 'second-factor-locked';
  await audit(tx, { actor: null, act, subject: { kind: 'account', id: account.id } });
  return left > 0
    ? refuse('SIGN_IN_CODE_WRONG', { params: { left } })
    : refuse('SIGN_IN_CODE_LOCKED', { params: { minutes: LOCK_MINUTES } });
}
