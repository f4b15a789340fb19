import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 12 * 512;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Fresh random bytes for an initialisation vector, each given out once; drawn from the system many at a time. */
export function nextIv(bytes: number): Buffer {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const iv = Buffer.from(pool.subarray(used, used + bytes));
  used += bytes;
  return iv;
}
