/*
 * The binary format of COPY (PostgreSQL: COPY, binary format; array_send): lengths and values as the server keeps them, since as text every
 * ciphertext would be twice as long and be written and read digit by digit.
 */

/** Signature, no flags, no extension. */
export const copyHeader = Buffer.concat([Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1'), Buffer.alloc(8)]);
/** A row of -1 columns. */
export const copyTrailer = Buffer.from([0xff, 0xff]);

const UUID_BYTES = 16;
const LENGTH_BYTES = 4;
/** Of an array's field: its length; dimensions, whether elements are null, type of the elements; how many they are, and the number of the first. */
const HEAD_BYTES = 6 * LENGTH_BYTES;
/** A thousand fingerprints, the widest values of one length. */
const FIRST_BYTES = 40 * 1024;
/** As in pg_type: they never change. */
const TYPES = { bytea: 17, int4: 23, text: 25, uuid: 2950 } as const;

const DASH = 45;
/** What a hexadecimal digit stands for, by its character. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0);

function digitAt(text: string, index: number): number {
  return DIGITS[text.charCodeAt(index)] ?? 0;
}

function writeUuid(id: string, into: Buffer, at: number): void {
  let byte = at;
  for (let index = 0; index < id.length;) {
    if (id.charCodeAt(index) === DASH) index++;
    else {
      into[byte++] = (digitAt(id, index) << 4) | digitAt(id, index + 1);
      index += 2;
    }
  }
}

export function uuidField(id: string): Buffer {
  const field = Buffer.alloc(LENGTH_BYTES + UUID_BYTES);
  field.writeInt32BE(UUID_BYTES);
  writeUuid(id, field, LENGTH_BYTES);
  return field;
}

export function int4Field(value: number): Buffer {
  const field = Buffer.alloc(2 * LENGTH_BYTES);
  field.writeInt32BE(LENGTH_BYTES);
  field.writeInt32BE(value, LENGTH_BYTES);
  return field;
}

/** A field that is an array of one dimension, filled element by element. */
export class ArrayColumn {
  private buffer = Buffer.allocUnsafe(FIRST_BYTES);
  private at = HEAD_BYTES;
  private count = 0;
  private hasNulls = false;

  constructor(private readonly type: keyof typeof TYPES) {}

  int4(value: number): void {
    this.begin(LENGTH_BYTES);
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  uuid(id: string): void {
    this.begin(UUID_BYTES);
    writeUuid(id, this.buffer, this.at);
    this.at += UUID_BYTES;
  }

  bytes(value: Buffer | null): void {
    if (value === null) {
      this.begin(-1);
      this.hasNulls = true;
      return;
    }
    this.begin(value.length);
    this.at += value.copy(this.buffer, this.at);
  }

  text(value: string): void {
    const length = Buffer.byteLength(value);
    this.begin(length);
    this.at += this.buffer.write(value, this.at, length, 'utf8');
  }

  /** The whole field, its head filled in. */
  field(): Buffer {
    const head = [this.at - LENGTH_BYTES, 1, this.hasNulls ? 1 : 0, TYPES[this.type], this.count, 1];
    head.forEach((value, index) => this.buffer.writeInt32BE(value, index * LENGTH_BYTES));
    return this.buffer.subarray(0, this.at);
  }

  /** Writes an element's length and makes room for the element. */
  private begin(length: number): void {
    const needed = this.at + LENGTH_BYTES + Math.max(0, length);
    if (needed > this.buffer.length) {
      const larger = Buffer.allocUnsafe(2 * needed);
      this.buffer.copy(larger, 0, 0, this.at);
      this.buffer = larger;
    }
    this.at = this.buffer.writeInt32BE(length, this.at);
    this.count++;
  }
}
