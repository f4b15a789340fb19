import type { Figure } from './bench.ts';

const number = (value: number): string => (value < 10 && !Number.isInteger(value) ? value.toFixed(1) : String(Math.round(value)));

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
}

/** CPU-milliseconds of one process that the work itself took: what it would have used meanwhile anyway is not the work's. */
function aboveRest(figure: Figure, rest: Figure | undefined, process: string): number {
  const resting = rest === undefined ? 0 : ((rest.cpuMs[process] ?? 0) / rest.seconds) * figure.seconds;
  return Math.max(0, (figure.cpuMs[process] ?? 0) - resting);
}

/** One figure as a table: each process, then what the databases wrote, then what only its section knows; in all, and for one unit. */
function tableOf(figure: Figure, rest: Figure | undefined): string[] {
  const { count, unit, cpuMs, commits, writes, walBytes, facts } = figure;
  const own = Object.keys(cpuMs).map((process) => [process, aboveRest(figure, rest, process)] as const);
  const all = own.reduce((sum, [, ms]) => sum + ms, 0);
  const cpu = (name: string, ms: number) => [`  ${name}, CPU-ms`, number(ms), (ms / count).toFixed(3)];
  const line = (name: string, value: number) => [`  ${name}`, number(value), number(value / count)];
  return table([
    [rest === undefined ? '' : '  (CPU without what it uses at rest)', 'in all', `a ${unit}`],
    ...own.map(([process, ms]) => cpu(process, ms)),
    cpu('all processes', all),
    line('write transactions', writes),
    ...Object.entries(commits).map(([database, value]) => line(`commits of ${database}`, value)),
    line('WAL, KiB', walBytes / 1024),
    ...Object.entries(facts).map(([name, value]) => [`  ${name}`, number(value), '']),
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
  const [rest] = figures;
  for (const figure of figures) {
    say(`\n${figure.name}: ${figure.seconds.toFixed(1)} s`);
    for (const line of tableOf(figure, figure === rest ? undefined : rest)) say(line);
  }
}
