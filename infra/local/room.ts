import { statfsSync } from 'node:fs';
import { PlainError } from './plain-error.ts';

const MIB = 1024 * 1024;
/** An empty installation with its write-ahead logs, and some days of a county. */
const NEEDED_BYTES = 500 * MIB;

/** @throws PlainError where a folder's disk has too little room to begin. */
export function requireRoom(folder: string, neededBytes = NEEDED_BYTES): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < neededBytes)
    throw new PlainError(
      `Less than ${Math.round(neededBytes / MIB)} MiB are free at ${folder}: make room, or set KBT_DATA to a folder on another disk.`,
    );
}
