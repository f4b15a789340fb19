import { Injectable } from '@nestjs/common';
import type { Road, RoadEndActivities } from '#libs/contracts';
import { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const end = statement(
  'platform.road-ended',
  `update platform.road set ended_at = clock_timestamp() where road = $1 and subject_id = $2 and ended_at is null`,
);

const reopen = statement('platform.road-reopened', `update platform.road set ended_at = null where road = $1 and subject_id = $2`);

/** Notes the end of a road; until then the road is started again wherever Temporal has lost it. */
@Injectable()
export class RoadEnd implements RoadEndActivities {
  constructor(private readonly database: Database) {}

  async endRoad(road: Road, subjectId: string): Promise<void> {
    await this.database.transaction((tx) => tx.rows(end, [road, subjectId]));
  }

  async reopenRoad(road: Road, subjectId: string): Promise<void> {
    await this.database.transaction((tx) => tx.rows(reopen, [road, subjectId]));
  }
}
