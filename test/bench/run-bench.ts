import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../infra/local/folders.ts';
import { xinzhou } from '../journey/cast.ts';
import { Journey } from '../journey/journey.ts';
import { journeys } from '../journey/journeys.ts';
import { rosterFile, rosterPeople, upload } from '../journey/roster-file.ts';
import { planClass } from '../journey/steps/plan-class.ts';
import { ownStack } from '../own-stack.ts';
import { between, takeSample, type Sample } from './sample.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS = 10_000;

interface Figure extends Sample {
  readonly name: string;
  readonly count: number;
  readonly unit: string;
  readonly seconds: number;
}

/** Runs the whole road and a roster of ten thousand rows, and says what each process, the commits and the WAL came to. */
export async function runBench(say: (line: string) => void): Promise<void> {
  const begun = performance.now();
  const stack = await ownStack(journeys['xinzhou-order'].beginsAt);
  const startSeconds = (performance.now() - begun) / 1000;
  const figures: Figure[] = [];
  const measure = async (name: string, count: number, unit: string, work: () => Promise<void>) => {
    const from = await takeSample(stack);
    const since = performance.now();
    await work();
    figures.push({ name, count, unit, seconds: (performance.now() - since) / 1000, ...between(from, await takeSample(stack)) });
  };
  try {
    const journey = new Journey('bench', stack.url, () => undefined);
    const classId = await planClass(journey, { ...xinzhou, batch: 7 }, ROWS);
    const file = await rosterFile(rosterPeople(ROWS, { region: '140928', batch: 7 }));
    await measure('roster, from file to committed rows', ROWS, 'row', async () => {
      const path_ = `/v1/classes/${classId}/rosters`;
      const judged = await journey.must(xinzhou.school, { method: 'POST', path: path_, body: upload(file, 'roster.xlsx', XLSX) });
      const confirmed = await journey.must(xinzhou.school, {
        method: 'POST',
        path: `/v1/rosters/${String(judged.body['id'])}/confirm`,
        ifMatch: judged.version ?? 0,
        body: { partial: true },
      });
      journey.expect('the number enrolled', confirmed.body['enrolled'], ROWS);
    });
    await measure('the whole road of a class of 30 and its claim', 1, 'road', () =>
      journeys['xinzhou-order'].travel(stack.url, () => undefined),
    );
  } finally {
    await stack.stop();
  }
  tell(say, startSeconds, figures);
}

function tell(say: (line: string) => void, startSeconds: number, figures: readonly Figure[]): void {
  say(`\nwarm start to first answer: ${startSeconds.toFixed(1)} s (database and demonstration world made anew)`);
  for (const { name, count, unit, seconds, cpuMs, commits, writes, walBytes } of figures) {
    const all = Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0);
    say(`\n${name}: ${seconds.toFixed(1)} s, ${((all * 1000) / count).toFixed(0)} µs CPU a ${unit}`);
    for (const [process, ms] of Object.entries(cpuMs)) say(`  ${process.padEnd(10)} ${String(ms).padStart(7)} CPU-ms`);
    say(`  ${writes} write transactions, ${(walBytes / 1024).toFixed(0)} KiB WAL, commits ${JSON.stringify(commits)}`);
  }
  const report = path.join(root, '.data', 'bench.json');
  writeFileSync(report, JSON.stringify({ startSeconds, figures }, null, 2));
  say(`\n${report}`);
}
