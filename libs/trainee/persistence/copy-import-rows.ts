import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Tx } from '#libs/platform';
import { copyRows } from './roster.query.ts';

/** A row of COPY text: values that need no escaping but for tabs, breaks and backslashes. */
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

const bytes = (value: Buffer | null): string => (value === null ? '\\N' : `\\\\x${value.toString('hex')}`);
const text = (value: string): string => value.replace(/[\\\t\n\r]/g, (sign) => (sign === '\\' ? '\\\\' : ' '));

function* linesOf(importId: string, rows: readonly CopiedRow[]): Generator<string> {
  const chunk: string[] = [];
  for (const one of rows) {
    chunk.push(
      [
        ...[importId, one.row, one.personId, one.isKnown ? 't' : 'f', bytes(one.idIndex), bytes(one.nameCipher), bytes(one.idNumberCipher)],
        ...[one.maskedIdNumber, text(one.category), one.enrollmentId, bytes(one.detailsCipher)],
      ].join('\t'),
    );
    if (chunk.length === 500) yield `${chunk.splice(0).join('\n')}\n`;
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`;
}

/** Writes an import's people by COPY, on the transaction's own connection. */
export async function copyImportRows(tx: Tx, importId: string, rows: readonly CopiedRow[]): Promise<void> {
  await pipeline(Readable.from(linesOf(importId, rows)), tx.client.query(copyFrom(copyRows)));
}
