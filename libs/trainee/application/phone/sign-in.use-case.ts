import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { audit, blindIndex, openIdentity, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { codeIndexOf } from '../voucher-code.ts';
import * as query from '../../persistence/phone.query.ts';

/** Somebody who borrowed the telephone should not be signed in the next morning. */
const SESSION_HOURS = 12;
const MOST_FAILURES = 5;
const FAILURE_MINUTES = 60;

export interface PhonePerson {
  readonly personId: string;
  readonly name: string;
  readonly maskedIdNumber: string;
}

export interface PhoneSession {
  /** Goes into the cookie; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares fingerprints, so that neither length nor first difference can be timed. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(blindIndex('phone-sign-in', one), blindIndex('phone-sign-in', other));
}

/**
 * 学员登录: by the voucher's code and the last six signs of the identity number. An unknown code and wrong digits answer alike; after
 * five failures in an hour the voucher is closed for sign-in. Commits its failures, so it must run in a transaction of its own.
 */
export async function signInByVoucher(
  tx: Tx,
  { code, idLastSix }: { readonly code: string; readonly idLastSix: string },
): Promise<Result<PhoneSession>> {
  const index = codeIndexOf(code);
  const { failures } = (await tx.one<{ failures: number }>(query.recentFailures, [index, FAILURE_MINUTES])) ?? { failures: 0 };
  if (failures >= MOST_FAILURES) return refuse('PHONE_LOCKED', { params: { minutes: FAILURE_MINUTES } });
  const holder = await tx.one<query.VoucherHolder>(query.holderOfVoucher, [index]);
  const idNumber = holder === undefined ? '' : openIdentity(holder.personId, holder.identity).idNumber;
  if (!holder || !isSame(idNumber.slice(-6).toUpperCase(), idLastSix.toUpperCase())) {
    await tx.rows(query.noteFailure, [index]);
    return refuse('PHONE_SIGN_IN_WRONG', { pointer: '/idLastSix' });
  }
  await tx.rows(query.forgetFailures, [index]);
  const token = randomBytes(32).toString('base64url');
  const session = await tx.one<{ expiresAt: Date }>(query.insertSession, [tokenHash(token), holder.personId, SESSION_HOURS]);
  if (!session) throw new Error('the session was not written');
  await audit(tx, { actor: null, act: 'phone-signed-in', subject: { kind: 'person', id: holder.personId } });
  return accept({ token, expiresAt: session.expiresAt });
}

/** Whose telephone this is; PHONE_SESSION_ENDED when the cookie is unknown or too old. */
export async function personOfPhone(tx: Tx, token: string | undefined): Promise<Result<PhonePerson>> {
  const row =
    token === undefined
      ? undefined
      : await tx.one<{ personId: string; name: Buffer; maskedIdNumber: string }>(query.personOfSession, [tokenHash(token)]);
  if (!row) return refuse('PHONE_SESSION_ENDED');
  const { personId, maskedIdNumber } = row;
  return accept({ personId, maskedIdNumber, name: openIdentity(personId, row.name).name });
}

/** Forgets the telephone; an unknown one is no fault. */
export async function endPhone(tx: Tx, token: string | undefined): Promise<void> {
  if (token !== undefined) await tx.rows(query.endSession, [tokenHash(token)]);
}
