import { randomInt } from 'node:crypto';
import { blindIndex } from '#libs/platform';

/** Without signs that are taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 12;

export function newVoucherCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** The fingerprint a voucher is found by; however the code was typed. */
export function codeIndexOf(code: string): Buffer {
  return blindIndex('voucher', code.replace(/[\s-]/g, '').toUpperCase());
}
