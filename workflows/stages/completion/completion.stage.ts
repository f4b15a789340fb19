import type { ClassActivities, ClassStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClassActivities>();

/** 结业审核: nobody sits the exam before it is approved (XZ24 二(二)(3)). */
export function completion(road: Road, classId: string): Promise<ClassStage | 'end'> {
  return road.through<'approved' | 'refused' | 'withdrawn', ClassStage | 'end'>('completion', () => rows.completion(classId), {
    approved: 'assessment',
    refused: 'end',
    withdrawn: 'delivery',
  });
}
