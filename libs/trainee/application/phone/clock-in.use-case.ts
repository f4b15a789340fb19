import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { insertEvents } from '../../persistence/enrollment.query.ts';
import { classesOfPerson, nowOfPlatform, type OwnClassRow } from '../../persistence/phone.query.ts';
import { isSessionCode } from './session-code.ts';

export interface ClockedIn {
  readonly day: string;
  readonly at: Date;
  /** The day counted already: nothing was stored twice. */
  readonly again: boolean;
}

/** 手机签到 (XZ24 四(二)2): once a planned class day, with the code that is shown in the room at that moment. */
export async function clockIn(
  tx: Tx,
  personId: string,
  { classId, code }: { readonly classId: string; readonly code: string },
): Promise<Result<Answer<ClockedIn>>> {
  await lockCase(tx, classId);
  const own = await tx.one<OwnClassRow>(classesOfPerson, [personId, classId]);
  if (!own || own.status !== 'enrolled') return refuse('NOT_FOUND');
  const now = await tx.one<{ now: Date; today: string }>(nowOfPlatform);
  if (!now) throw new Error('the database has no clock');
  if (!own.isClassToday) return refuse('ATTENDANCE_DAY_NOT_PLANNED', { params: { day: now.today } });
  if (!isSessionCode(code, classId, now.now)) return refuse('SESSION_CODE_WRONG', { pointer: '/code' });
  const event = {
    deviceEventId: `phone-${own.enrollmentId}-${now.today}`,
    enrollmentId: own.enrollmentId,
    deviceId: 'phone',
    kind: 'clock-in',
    occurredAt: now.now,
  };
  const stored = await tx.rows(insertEvents, [own.institutionId, classId, JSON.stringify([event])]);
  if (stored.length > 0)
    await audit(tx, { actor: null, act: 'clocked-in', subject: { kind: 'enrollment', id: own.enrollmentId }, caseId: classId });
  return accept({ body: { day: now.today, at: now.now, again: stored.length === 0 } });
}
