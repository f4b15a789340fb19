import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { codeOfSha256, grouped } from './paper-code.ts';
import { paperTitles } from './paper-titles.ts';
import type { PaperTask } from './paper-worker.ts';
import type { Paper } from './paper.ts';

const HERE = path.extname(__filename);
const ENTRY = path.join(__dirname, `paper-worker${HERE}`);
/** Node runs the worker's TypeScript as it is (it is erasable); from dist there is nothing to strip. */
const FROM_SOURCE = HERE === '.ts' ? ['--no-warnings'] : [];
const HEAP_MIB = 768;
const MILLISECONDS = 120_000;

const fonts = () => ({
  normal: require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
});

interface RenderedPaper {
  /** As stored and typed, without dashes; null: a draft. */
  readonly code: string | null;
  readonly bytes: Buffer;
}

/** The verification code of a paper: the same content has the same code. */
export function codeOfPaper(paper: Paper): string {
  return codeOfSha256(
    createHash('sha256')
      .update(canonicalize(paper) ?? '')
      .digest(),
  );
}

function run(task: PaperTask): Promise<Buffer> {
  const worker = new Worker(ENTRY, { workerData: task, execArgv: FROM_SOURCE, resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
  return new Promise<Buffer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the paper ${task.paper.kind} took too long`)), MILLISECONDS);
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the paper ${task.paper.kind} was not laid out (exit ${code})`)));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}

/** One paper at a time: each takes a processor and, for a long roster, 250 MB. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Lays a paper out as PDF, A4. The same content gives the same bytes.
 * @param verifyAt the address at which the code is verified.
 * @param isDraft marked as such on every page, and without a code.
 */
export function renderPaper(paper: Paper, verifyAt: string, isDraft: boolean): Promise<RenderedPaper> {
  const code = isDraft ? null : codeOfPaper(paper);
  const mark = { code: code === null ? null : grouped(code), verifyAt };
  const task: PaperTask = { paper, title: paper.title ?? paperTitles[paper.kind], mark, fonts: fonts() };
  const bytes = last.then(() => run(task));
  last = bytes.catch(() => undefined);
  return bytes.then((rendered) => ({ code, bytes: rendered }));
}
