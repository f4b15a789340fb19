import type { ClassActivities, ClassStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClassActivities>();

/** 评价取证: the filed evaluation body accepts the roster and records a result for every person. */
export function assessment(road: Road, classId: string): Promise<ClassStage | 'end'> {
  return road.through<'assessed', ClassStage | 'end'>('assessment', () => rows.assessment(classId), { assessed: 'end' });
}
