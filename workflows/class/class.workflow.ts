import type { ClassActivities } from '#libs/contracts';
import { Road } from '../shared/road.ts';
import { rowsOf } from '../shared/rows.ts';
import { activation } from '../stages/activation/activation.stage.ts';
import { assessment } from '../stages/assessment/assessment.stage.ts';
import { completion } from '../stages/completion/completion.stage.ts';
import { delivery } from '../stages/delivery/delivery.stage.ts';
import { opening } from '../stages/opening/opening.stage.ts';

const rows = rowsOf<ClassActivities>();

/** Carries one class from the opening application to its assessment. Started again at any time, it goes on from where the rows stand. */
export async function classWorkflow(classId: string): Promise<void> {
  const road = new Road('class', classId);
  await road.travel(async () => {
    let stage = await rows.classStandsAt(classId);
    while (stage !== 'end') {
      switch (stage) {
        case 'opening':
          stage = await opening(road, classId);
          break;
        case 'activation':
          stage = await activation(road, classId);
          break;
        case 'delivery':
          stage = await delivery(road, classId);
          break;
        case 'completion':
          stage = await completion(road, classId);
          break;
        case 'assessment':
          stage = await assessment(road, classId);
          break;
      }
    }
  });
}
