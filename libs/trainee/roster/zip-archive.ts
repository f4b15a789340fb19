import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { FileRefusal } from './file-refusal.ts';
import { limits } from './limits.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const END_BYTES = 22;
const DIRECTORY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

/**
 * The entries of a zip archive, read by its central directory (APPNOTE 4.3) and bounded before anything is inflated: entries may not
 * overlap (quoted-overlap bombs), may not be encrypted, and together may not declare more than the unpacked limit.
 */
export class ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly bytes: Buffer;
  private readonly dataStarts: ReadonlyMap<string, number>;
  private inflated = 0;
  private opened = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    const entries = readDirectory(bytes);
    if (entries.reduce((sum, entry) => sum + entry.size, 0) > limits.unpackedBytes) throw new FileRefusal('ROSTER_FILE_UNPACKED_TOO_LARGE');
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
    this.dataStarts = locate(bytes, entries);
  }

  /** Inflates one entry piece by piece; refuses once an entry holds more than it declared or all entries more than the limit. */
  async *read(entry: ZipEntry): AsyncGenerator<Buffer> {
    if (++this.opened > limits.entriesUsed) throw new FileRefusal('ROSTER_FILE_TOO_COMPLEX');
    const packed = this.packed(entry);
    if (entry.method === STORED) {
      this.account(packed.length, entry.size);
      yield packed;
      return;
    }
    const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
    inflate.end(packed);
    let size = 0;
    try {
      for await (const piece of inflate as AsyncIterable<Buffer>) {
        size += piece.length;
        this.account(piece.length, entry.size - size + piece.length);
        yield piece;
      }
    } catch (error) {
      throw error instanceof FileRefusal ? error : new FileRefusal('ROSTER_FILE_UNREADABLE');
    }
  }

  /** Inflates every entry once and drops the result: proves that none holds more than it declares. */
  verifyAll(): void {
    for (const entry of this.entries.values()) {
      if (entry.method === STORED || entry.size === 0) continue;
      try {
        inflateRawSync(this.packed(entry), { maxOutputLength: entry.size });
      } catch {
        throw new FileRefusal('ROSTER_FILE_UNREADABLE'); // damaged, or larger inside than it says
      }
    }
  }

  private packed(entry: ZipEntry): Buffer {
    const start = this.dataStarts.get(entry.name) ?? 0;
    return this.bytes.subarray(start, start + entry.packedSize);
  }

  private account(bytes: number, allowed: number): void {
    this.inflated += bytes;
    if (bytes > allowed || this.inflated > limits.unpackedBytes) throw new FileRefusal('ROSTER_FILE_UNPACKED_TOO_LARGE');
  }
}

function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = endRecordAt(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entriesListed) throw new FileRefusal('ROSTER_FILE_TOO_COMPLEX');
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY_BYTES > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_RECORD) throw new FileRefusal('ROSTER_FILE_UNREADABLE');
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAG) throw new FileRefusal('ROSTER_FILE_ENCRYPTED');
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = {
      name: bytes.toString('utf8', at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + nameLength).replace(/^\//, ''),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      headerAt: bytes.readUInt32LE(at + 42),
    };
    if (entry.method !== STORED && entry.method !== DEFLATED) throw new FileRefusal('ROSTER_FILE_UNREADABLE');
    entries.push(entry);
    at += DIRECTORY_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (new Set(entries.map((entry) => entry.name)).size !== entries.length) throw new FileRefusal('ROSTER_FILE_UNREADABLE');
  return entries;
}

function endRecordAt(bytes: Buffer): number {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT); at--) {
    if (bytes.readUInt32LE(at) === END_RECORD) return at;
  }
  throw new FileRefusal('ROSTER_FILE_UNREADABLE');
}

function locate(bytes: Buffer, entries: readonly ZipEntry[]): Map<string, number> {
  const starts = new Map<string, number>();
  let free = 0;
  for (const entry of entries.toSorted((one, other) => one.headerAt - other.headerAt)) {
    const at = entry.headerAt;
    if (at < free || at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_RECORD)
      throw new FileRefusal('ROSTER_FILE_UNREADABLE');
    const start = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    free = start + entry.packedSize;
    if (free > bytes.length) throw new FileRefusal('ROSTER_FILE_UNREADABLE');
    starts.set(entry.name, start);
  }
  return starts;
}
