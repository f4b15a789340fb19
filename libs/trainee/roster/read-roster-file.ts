import type { RawRow, RosterHeader } from './roster-reader.ts';
import { unpackRows } from './row-batch.ts';
import { runChild } from './run-child.ts';

/**
 * Reads a roster in a process of its own and hands over its rows as they arrive, the header first; answers the header.
 * @throws FileRefusal where the file is not read
 */
export async function readRosterFile(file: Buffer, take: (row: RawRow) => void): Promise<RosterHeader> {
  let header: RosterHeader | undefined;
  await runChild({ kind: 'read', file }, (message) => {
    if (message.kind === 'header') header = message.header;
    if (message.kind === 'rows') unpackRows(message.rows, take);
  });
  if (!header) throw new Error('the roster child ended without a header');
  return header;
}
