import { decryptField, encryptField } from '#libs/platform';
import { fromBase32, toBase32 } from '../domain/totp.ts';

type Column = 'totp_cipher' | 'totp_pending_cipher';

const placeOf = (column: Column, accountId: string): string => `identity.account.${column}|${accountId}`;

/** An authenticator's secret as it is stored: bound to its column and account, so that it opens in no other row. */
export function sealSecret(secret: Buffer, accountId: string, column: Column = 'totp_cipher'): Buffer {
  return encryptField(toBase32(secret), placeOf(column, accountId));
}

/** @throws where the bytes were moved from another place or altered. */
export function openSecret(cipher: Buffer, accountId: string, column: Column = 'totp_cipher'): Buffer {
  return fromBase32(decryptField(cipher, placeOf(column, accountId)));
}
