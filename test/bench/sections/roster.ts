import type { Bench } from '../bench.ts';
import { growthWhile } from '../memory.ts';
import { xinzhou } from '../../journey/cast.ts';
import { Journey } from '../../journey/journey.ts';
import { rosterFile, rosterPeople, upload } from '../../journey/roster-file.ts';
import { planClass } from '../../journey/steps/plan-class.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS = { full: 10_000, smoke: 2_000 };
const BATCHES = { first: [7], later: [8, 9, 10, 11, 12] };

interface Filled {
  readonly classId: string;
  readonly file: Buffer;
}

async function upAndConfirm(journey: Journey, { classId, file }: Filled, rows: number): Promise<void> {
  const path = `/v1/classes/${classId}/rosters`;
  const judged = await journey.must(xinzhou.school, { method: 'POST', path, body: upload(file, 'roster.xlsx', XLSX) });
  const confirmed = await journey.must(xinzhou.school, {
    method: 'POST',
    path: `/v1/rosters/${String(judged.body['id'])}/confirm`,
    ifMatch: judged.version ?? 0,
    body: {},
  });
  journey.expect('the number enrolled', confirmed.body['enrolled'], rows);
}

/** Classes are planned and files written before anything is measured. */
async function importRosters(bench: Bench, journey: Journey, name: string, batches: readonly number[]): Promise<void> {
  const rows = bench.isSmoke ? ROWS.smoke : ROWS.full;
  const filled: Filled[] = [];
  for (const batch of batches) {
    const region = String(140920 + batch); // nobody is on two rosters
    const classId = await planClass(journey, { ...xinzhou, batch }, rows);
    filled.push({ classId, file: await rosterFile(rosterPeople(rows, { batch, region })) });
  }
  const county = bench.stack.children.pids().find((process) => process.name === 'county')?.pid ?? 0;
  await bench.measure({
    name: `roster of ${rows} rows, ${name}`,
    count: rows * batches.length,
    unit: 'row',
    run: () =>
      growthWhile(county, async () => {
        for (const one of filled) await upAndConfirm(journey, one, rows);
      }),
  });
}

/** A roster from file to committed rows: by a process just started, and five one after the other by one that has seen a roster before, as in daily use. */
export async function roster(bench: Bench): Promise<void> {
  const journey = new Journey('bench', bench.stack.url, () => undefined);
  await importRosters(bench, journey, 'the first after a start', BATCHES.first);
  await importRosters(bench, journey, 'five later ones', BATCHES.later);
}
