import { huguanStagedClass } from './huguan-staged.journey.ts';
import { huguanProject } from './huguan-project.journey.ts';
import { jinchengAwards } from './jincheng-awards.journey.ts';
import { xinzhouOrderTwoClasses } from './xinzhou-order-two-classes.journey.ts';
import { xinzhouOrder } from './xinzhou-order.journey.ts';

/** The journeys of the product, and the instant at which a new sandbox must begin so that every holiday on the way is announced. */
export const journeys = {
  'xinzhou-order': { beginsAt: '2024-08-26T08:00:00+08:00', travel: xinzhouOrder },
  'huguan-project': { beginsAt: '2024-08-09T08:00:00+08:00', travel: huguanProject },
  'xinzhou-order-two-classes': { beginsAt: '2024-10-31T08:00:00+08:00', travel: xinzhouOrderTwoClasses },
  'huguan-staged': { beginsAt: '2024-10-25T08:00:00+08:00', travel: huguanStagedClass },
  'jincheng-awards': { beginsAt: '2021-10-08T08:00:00+08:00', travel: jinchengAwards },
} as const;

export type JourneyName = keyof typeof journeys;
