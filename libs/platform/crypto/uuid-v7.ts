import { randomFillSync } from 'node:crypto';

const RANDOM_BYTES = 8;
const POOL_BYTES = RANDOM_BYTES * 1024;
const MS_DIGITS = 12;

const pool = Buffer.allocUnsafeSlow(POOL_BYTES);
/** The pool in hex, two digits a byte: cutting from a text is cheaper than asking for each id anew. */
let random = '';
let used = 0;
let lastMs = 0;
let counter = 0;
/** The first two groups, and the version: the same for every id of a millisecond. */
let time = '';

function refill(): void {
  randomFillSync(pool);
  for (let at = 0; at < POOL_BYTES; at += RANDOM_BYTES) pool[at] = ((pool[at] ?? 0) & 0x3f) | 0x80; // the variant
  random = pool.toString('hex');
  used = 0;
}

/**
 * An id that grows with time (RFC 9562, version 7, counter in `rand_a`): ten thousand new rows then fill the end of an index instead of
 * touching every page of it. As text; 74 bits are random or counted.
 */
export function uuidV7(): string {
  if (used >= random.length) refill();
  const now = Math.max(Date.now(), lastMs);
  counter = now === lastMs ? counter + 1 : 0;
  const ms = counter > 0xfff ? now + 1 : now; // more than 4096 in a millisecond borrow from the next one
  counter &= 0xfff;
  if (ms !== lastMs) {
    const digits = ms.toString(16).padStart(MS_DIGITS, '0');
    time = `${digits.slice(0, 8)}-${digits.slice(8)}-7`;
    lastMs = ms;
  }
  const at = used;
  used += 2 * RANDOM_BYTES;
  return `${time}${(0x1000 + counter).toString(16).slice(1)}-${random.slice(at, at + 4)}-${random.slice(at + 4, used)}`;
}
