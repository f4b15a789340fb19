import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { config } from '../config/config.ts';
import { nextIv } from './next-iv.ts';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Version, length and name of the key: the same before every ciphertext of a key. */
function headerOf(keyId: string): Buffer {
  const name = Buffer.from(keyId);
  return Buffer.concat([Buffer.from([VERSION, name.length]), name]);
}
const headers = new Map<string, Buffer>();

/** Encrypts one field. `place` (`schema.table.column|rowId`) is authenticated, so that a ciphertext cannot be moved to another row. */
export function encryptField(text: string, place: string): Buffer {
  const { id, key } = config.keys().field;
  const header = headers.get(id) ?? headerOf(id);
  headers.set(id, header);
  const iv = nextIv(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = cipher.update(text, 'utf8');
  cipher.final(); // of this mode there is no rest
  return Buffer.concat([header, iv, cipher.getAuthTag(), body], header.length + IV_BYTES + TAG_BYTES + body.length);
}

/** Reads a field back; throws when the ciphertext was altered, moved, or written with another key. */
export function decryptField(stored: Buffer, place: string): string {
  const { id, key } = config.keys().field;
  const idLength = stored[1] ?? 0;
  const keyId = stored.subarray(2, 2 + idLength).toString();
  if (stored[0] !== VERSION || keyId !== id) throw new Error(`field was encrypted with key ${keyId}, this process holds ${id}`);
  const iv = stored.subarray(2 + idLength, 2 + idLength + IV_BYTES);
  const tag = stored.subarray(2 + idLength + IV_BYTES, 2 + idLength + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  decipher.setAuthTag(tag);
  return decipher.update(stored.subarray(2 + idLength + IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** A keyed fingerprint for equality search and uniqueness; without the key it cannot be tried out number by number. */
export function blindIndex(kind: string, normalized: string): Buffer {
  const digest = createHmac('sha256', config.keys().index).update(`${kind}|${normalized}`).digest('binary');
  return Buffer.from(digest, 'binary'); // from the pool: a digest asked for as bytes has memory of its own to be freed, a third of the whole cost
}
