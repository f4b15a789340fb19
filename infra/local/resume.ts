import { Database, startMissingRoads, TemporalClient } from '#libs/platform';
import { runningEnvironment } from './environment.ts';
import { dataFolder } from './folders.ts';
import { say } from './progress.ts';

/** `npm run resume`: compares the rows of the running installation with Temporal and starts every road that is missing there. */
export async function resume(): Promise<number> {
  Object.assign(process.env, runningEnvironment(dataFolder()));
  const database = new Database('worker');
  const temporal = new TemporalClient();
  try {
    const started = await startMissingRoads(database, temporal);
    say(started === 0 ? 'Every road that should run runs.' : `${started} roads were missing and have been started from their rows.`);
    return 0;
  } finally {
    await temporal.close();
    await database.close();
  }
}
