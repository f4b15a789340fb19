/*
 * The process in which foreign workbooks are opened: its memory, its time and its rights are capped by the parent, so that a hostile file
 * costs at most this process. It holds no keys, no database address and no identity rules; it turns bytes into rows of text, or into an
 * annotated copy. Started from `run-child.ts`: as JavaScript from dist, as erasable TypeScript under the tests.
 */
import { setFlagsFromString } from 'node:v8';
import type { ChildMessage, ChildTask } from './child-messages.ts';
import { FileRefusal } from './file-refusal.ts';
import { readRoster, type RawRow } from './roster-reader.ts';
import { packRows } from './row-batch.ts';

const ROWS_A_MESSAGE = 1000;

/** Resolves once the message has left: a process that disconnects earlier loses what is still in the pipe. */
function send(message: ChildMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

async function read(file: Buffer): Promise<void> {
  // A child that reads lives for a tenth of a second: code made the best would come too late. Said here, not at the start, where Node would
  // compile its own modules anew instead of taking what was compiled without that flag.
  setFlagsFromString('--no-opt');
  let batch: RawRow[] = [];
  const sent: Promise<void>[] = [];
  const flush = (): void => {
    if (batch.length > 0) sent.push(send({ kind: 'rows', rows: packRows(batch) }));
    batch = [];
  };
  const rows = await readRoster(file, {
    header: (header) => sent.push(send({ kind: 'header', header })),
    row: (row) => {
      batch.push(row);
      if (batch.length === ROWS_A_MESSAGE) flush();
    },
  });
  flush();
  await Promise.all(sent);
  await send({ kind: 'done', rows, peakMiB: Math.ceil(process.resourceUsage().maxRSS / 1024) });
}

async function perform(task: ChildTask): Promise<void> {
  const file = Buffer.from(task.file.buffer, task.file.byteOffset, task.file.byteLength);
  if (task.kind === 'read') return read(file);
  const { annotateWorkbook } = await import('./annotate-workbook.ts'); // exceljs is loaded only where it is needed
  await send({ kind: 'workbook', file: await annotateWorkbook(file, task.plan) });
}

process.on('disconnect', () => process.exit(1)); // the parent is gone, nobody waits for an answer
process.once('message', (task: ChildTask) => {
  perform(task)
    .catch((error: unknown) => {
      if (!(error instanceof FileRefusal)) throw error; // ends this process by a fault; the parent answers the caller
      return send({ kind: 'refused', code: error.code, params: error.params });
    })
    .finally(() => process.removeAllListeners('disconnect').disconnect());
});
