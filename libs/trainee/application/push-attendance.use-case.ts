import type { Actor } from '#libs/contracts';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Refusal, type Result } from '#libs/policy';
import { insertEvents, reusedEvents } from '../persistence/enrollment.query.ts';
import { ownClass } from './own-class.ts';

export interface AttendanceEvent {
  readonly deviceEventId: string;
  readonly enrollmentId: string;
  readonly deviceId: string;
  readonly kind: 'clock-in' | 'clock-out' | 'voucher';
  readonly occurredAt: string;
}

/** Stores what devices push, whole or not at all; an event already stored is no fault, one that differs under the same id is. */
export async function pushAttendance(
  tx: Tx,
  actor: Actor,
  classId: string,
  events: readonly AttendanceEvent[],
): Promise<Result<Answer<{ stored: number; repeated: number }>>> {
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  const unique = [...new Map(events.map((event) => [event.deviceEventId, event])).values()];
  const values = [own.value.institutionId, classId, JSON.stringify(unique)];
  const stored = await tx.rows(insertEvents, values);
  const reused = new Set((await tx.rows<{ deviceEventId: string }>(reusedEvents, values)).map(({ deviceEventId }) => deviceEventId));
  const errors = events.flatMap(({ deviceEventId }, index): Refusal[] =>
    reused.has(deviceEventId) ? [{ code: 'ATTENDANCE_EVENT_REUSED', pointer: `/events/${index}/deviceEventId` }] : [],
  );
  const [first] = errors;
  if (first) return refuse(first.code, { ...first, errors });
  await audit(tx, {
    actor,
    act: 'attendance-pushed',
    subject: { kind: 'class', id: classId },
    caseId: classId,
    details: { stored: stored.length },
  });
  return accept({ body: { stored: stored.length, repeated: events.length - stored.length } });
}
