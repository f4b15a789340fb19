import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 12 * 512;
let pool = Buffer.alloc(0);
let used = 0;

/** Fresh random bytes for an initialisation vector, each given out once; drawn from the system many at a time. */
export function nextIv(bytes: number): Buffer {
  if (used + bytes > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL_BYTES)); // a new one: whoever still holds a vector keeps it
    used = 0;
  }
  used += bytes;
  return pool.subarray(used - bytes, used);
}
