import type { ClassActivities, ClassStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClassActivities>();

/** 开班审批: the application waits for its routing day, then for each reviewer the policy names. A start day that passes undecided lapses; nothing is ever approved by time. */
export function opening(road: Road, classId: string): Promise<ClassStage | 'end'> {
  return road.through<'approved' | 'refused' | 'withdrawn' | 'lapsed', ClassStage | 'end'>('opening', () => rows.opening(classId), {
    approved: 'activation',
    refused: 'end',
    withdrawn: 'end',
    lapsed: 'end',
  });
}
