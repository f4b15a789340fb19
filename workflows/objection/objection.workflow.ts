import type { ObjectionActivities } from '#libs/contracts';
import { Road } from '../shared/road.ts';
import { rowsOf } from '../shared/rows.ts';

const rows = rowsOf<ObjectionActivities>();

/** Carries one objection to its answer: an investigating officer upholds or dismisses it, or the objector withdraws it. Only the persons it names are held meanwhile (AMB-05). */
export async function objectionWorkflow(objectionId: string): Promise<void> {
  const road = new Road('objection', objectionId);
  await road.travel(() =>
    road.through<'upheld' | 'dismissed' | 'withdrawn', 'end'>('objection', () => rows.objection(objectionId), {
      upheld: 'end',
      dismissed: 'end',
      withdrawn: 'end',
    }),
  );
}
