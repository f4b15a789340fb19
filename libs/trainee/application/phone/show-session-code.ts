import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { isClassDay } from '../../persistence/class.query.ts';
import { nowOfPlatform } from '../../persistence/phone.query.ts';
import { ownClass } from '../own-class.ts';
import { sessionCode } from './session-code.ts';

/** What the institution shows on the classroom's screen; only on a planned day of the class. */
export async function showSessionCode(
  tx: Tx,
  actor: Actor,
  classId: string,
): Promise<Result<{ readonly code: string; readonly validUntil: Date }>> {
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  const now = await tx.one<{ now: Date; today: string }>(nowOfPlatform);
  if (!now) throw new Error('the database has no clock');
  const day = await tx.one<{ isClassDay: boolean }>(isClassDay, [classId, now.today]);
  return day?.isClassDay ? accept(sessionCode(classId, now.now)) : refuse('ATTENDANCE_DAY_NOT_PLANNED', { params: { day: now.today } });
}
