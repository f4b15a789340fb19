import {
  amountsOfColumns,
  calculateColumns,
  calculateSubsidy,
  lineAt,
  readGiven,
  type ColumnCalculation,
  type FactColumns,
  type SubsidyRule,
} from '#libs/policy';
import { packFolders, readPack, resolvePack } from '#libs/rulebook';
import { config } from '#libs/platform';
import type { Bench } from '../bench.ts';

const SIZES = [10_000, 100_000, 200_000, 400_000, 1_000_000];
/** From here on the growth is measured: below, what it costs to judge each kind of person once is still to be seen. */
const GROWTH_FROM = 100_000;
const MILLION = 1_000_000;
const CLASS = 1_000;
/** Each figure is the least of many runs, so that what other processes disturb is not counted: as many as make so many trainees, within bounds. */
const TRAINEES_IN_ALL = 30_000_000;
const RUNS = { least: 15, most: 300 };
const SEED = 20_240_412;

/** CPU-milliseconds of the least disturbed run, collector and kernel included. */
function leastCpuMs(size: number, isSmoke: boolean, work: () => void): number {
  const runs = isSmoke ? 2 : Math.min(RUNS.most, Math.max(RUNS.least, TRAINEES_IN_ALL / size));
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** The same pseudo-random numbers every time. */
function* numbers(): Generator<number, never> {
  for (let state = SEED; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

/** Trainees with 20 to 30 days; one in fifty has not completed, four in five are employed. */
function trainees(length: number): FactColumns {
  const random = numbers();
  const next = (below: number) => random.next().value % below;
  const [payableDays, isCompleted, isEmployed] = [new Uint16Array(length), new Uint8Array(length), new Uint8Array(length)];
  for (let row = 0; row < length; row++) {
    payableDays[row] = 20 + next(11);
    isCompleted[row] = next(50) === 0 ? 0 : 1;
    isEmployed[row] = next(5) === 0 ? 0 : 1;
  }
  return { length, numbers: { payableDays, isCompleted, isEmployed } };
}

function calculated(rule: SubsidyRule, of: FactColumns) {
  const result = calculateColumns(rule, of);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Looks at every person's explanation; answers how many steps all of them have. */
function stepsOf(of: ColumnCalculation): number {
  let steps = 0;
  for (let row = 0; row < of.lineOf.length; row++) steps += lineAt(of, row)?.steps.length ?? 0;
  return steps;
}

/** The slope of the line through the logarithms, by least squares. */
function exponentOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (place: 0 | 1) => logs.reduce((sum, point) => sum + point[place], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** The order and project subsidy of Xinzhou as its pack says it. */
function xinzhouRule(): SubsidyRule {
  const packs = packFolders(config.policiesFolder()).map(readPack);
  const pack = packs.find(({ head }) => head.id === 'xinzhou-2024');
  const rule = Object.values(pack ? resolvePack(pack, packs).snapshot.subsidies : {}).find(({ kind }) => kind === 'tiered-days');
  if (!rule) throw new Error('xinzhou-2024 has no subsidy by days');
  return rule;
}

/**
 * The calculation alone, in this process: a million trainees in columns, how its time grows with their number, and a class of a thousand from
 * unchecked rows to explained lines.
 */
export async function calculation(bench: Bench): Promise<void> {
  const rule = xinzhouRule();
  const least = (size: number, work: () => void) => leastCpuMs(size, bench.isSmoke, work);
  const ns = (ms: number, count: number) => (ms * 1_000_000) / count;
  const run = (): Promise<Readonly<Record<string, number>>> => {
    const explained = SIZES.map((size) => {
      const columns = trainees(size);
      return [size, least(size, () => void stepsOf(calculated(rule, columns)))] as const;
    });
    const million = trainees(MILLION);
    const persons = Array.from({ length: CLASS }, (_, row) => ({ payableDays: 20 + (row % 11), isEmployed: row % 5 !== 0 }));
    const classMs = least(CLASS, () => {
      const given = readGiven(rule, { persons });
      if (!given.ok) throw new Error(JSON.stringify(given.refusal));
      calculateSubsidy(rule, given.value.lines, given.value.terms);
    });
    const amounts = least(MILLION, () => void amountsOfColumns(calculated(rule, million)));
    return Promise.resolve({
      'kinds of persons': calculated(rule, million).lines.length,
      'amounts alone, ns CPU a trainee': ns(amounts, MILLION),
      ...Object.fromEntries(explained.map(([size, ms]) => [`explained, ns CPU a trainee of ${size}`, ns(ms, size)])),
      [`exponent of growth from ${GROWTH_FROM}, thousandths`]: exponentOf(explained.filter(([size]) => size >= GROWTH_FROM)) * 1000,
      [`a class of ${CLASS} from rows, µs CPU`]: classMs * 1000,
    });
  };
  await bench.measure({ name: 'calculation of a million trainees', count: MILLION, unit: 'trainee', run });
}
