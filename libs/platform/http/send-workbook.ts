import type { FastifyReply } from 'fastify';
import { PassThrough } from 'node:stream';
import { writeWorkbook, type SheetColumn } from '#libs/papers';
import { MAX_LIMIT, type Page } from '../database/keyset.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_ROWS = 50_000;

/** Turns pages into one run of rows. */
async function* rowsOf<Row>(first: Page<Row>, next: (cursor: string) => Promise<Page<Row>>): AsyncGenerator<Row> {
  for (let page = first; ; page = await next(page.nextCursor)) {
    yield* page.items;
    if (page.nextCursor === null) return;
  }
}

/**
 * Answers a list as a workbook: the rows, rights and filters are those of the list itself, because it is the list that is asked, page by page.
 * The first page is read before anything is sent, so that a refusal is still an answer.
 */
export async function sendWorkbook<Row>(
  reply: FastifyReply,
  { title, columns }: { readonly title: string; readonly columns: readonly SheetColumn<Row>[] },
  page: (at: { readonly cursor?: string; readonly limit: number }) => Promise<Page<Row>>,
): Promise<void> {
  const first = await page({ limit: MAX_LIMIT });
  const rows = rowsOf(first, (cursor) => page({ cursor, limit: MAX_LIMIT }));
  const body = new PassThrough();
  const written = writeWorkbook(body, { title, columns, most: MOST_ROWS }, rows).catch((error: unknown) => {
    body.destroy(error instanceof Error ? error : new Error(String(error))); // the reader sees a broken file, never half a list that looks whole
  });
  await reply
    .type(XLSX)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`)
    .send(body);
  await written;
}
