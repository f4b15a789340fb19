import type { Actor } from '#libs/contracts';
import { accept, type Result } from '#libs/policy';
import { audit } from '../audit/audit.ts';
import { clockOf } from '../database/clock.ts';
import type { Tx } from '../database/database.ts';
import type { Answer } from '../http/writes.ts';
import { outboxAdvance } from '../outbox/outbox.ts';
import { moveClock, travellingRoads, type TravellingRoad } from './clock.query.ts';

export interface Clock {
  readonly now: string;
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
}

/** Moves the sandbox's clock forward and tells every road that travels, since their timers run on real time. */
export async function moveSandboxClock(tx: Tx, actor: Actor, to: string): Promise<Result<Answer<Clock>>> {
  await tx.rows(moveClock, [to]);
  const { now, today } = await clockOf(tx);
  for (const { road, subjectId } of await tx.rows<TravellingRoad>(travellingRoads)) {
    await outboxAdvance(tx, { road, id: subjectId, reason: 'clock-moved' });
  }
  await audit(tx, { actor, act: 'sandbox-clock-moved', subject: { kind: 'clock', id: 'sandbox' }, details: { to: now.toISOString() } });
  return accept({ body: { now: now.toISOString(), today } });
}
