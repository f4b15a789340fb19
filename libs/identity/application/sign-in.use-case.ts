import { hash, verify } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import { accept, refuse, type Result } from '#libs/policy';
import { audit, type Database, decryptField, type Tx } from '#libs/platform';
import { fromBase32, matchTotp } from '../domain/totp.ts';
import { choosePassword } from '../persistence/account.query.ts';
import { accountToSignIn, recordSignIn, recordWrongTry, type SignInRow } from '../persistence/sign-in.query.ts';

/** Wrong tries in a row before the account is locked, and for how long. */
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
 * Proves a person by password, and by one-time code where the account has one. Wrong tries are counted in the same transaction whatever the
 * outcome; the fifth locks the account for a while. `unixSeconds` is the wall clock the codes are made from.
 */
export function signIn(database: Database, given: Credentials, unixSeconds: number): Promise<Result<SignedInAccount, SignInRefusal>> {
  return database.transaction(async (tx) => {
    const account = await tx.one<SignInRow>(accountToSignIn, [given.login.normalize('NFKC').trim().toLowerCase()]);
    if (account?.lockedMinutes) return refuse('SIGN_IN_LOCKED', { params: { minutes: account.lockedMinutes } });
    nobodysHash ??= hashPassword(randomUUID());
    const isRight = await verify(account?.passwordHash ?? (await nobodysHash), given.password.normalize('NFC'));
    if (!account?.passwordHash) return refuse('SIGN_IN_WRONG', { params: { left: TRIES - 1 } });
    if (!isRight) return wrongTry(tx, account, 'SIGN_IN_WRONG');
    return secondFactor(tx, account, given, unixSeconds);
  });
}

async function secondFactor(
  tx: Tx,
  account: SignInRow,
  given: Credentials,
  unixSeconds: number,
): Promise<Result<SignedInAccount, SignInRefusal>> {
  const { code = '' } = given;
  if (account.totpCipher === null) {
    return account.secondFactorRequired
      ? refuse('SIGN_IN_SECOND_FACTOR_MISSING')
      : ownPassword(tx, account, given, () => signedIn(tx, account, ['pwd'], -1));
  }
  if (code.trim() === '') return refuse('SIGN_IN_CODE_REQUIRED');
  const secret = fromBase32(decryptField(account.totpCipher, `identity.account.totp_cipher|${account.id}`));
  const step = matchTotp(secret, code, unixSeconds, Number(account.totpLastStep));
  return step === undefined
    ? wrongTry(tx, account, 'SIGN_IN_CODE_WRONG')
    : ownPassword(tx, account, given, () => signedIn(tx, account, ['pwd', 'otp'], step));
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

async function signedIn(tx: Tx, account: SignInRow, amr: SignedInAccount['amr'], step: number): Promise<Result<SignedInAccount, never>> {
  await tx.rows(recordSignIn, [account.id, step]);
  await audit(tx, { actor: null, act: 'signed-in', subject: { kind: 'account', id: account.id }, details: { amr } });
  return accept({ accountId: account.id, amr });
}

async function wrongTry(tx: Tx, account: SignInRow, code: 'SIGN_IN_WRONG' | 'SIGN_IN_CODE_WRONG'): Promise<Result<never, SignInRefusal>> {
  await tx.rows(recordWrongTry, [account.id, TRIES, LOCK_MINUTES]);
  const left = TRIES - account.failedTries - 1;
  await audit(tx, { actor: null, act: left > 0 ? 'sign-in-refused' : 'account-locked', subject: { kind: 'account', id: account.id } });
  return left > 0 ? refuse(code, { params: { left } }) : refuse('SIGN_IN_LOCKED', { params: { minutes: LOCK_MINUTES } });
}
