import { figureUnits } from '#libs/policy';
import { count, day, flag, list, nullable, oneOf, record, rowIds, tableOf, text, valued } from './shape.ts';

const figure = record({ titleEn: text, unit: oneOf(...figureUnits), until: day, value: valued(count), rows: rowIds });

const table = record({
  title: text,
  titleEn: text,
  clause: text,
  quote: text,
  columns: tableOf(record({ title: text, titleEn: text })),
  lines: list(
    record({ unit: text, cells: tableOf(nullable(record({ count, countsInTotal: flag }, { note: text }))), quote: text, rows: rowIds }),
  ),
  totals: record({ cells: tableOf(count), quote: text, rows: rowIds }),
  countsInTotal: nullable(valued(text)),
});

/** `targets.yaml`: what the document sets itself, and its decomposition tables. */
export const targetsShape = record({ figures: tableOf(figure), tables: tableOf(table) });
