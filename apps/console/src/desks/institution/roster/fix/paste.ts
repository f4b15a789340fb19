import { stepTo, type EditStep } from './edits.ts';
import type { FindingsByPlace, GridRows } from './rows.ts';

/** Cells as spreadsheet programs put them on the clipboard: tabs between, a line a row, quoted where a cell holds either. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    lines.at(-1)?.push(match[1]?.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, ' ') ?? match[2] ?? '');
    if (match[3] === '') break;
    if (match[3] !== '\t') lines.push([]);
  }
  const last = lines.at(-1);
  if (last?.length === 1 && last[0] === '' && lines.length > 1) lines.pop(); // a copied column ends with a line break
  return lines;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Lays pasted cells over the grid from a place on, down the rows that are shown; what falls off its edge is counted. */
export function spread(
  cells: readonly (readonly string[])[],
  { rows, columns, findings }: GridRows & { readonly findings: FindingsByPlace },
  from: Place,
  longest: number,
): { readonly steps: readonly EditStep[]; readonly dropped: number } {
  const steps: EditStep[] = [];
  let dropped = 0;
  cells.forEach((line, down) => {
    const row = rows[from.row + down];
    line.forEach((value, right) => {
      const column = columns[from.column + right];
      if (row && column) steps.push(stepTo(row, column.field, value.slice(0, longest), findings));
      else dropped++;
    });
  });
  return { steps, dropped };
}
