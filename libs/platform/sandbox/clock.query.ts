import type { Road } from '#libs/contracts';
import { statement } from '../database/statement.ts';

/** Refused by the database where no sandbox was set up, and for an instant before the one it shows. */
export const moveClock = statement('platform.move-clock', `select platform.move_clock($1::timestamptz) as now`);

export const travellingRoads = statement(
  'platform.travelling-roads',
  `select road, subject_id as "subjectId" from platform.road where ended_at is null order by started_at`,
);

export interface TravellingRoad {
  readonly road: Road;
  readonly subjectId: string;
}
