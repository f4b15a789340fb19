import { blindIndex } from '#libs/platform';

/** A code on the classroom's screen is taken for this long, and once more as long: somebody may be slow to type it. */
export const CODE_MINUTES = 5;

const DIGITS = 6;

function windowOf(now: Date): number {
  return Math.floor(now.getTime() / (CODE_MINUTES * 60_000));
}

function codeIn(window: number, classId: string): string {
  const number = blindIndex('session-code', `${classId}|${window}`).readUInt32BE(0) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** 课堂签到码: six digits that only who is in the room can see; changes every {@link CODE_MINUTES} minutes, never stored. */
export function sessionCode(classId: string, now: Date): { readonly code: string; readonly validUntil: Date } {
  const window = windowOf(now);
  return { code: codeIn(window, classId), validUntil: new Date((window + 1) * CODE_MINUTES * 60_000) };
}

export function isSessionCode(code: string, classId: string, now: Date): boolean {
  const window = windowOf(now);
  return [window, window - 1].some((one) => codeIn(one, classId) === code);
}
