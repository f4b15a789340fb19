import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Tx } from '#libs/platform';
import { ArrayColumn, copyHeader, copyTrailer, int4Field, uuidField } from './copy-format.ts';
import { copyParts } from './roster.query.ts';

/** One person of an import, as it is kept. */
export interface CopiedRow {
  readonly row: number;
  readonly personId: string;
  readonly idIndex: Buffer;
  readonly identityCipher: Buffer | null;
  readonly maskedIdNumber: string;
  readonly category: string;
  readonly enrollmentId: string;
}

const ROWS_A_PART = 1000;
const COLUMNS = Buffer.from([0, 9]);

/** Some people as one row of arrays. */
class Part {
  size = 0;
  private readonly rows = new ArrayColumn('int4');
  private readonly persons = new ArrayColumn('uuid');
  private readonly indexes = new ArrayColumn('bytea');
  private readonly ciphers = new ArrayColumn('bytea');
  private readonly masks = new ArrayColumn('text');
  private readonly categories = new ArrayColumn('text');
  private readonly enrollments = new ArrayColumn('uuid');

  add(row: CopiedRow): void {
    this.size++;
    this.rows.int4(row.row);
    this.persons.uuid(row.personId);
    this.indexes.bytes(row.idIndex);
    this.ciphers.bytes(row.identityCipher);
    this.masks.text(row.maskedIdNumber);
    this.categories.text(row.category);
    this.enrollments.uuid(row.enrollmentId);
  }

  /** The row, in the order of the columns that are copied. */
  row(importId: string, part: number): Buffer[] {
    const columns = [this.rows, this.persons, this.indexes, this.ciphers, this.masks, this.categories, this.enrollments];
    return [COLUMNS, uuidField(importId), int4Field(part), ...columns.map((column) => column.field())];
  }
}

function* partsOf(importId: string, rows: Iterable<CopiedRow>): Generator<Buffer> {
  yield copyHeader;
  let [number, part] = [0, new Part()];
  for (const row of rows) {
    part.add(row);
    if (part.size < ROWS_A_PART) continue;
    yield* part.row(importId, number++);
    part = new Part();
  }
  if (part.size > 0) yield* part.row(importId, number);
  yield copyTrailer;
}

/** Writes an import's people by COPY, on the transaction's own connection; each is asked for when there is room for them. */
export async function copyImportRows(tx: Tx, importId: string, rows: Iterable<CopiedRow>): Promise<void> {
  await pipeline(Readable.from(partsOf(importId, rows)), tx.client.query(copyFrom(copyParts)));
}
