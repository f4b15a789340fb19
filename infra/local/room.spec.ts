import { tmpdir } from 'node:os';
import { PlainError } from './plain-error.ts';
import { requireRoom } from './room.ts';

describe('the room on disk', () => {
  it('is told in one sentence with the way out where it is too little', () => {
    expect(() => requireRoom(tmpdir(), 2 ** 60)).toThrow(PlainError);
    expect(() => requireRoom(tmpdir(), 2 ** 60)).toThrow(
      /^Less than \d+ MiB are free at .*: make room, or set KBT_DATA to a folder on another disk\.$/,
    );
  });

  it('is not mentioned where it suffices', () => {
    expect(() => requireRoom(tmpdir(), 1)).not.toThrow();
  });
});
