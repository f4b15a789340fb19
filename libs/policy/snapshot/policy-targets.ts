import type { PolicyValue } from './policy-value.ts';

/** What a figure counts. */
export const figureUnits = ['persons', 'person-times', 'percent', 'units', 'times'] as const;
export type FigureUnit = (typeof figureUnits)[number];

/** One number a policy sets itself, e.g. 全年新增技能人才720人 (requirements 5.1). */
export interface TargetFigure {
  readonly titleEn: string;
  readonly unit: FigureUnit;
  /** Last day by which it is reached. */
  readonly until: string;
  readonly value: PolicyValue<number>;
  readonly rows: readonly string[];
  readonly from?: string;
}

/** One cell of a decomposition table. Null where the document leaves it blank. */
export interface TargetCell {
  readonly count: number;
  /** Whether the printed total contains it: an 其中 ("of which") line does not, in some columns (AMB-48, TWZ-16..18). */
  readonly countsInTotal: boolean;
  /** What the cell says beside the number, e.g. 忻州月嫂. */
  readonly note?: string;
}

export interface TargetLine {
  /** The unit that carries the task, as printed, e.g. 砚城镇. */
  readonly unit: string;
  readonly cells: Readonly<Record<string, TargetCell | null>>;
  readonly quote: string;
  readonly rows: readonly string[];
}

/** A decomposition table (指导性任务分解表): who carries how much of the year's task; each column adds up to its printed total. */
export interface TargetTable {
  readonly title: string;
  readonly titleEn: string;
  readonly clause: string;
  readonly quote: string;
  readonly columns: Readonly<Record<string, { readonly title: string; readonly titleEn: string }>>;
  readonly lines: readonly TargetLine[];
  /** As printed, with the rows of the requirements that checked them. */
  readonly totals: { readonly cells: Readonly<Record<string, number>>; readonly quote: string; readonly rows: readonly string[] };
  /** Why lines are left out of a total; null where none is. */
  readonly countsInTotal: PolicyValue<string> | null;
  readonly from?: string;
}

export interface PolicyTargets {
  readonly figures: Readonly<Record<string, TargetFigure>>;
  readonly tables: Readonly<Record<string, TargetTable>>;
}
