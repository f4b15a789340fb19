import { randomFillSync } from 'node:crypto';

const RANDOM_BYTES = 10;
const POOL = RANDOM_BYTES * 1024;

let pool = Buffer.alloc(0);
let used = 0;
let lastMs = 0;
let counter = 0;

/**
 * An id that grows with time (RFC 9562, version 7, counter in `rand_a`): ten thousand new rows then fill the end of an index instead of
 * touching every page of it. As text; 74 bits are random or counted.
 */
export function uuidV7(): string {
  if (used >= pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL));
    used = 0;
  }
  const now = Math.max(Date.now(), lastMs);
  counter = now === lastMs ? counter + 1 : 0;
  lastMs = counter > 0xfff ? now + 1 : now; // more than 4096 in a millisecond borrow from the next one
  counter &= 0xfff;
  const hex = pool.toString('hex', used, used + RANDOM_BYTES);
  used += RANDOM_BYTES;
  const ms = lastMs.toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(hex[0] ?? '0', 16) & 3) | 8).toString(16);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${hex.slice(1, 4)}-${hex.slice(4, 16)}`;
}
