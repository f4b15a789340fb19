import { Injectable } from '@nestjs/common';
import { Database, startMissingRoads, TemporalClient } from '#libs/platform';

/** At every start of the worker, and by `npm run resume`: what the rows say must run, runs. */
@Injectable()
export class Resume {
  constructor(
    private readonly database: Database,
    private readonly temporal: TemporalClient,
  ) {}

  /** @returns how many roads had been missing. */
  run(): Promise<number> {
    return startMissingRoads(this.database, this.temporal);
  }
}
