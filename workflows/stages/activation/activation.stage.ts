import type { ClassActivities, ClassStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClassActivities>();

/** 权限开通: where the policy has a chain (HG24: county, city, province), each office in turn; elsewhere the stage passes at once. */
export function activation(road: Road, classId: string): Promise<ClassStage | 'end'> {
  return road.through<'activated' | 'not-required' | 'withdrawn', ClassStage | 'end'>('activation', () => rows.activation(classId), {
    activated: 'delivery',
    'not-required': 'delivery',
    withdrawn: 'end',
  });
}
