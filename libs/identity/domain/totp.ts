import { createHmac, timingSafeEqual } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_SECONDS = 30;

/** Parameters of a one-time code; the defaults are what authenticator apps use (RFC 6238 section 4). */
export interface TotpOptions {
  readonly digits?: number;
  readonly algorithm?: 'sha1' | 'sha256' | 'sha512';
}

/** The time step an instant falls into: seconds since 1970 divided by 30 (RFC 6238 section 4.2). */
export function totpStep(unixSeconds: number): number {
  return Math.floor(unixSeconds / STEP_SECONDS);
}

/** The code of one time step: HOTP over the step counter with dynamic truncation (RFC 4226 section 5.3). */
export function totpCode(secret: Buffer, step: number, { digits = 6, algorithm = 'sha1' }: TotpOptions = {}): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const value = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(value).padStart(digits, '0');
}

/**
 * The step whose code was given, or undefined when it is none of the current one and its two neighbours.
 * A step at or before `lastStep` is refused: a code seen over the shoulder must not work again (RFC 6238 section 5.2).
 */
export function matchTotp(secret: Buffer, code: string, unixSeconds: number, lastStep = -1): number | undefined {
  const given = Buffer.from(code.normalize('NFKC').replaceAll(/\s/g, ''));
  const now = totpStep(unixSeconds);
  return [now, now - 1, now + 1].find((step) => {
    const expected = Buffer.from(totpCode(secret, step));
    return step > lastStep && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** Base32 of RFC 4648 without padding: the form in which authenticator apps take a secret. */
export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

/** Bytes of a base32 text; throws on a character outside the alphabet. */
export function fromBase32(text: string): Buffer {
  const bits = [...text.toUpperCase().replaceAll(/[\s=]/g, '')].map((char) => {
    const index = ALPHABET.indexOf(char);
    if (index < 0) throw new RangeError('not a base32 text');
    return index.toString(2).padStart(5, '0');
  });
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
