export { codeOf } from './paper-code.ts';
export { paperTitles, type PaperKind } from './paper-titles.ts';
export type { Paper, PaperBlock, PaperColumn, PaperSignature } from './paper.ts';
export { codeOfPaper, renderPaper } from './render-paper.ts';
export { paperAmount, paperDay, paperHash, paperInstant } from './words.ts';
export { writeWorkbook, type SheetColumn } from './workbook.ts';
