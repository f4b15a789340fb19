import type { Figure } from './bench.ts';

const number = (value: number): string => (value < 10 && !Number.isInteger(value) ? value.toFixed(1) : String(Math.round(value)));

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
}

/** One figure as a table: each process, then what the databases wrote, then what only its section knows; in all, and for one unit. */
function tableOf({ count, unit, cpuMs, commits, writes, walBytes, facts }: Figure): string[] {
  const all = Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0);
  const line = (name: string, value: number, each = number(value / count)) => [`  ${name}`, number(value), each];
  return table([
    ['', 'in all', `a ${unit}`],
    ...Object.entries(cpuMs).map(([process, ms]) => line(`${process}, CPU-ms`, ms, (ms / count).toFixed(3))),
    line('all processes, CPU-ms', all, (all / count).toFixed(3)),
    line('write transactions', writes),
    ...Object.entries(commits).map(([database, value]) => line(`commits of ${database}`, value)),
    line('WAL, KiB', walBytes / 1024),
    ...Object.entries(facts).map(([name, value]) => line(name, value)),
  ]);
}

/** Prints the figures. */
export function tell(
  say: (line: string) => void,
  {
    startSeconds,
    figures,
  }: { readonly startSeconds: { readonly first: number; readonly warm: number }; readonly figures: readonly Figure[] },
): void {
  say(`\nstart to first answer: ${startSeconds.first.toFixed(1)} s with an empty folder, ${startSeconds.warm.toFixed(1)} s again (warm)`);
  for (const figure of figures) {
    say(`\n${figure.name}: ${figure.seconds.toFixed(1)} s`);
    for (const line of tableOf(figure)) say(line);
  }
}
