import { workflowIdOf, type Road } from '#libs/contracts';
import type { Client } from '@temporalio/client';

export interface TravellingRoad {
  readonly road: Road;
  readonly subjectId: string;
}

export interface RoadHealth extends TravellingRoad {
  /** `missing`: the rows say it travels, and Temporal knows no running one. `failing`: an activity fails again and again. */
  readonly state: 'running' | 'missing' | 'failing';
  /** Of a failing road: the activity, and how often it was tried. */
  readonly activity: string | null;
  readonly attempts: number;
}

type Watch = (roads: readonly TravellingRoad[]) => Promise<readonly RoadHealth[]>;

/** Tried so often, an activity is told as failing: the first repetitions are everyday life. */
const FAILING_FROM = 3;
const AT_ONCE = 10;
const DEADLINE_MS = 3000;

let watch: Watch | undefined;

/** A process that holds a Temporal client installs how to ask it; without one nobody can tell. */
export function installRoadWatch(install: Watch | undefined): void {
  watch = install;
}

/** How roads stand in Temporal; undefined where this process cannot ask, or Temporal does not answer. */
export async function watchRoads(roads: readonly TravellingRoad[]): Promise<readonly RoadHealth[] | undefined> {
  if (!watch) return undefined;
  try {
    return await watch(roads);
  } catch {
    return undefined; // the page says so; the rows stand, and the roads go on once it is back
  }
}

async function look(client: Client, of: TravellingRoad): Promise<RoadHealth> {
  try {
    const { status, raw } = await client.workflow.getHandle(workflowIdOf(of.road, of.subjectId)).describe();
    if (status.name !== 'RUNNING') return { ...of, state: 'missing', activity: null, attempts: 0 };
    const failing = (raw.pendingActivities ?? []).find(({ attempt }) => (attempt ?? 0) >= FAILING_FROM);
    if (!failing) return { ...of, state: 'running', activity: null, attempts: 0 };
    return { ...of, state: 'failing', activity: failing.activityType?.name ?? null, attempts: failing.attempt ?? 0 };
  } catch (error) {
    if ((error as Error).name === 'WorkflowNotFoundError') return { ...of, state: 'missing', activity: null, attempts: 0 };
    throw error;
  }
}

/** Asks Temporal about each road, some at a time. */
export async function lookAtRoads(client: Client, roads: readonly TravellingRoad[]): Promise<readonly RoadHealth[]> {
  return client.connection.withDeadline(Date.now() + DEADLINE_MS, async () => {
    const found: RoadHealth[] = [];
    for (let at = 0; at < roads.length; at += AT_ONCE) {
      found.push(...(await Promise.all(roads.slice(at, at + AT_ONCE).map((one) => look(client, one)))));
    }
    return found;
  });
}
