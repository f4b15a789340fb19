import type { ClassActivities, ClassStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClassActivities>();

/** 培训实施: training days pass until the completion application is filed; its deadline passing raises an alarm and ends nothing. */
export function delivery(road: Road, classId: string): Promise<ClassStage | 'end'> {
  return road.through<'completion-filed' | 'stopped', ClassStage | 'end'>('delivery', () => rows.delivery(classId), {
    'completion-filed': 'completion',
    stopped: 'end',
  });
}
