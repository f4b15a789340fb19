import type { Actor } from '#libs/contracts';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Refusal, type Result } from '#libs/policy';
import { activeEnrollments, insertEvents, reusedEvents } from '../persistence/enrollment.query.ts';
import { ownClass } from './own-class.ts';

export interface AttendanceEvent {
  readonly deviceEventId: string;
  readonly enrollmentId: string;
  readonly deviceId: string;
  readonly kind: 'clock-in' | 'clock-out' | 'voucher';
  readonly occurredAt: string;
}

/** Every event that is wrong in one way, named by its place; the first of them names the refusal. */
function findingsOf(
  events: readonly AttendanceEvent[],
  isWrong: (event: AttendanceEvent) => boolean,
  code: string,
  field: keyof AttendanceEvent,
): Result<void> {
  const errors = events.flatMap((event, index): Refusal[] => (isWrong(event) ? [{ code, pointer: `/events/${index}/${field}` }] : []));
  const [first] = errors;
  return first ? refuse(first.code, { ...first, errors }) : accept(undefined);
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
  const people = new Set((await tx.rows<{ id: string }>(activeEnrollments, [classId])).map(({ id }) => id));
  const strangers = findingsOf(events, ({ enrollmentId }) => !people.has(enrollmentId), 'ATTENDANCE_PERSON_UNKNOWN', 'enrollmentId');
  if (!strangers.ok) return strangers;
  const stored = await tx.rows(insertEvents, values);
  const reused = new Set((await tx.rows<{ deviceEventId: string }>(reusedEvents, values)).map(({ deviceEventId }) => deviceEventId));
  const differing = findingsOf(events, ({ deviceEventId }) => reused.has(deviceEventId), 'ATTENDANCE_EVENT_REUSED', 'deviceEventId');
  if (!differing.ok) return differing;
  await audit(tx, {
    actor,
    act: 'attendance-pushed',
    subject: { kind: 'class', id: classId },
    caseId: classId,
    details: { stored: stored.length },
  });
  return accept({ body: { stored: stored.length, repeated: events.length - stored.length } });
}
