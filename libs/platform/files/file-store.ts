import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { config } from '../config/config.ts';
import type { Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const insert = statement(
  'platform.insert-file',
  `insert into platform.file (sha256, size_bytes, media_type) values ($1, $2, $3) on conflict (sha256) do nothing`,
);

/** Keeps files by the SHA-256 of their content, encrypted at rest; the same content is stored once. */
@Injectable()
export class FileStore {
  /** Stores the bytes, then registers them in the caller's transaction; answers the hash in hex. A file without a row is harmless, a row without a file is not. */
  async put(tx: Tx, bytes: Buffer, mediaType: string): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.write(sha256, bytes);
    await tx.rows(insert, [Buffer.from(sha256, 'hex'), bytes.length, mediaType]);
    return sha256;
  }

  /** Reads a file back; throws when its content no longer has its hash. */
  async get(sha256: string): Promise<Buffer> {
    const stored = await readFile(this.pathOf(sha256));
    const decipher = createDecipheriv('aes-256-gcm', config.keys().field.key, stored.subarray(0, IV_BYTES)).setAAD(Buffer.from(sha256));
    decipher.setAuthTag(stored.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const bytes = Buffer.concat([decipher.update(stored.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`file ${sha256} is damaged`);
    return bytes;
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by its SHA-256 in hex');
    return path.join(config.filesFolder(), sha256.slice(0, 2), sha256);
  }

  private async write(sha256: string, bytes: Buffer): Promise<void> {
    const target = this.pathOf(sha256);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', config.keys().field.key, iv).setAAD(Buffer.from(sha256));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const draft = `${target}.${randomBytes(6).toString('hex')}`;
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(Buffer.concat([iv, cipher.getAuthTag(), body]));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target); // a crash leaves a draft, never half a file under its name
  }
}
