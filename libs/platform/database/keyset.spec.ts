import { decodeCursor, encodeCursor, pageOf } from './keyset.ts';

describe('keyset pages', () => {
  it('ends with no cursor on the last page, and with the last row shown on every other', () => {
    const rows = [1, 2, 3];
    expect(pageOf(rows, 3, (n) => [n], String)).toEqual({ items: ['1', '2', '3'], nextCursor: null });
    expect(pageOf(rows, 2, (n) => [n], String)).toEqual({ items: ['1', '2'], nextCursor: encodeCursor([2]) });
  });

  it('reads its own cursor back', () => {
    expect(decodeCursor(encodeCursor(['2026-11-23', null, 7]), 3)).toEqual({ ok: true, value: ['2026-11-23', null, 7] });
  });

  it.each(['x', '!!!!', encodeCursor([1]), Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[{},1]').toString('base64url')])(
    'refuses the forged cursor %s',
    (cursor) => {
      expect(decodeCursor(cursor, 2)).toMatchObject({ ok: false, refusal: { code: 'CURSOR_INVALID' } });
    },
  );
});
