import { decodeCursor, encodeCursor, pageOf } from './keyset.ts';

describe('keyset pages', () => {
  it('ends with no cursor on the last page, and with the last row shown on every other', () => {
    const rows = [1, 2, 3];
    expect(pageOf(rows, 3, (n) => [String(n)], String)).toEqual({ items: ['1', '2', '3'], nextCursor: null });
    expect(pageOf(rows, 2, (n) => [String(n)], String)).toEqual({ items: ['1', '2'], nextCursor: encodeCursor(['2']) });
  });

  it('reads its own cursor back', () => {
    const key = ['2026-11-23', '2026-11-23 09:00:00.1+08', '7', '01900000-0000-7000-8000-000000000001', '甲'];
    expect(decodeCursor(encodeCursor(key), ['moment', 'moment', 'count', 'uuid', 'text'])).toEqual({ ok: true, value: key });
  });

  it.each([
    'x',
    '!!!!',
    encodeCursor(['2026-11-23']),
    encodeCursor(['2026-02-30', '1']),
    encodeCursor(['2026-11-23', '-1']),
    encodeCursor(['2026-11-23', '1', '1']),
    ...['{"a":1}', '[{},1]', '["2026-11-23",1]', '["2026-11-23",null]', '[["2026-11-23"],"1"]'].map((text) =>
      Buffer.from(text).toString('base64url'),
    ),
  ])('refuses the forged cursor %s', (cursor) => {
    expect(decodeCursor(cursor, ['moment', 'count'])).toMatchObject({ ok: false, refusal: { code: 'CURSOR_INVALID' } });
  });
});
