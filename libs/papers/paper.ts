import type { PaperKind } from './paper-titles.ts';

/** One column of a table; `share` is its part of the width, `narrow` as wide as its content. */
export interface PaperColumn {
  readonly title: string;
  readonly width: 'narrow' | number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A signature row of a form: who signs, and what stands there already. */
export interface PaperSignature {
  readonly role: string;
  /** What is known: an opinion, a name, an instant. Empty: room for pen and seal. */
  readonly lines: readonly string[];
}

export type PaperBlock =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'heading'; readonly text: string }
  /** A form of labelled fields, two to a row; a `wide` field takes a row of its own. */
  | { readonly is: 'form'; readonly fields: readonly { readonly label: string; readonly value: string; readonly wide?: true }[] }
  | {
      readonly is: 'table';
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[];
    }
  | { readonly is: 'signatures'; readonly rows: readonly PaperSignature[] }
  /** Sender and day at the end of a letter, on the right. */
  | { readonly is: 'closing'; readonly lines: readonly string[] };

/** What a paper says; how it looks is `layoutPaper`'s. Everything is text already: amounts, days and masks as they are printed. */
export interface Paper {
  readonly kind: PaperKind;
  /** Where the title of the kind does not say enough, e.g. of a notice. */
  readonly title?: string;
  /** Case and version, e.g. `班级 KB1409002026000001 · 第1版`. */
  readonly reference: string;
  readonly addressee?: string;
  readonly isLandscape?: true;
  readonly blocks: readonly PaperBlock[];
}
