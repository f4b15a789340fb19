import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Tx } from '#libs/platform';
import { copyRows } from './roster.query.ts';

/** One person of an import, as COPY writes it. */
export interface CopiedRow {
  readonly row: number;
  readonly personId: string;
  readonly isKnown: boolean;
  readonly idIndex: Buffer;
  readonly nameCipher: Buffer;
  readonly idNumberCipher: Buffer | null;
  readonly maskedIdNumber: string;
  readonly category: string;
  readonly enrollmentId: string;
  readonly detailsCipher: Buffer;
}

/** Signature, no flags, no extension; the trailer is a row of -1 columns (PostgreSQL: COPY, binary format). */
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);
const COLUMNS = 11;
const UUID_BYTES = 16;
const CHUNK_BYTES = 128 * 1024;
/** More than any row's fixed columns and lengths need. */
const FIXED_BYTES = 256;

/** Packs rows into chunks; binary, since as text every ciphertext would be twice as long and be written and read digit by digit. */
class RowPacker {
  private chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  private at = 0;

  constructor(private readonly importId: string) {}

  /** Adds a row; answers the full chunk before it, where it no longer fitted. */
  add(row: CopiedRow): Buffer | undefined {
    const { idIndex, nameCipher, idNumberCipher, detailsCipher, maskedIdNumber, category } = row;
    const texts = 3 * (maskedIdNumber.length + category.length);
    const needed = FIXED_BYTES + texts + idIndex.length + nameCipher.length + (idNumberCipher?.length ?? 0) + detailsCipher.length;
    const full = this.at + needed > this.chunk.length ? this.take(Math.max(CHUNK_BYTES, needed)) : undefined;
    this.at = this.chunk.writeInt16BE(COLUMNS, this.at);
    this.uuid(this.importId);
    this.length(4);
    this.at = this.chunk.writeInt32BE(row.row, this.at);
    this.uuid(row.personId);
    this.length(1);
    this.at = this.chunk.writeUInt8(row.isKnown ? 1 : 0, this.at);
    this.bytes(idIndex);
    this.bytes(nameCipher);
    this.bytes(idNumberCipher);
    this.text(maskedIdNumber);
    this.text(category);
    this.uuid(row.enrollmentId);
    this.bytes(detailsCipher);
    return full;
  }

  /** What is packed so far; the next rows go into a new chunk. */
  take(size = CHUNK_BYTES): Buffer {
    const full = this.chunk.subarray(0, this.at);
    this.chunk = Buffer.allocUnsafe(size);
    this.at = 0;
    return full;
  }

  private length(bytes: number): void {
    this.at = this.chunk.writeInt32BE(bytes, this.at);
  }

  private uuid(id: string): void {
    this.length(UUID_BYTES);
    this.at += this.chunk.write(id.replaceAll('-', ''), this.at, UUID_BYTES, 'hex');
  }

  private bytes(value: Buffer | null): void {
    this.length(value === null ? -1 : value.length);
    if (value !== null) this.at += value.copy(this.chunk, this.at);
  }

  private text(value: string): void {
    const written = this.chunk.write(value, this.at + 4, 'utf8');
    this.length(written);
    this.at += written;
  }
}

function* chunksOf(importId: string, rows: readonly CopiedRow[]): Generator<Buffer> {
  const packer = new RowPacker(importId);
  yield HEADER;
  for (const row of rows) {
    const full = packer.add(row);
    if (full) yield full;
  }
  yield packer.take();
  yield TRAILER;
}

/** Writes an import's people by COPY, on the transaction's own connection. */
export async function copyImportRows(tx: Tx, importId: string, rows: readonly CopiedRow[]): Promise<void> {
  await pipeline(Readable.from(chunksOf(importId, rows)), tx.client.query(copyFrom(copyRows)));
}
