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

/** Some rows as one row of arrays. */
function partOf(importId: string, part: number, rows: readonly CopiedRow[]): Buffer {
  const columns = {
    rows: new ArrayColumn('int4'),
    persons: new ArrayColumn('uuid'),
    indexes: new ArrayColumn('bytea'),
    ciphers: new ArrayColumn('bytea'),
    masks: new ArrayColumn('text'),
    categories: new ArrayColumn('text'),
    enrollments: new ArrayColumn('uuid'),
  };
  for (const row of rows) {
    columns.rows.int4(row.row);
    columns.persons.uuid(row.personId);
    columns.indexes.bytes(row.idIndex);
    columns.ciphers.bytes(row.identityCipher);
    columns.masks.text(row.maskedIdNumber);
    columns.categories.text(row.category);
    columns.enrollments.uuid(row.enrollmentId);
  }
  return Buffer.concat([COLUMNS, uuidField(importId), int4Field(part), ...Object.values(columns).map((column) => column.field())]);
}

function* partsOf(importId: string, rows: readonly CopiedRow[]): Generator<Buffer> {
  yield copyHeader;
  for (let from = 0; from < rows.length; from += ROWS_A_PART) {
    yield partOf(importId, from / ROWS_A_PART, rows.slice(from, from + ROWS_A_PART));
  }
  yield copyTrailer;
}

/** Writes an import's people by COPY, on the transaction's own connection. */
export async function copyImportRows(tx: Tx, importId: string, rows: readonly CopiedRow[]): Promise<void> {
  await pipeline(Readable.from(partsOf(importId, rows)), tx.client.query(copyFrom(copyParts)));
}
