import path from 'node:path';
import type { TargetTable } from '#libs/policy';
import type { Pack, PackFault } from '#libs/rulebook';

const FILE = 'targets.yaml';

function sumOf({ lines }: TargetTable, column: string): number {
  return lines.reduce((sum, { cells }) => {
    const cell = cells[column];
    return cell?.countsInTotal ? sum + cell.count : sum;
  }, 0);
}

/** Each column of a decomposition table adds up to its printed total, with the cells that count in it (AMB-48). */
export function targetFaults(pack: Pack): PackFault[] {
  const faults: PackFault[] = [];
  const fault = (at: string, problem: string): void => {
    faults.push({ file: path.join(pack.folder, FILE), line: pack.files[FILE].lineAt(at), path: at, problem });
  };
  for (const [name, table] of Object.entries(pack.targets.tables)) {
    const columns = Object.keys(table.columns);
    for (const column of columns) {
      const printed = table.totals.cells[column];
      const sum = sumOf(table, column);
      if (printed !== sum)
        fault(
          `tables.${name}.totals.cells.${column}`,
          `the cells that count add up to ${sum}, the printed total is ${printed ?? 'not there'}`,
        );
    }
    table.lines.forEach(({ cells, unit }, index) => {
      const unknown = Object.keys(cells).filter((column) => !columns.includes(column));
      const absent = columns.filter((column) => !Object.hasOwn(cells, column));
      if (unknown.length + absent.length > 0)
        fault(
          `tables.${name}.lines[${index}]`,
          `${unit} has the columns ${Object.keys(cells).join(', ')}, the table ${columns.join(', ')}`,
        );
    });
  }
  return faults;
}
