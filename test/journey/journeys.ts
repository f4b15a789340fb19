import { huguanProject } from './huguan-project.journey.ts';
import { xinzhouOrder } from './xinzhou-order.journey.ts';

/** The journeys of the product, and the instant at which a new sandbox must begin so that every holiday on the way is announced. */
export const journeys = {
  'xinzhou-order': { beginsAt: '2024-08-26T08:00:00+08:00', travel: xinzhouOrder },
  'huguan-project': { beginsAt: '2024-08-09T08:00:00+08:00', travel: huguanProject },
} as const;

export type JourneyName = keyof typeof journeys;
