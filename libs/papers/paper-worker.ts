/*
 * Lays out one paper beside the process that asked: a roster of a thousand persons costs three seconds of CPU, which no request may wait for.
 * Started from `render-paper.ts`: as JavaScript from dist, as erasable TypeScript under the tests.
 */
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import { layoutPaper, type PaperMark } from './layout-paper.ts';
import type { Paper } from './paper.ts';

export interface PaperTask {
  readonly paper: Paper;
  readonly title: string;
  readonly mark: PaperMark;
  readonly fonts: { readonly normal: string; readonly bold: string };
}

const FONT = 'serif';
/** Beyond the common characters: a name may have a sign the face lacks. */
const RARE = /[\u3400-\u4dbf\ue000-\uf8ff]|[\u{10000}-\u{10ffff}]/gu;

/** A sign the face lacks is printed as its code point: a reader can look it up, an empty box says nothing. */
function withoutGaps(task: PaperTask): PaperTask {
  let face: Font | undefined;
  const shown = (text: string): string =>
    text.replace(RARE, (sign) => {
      face ??= create(readFileSync(task.fonts.normal)) as Font;
      const point = sign.codePointAt(0) ?? 0;
      return face.hasGlyphForCodePoint(point) ? sign : `〔U+${point.toString(16).toUpperCase()}〕`;
    });
  return JSON.parse(JSON.stringify(task), (_key, value: unknown) => (typeof value === 'string' ? shown(value) : value)) as PaperTask;
}

async function render(given: PaperTask): Promise<Buffer> {
  const { paper, title, mark, fonts } = withoutGaps(given);
  pdfmake.setFonts({ [FONT]: { normal: fonts.normal, bold: fonts.bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path: string) => path === fonts.normal || path === fonts.bold);
  return pdfmake.createPdf(layoutPaper(paper, title, mark, FONT)).getBuffer();
}

void render(workerData as PaperTask).then((bytes) => parentPort?.postMessage(bytes));
