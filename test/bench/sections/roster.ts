import type { Bench } from '../bench.ts';
import { growthWhile } from '../memory.ts';
import { xinzhou } from '../../journey/cast.ts';
import { Journey } from '../../journey/journey.ts';
import { rosterFile, rosterPeople, upload } from '../../journey/roster-file.ts';
import { planClass } from '../../journey/steps/plan-class.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS = { full: 10_000, smoke: 2_000 };

async function importRoster(
  bench: Bench,
  journey: Journey,
  of: { readonly name: string; readonly batch: number; readonly region: string },
): Promise<void> {
  const rows = bench.isSmoke ? ROWS.smoke : ROWS.full;
  const classId = await planClass(journey, { ...xinzhou, batch: of.batch }, rows);
  const file = await rosterFile(rosterPeople(rows, of));
  const county = bench.stack.children.pids().find(({ name }) => name === 'county')?.pid ?? 0;
  const path = `/v1/classes/${classId}/rosters`;
  const upAndConfirm = async () => {
    const judged = await journey.must(xinzhou.school, { method: 'POST', path, body: upload(file, 'roster.xlsx', XLSX) });
    const confirm = {
      method: 'POST',
      path: `/v1/rosters/${String(judged.body['id'])}/confirm`,
      ifMatch: judged.version ?? 0,
      body: {},
    } as const;
    const confirmed = await journey.must(xinzhou.school, confirm);
    journey.expect('the number enrolled', confirmed.body['enrolled'], rows);
  };
  await bench.measure({
    name: `roster of ${rows} rows, ${of.name}`,
    count: rows,
    unit: 'row',
    run: () => growthWhile(county, upAndConfirm),
  });
}

/** A roster from file to committed rows: by a process just started, and by one that has seen a roster before, as in daily use. */
export async function roster(bench: Bench): Promise<void> {
  const journey = new Journey('bench', bench.stack.url, () => undefined);
  await importRoster(bench, journey, { name: 'the first after a start', batch: 7, region: '140928' });
  await importRoster(bench, journey, { name: 'a later one', batch: 8, region: '140929' });
}
