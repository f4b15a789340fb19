import type { AnnotationPlan } from './annotate-workbook.ts';
import type { FileRefusalCode, Params } from './file-refusal.ts';
import type { RosterHeader } from './roster-reader.ts';
import type { PackedRows } from './row-batch.ts';

/** What the parent asks of the child that opens foreign workbooks: one task a process. */
export type ChildTask =
  | { readonly kind: 'read'; readonly file: Uint8Array }
  | { readonly kind: 'annotate'; readonly file: Uint8Array; readonly plan: AnnotationPlan };

export type ChildMessage =
  | { readonly kind: 'header'; readonly header: RosterHeader }
  | { readonly kind: 'rows'; readonly rows: PackedRows }
  | { readonly kind: 'done'; readonly rows: number; readonly peakMiB: number }
  | { readonly kind: 'workbook'; readonly file: Uint8Array }
  | { readonly kind: 'refused'; readonly code: FileRefusalCode; readonly params: Params };
