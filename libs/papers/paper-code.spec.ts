import { codeOf, codeOfSha256, grouped } from './paper-code.ts';

describe('the verification code of a paper', () => {
  const code = codeOfSha256(Buffer.alloc(32, 0x5a));

  it('is sixteen signs nobody takes for one another', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(grouped(code)).toMatch(/^(.{4}-){3}.{4}$/);
  });

  it.each([grouped(code), code.toLowerCase(), ` ${code} `, code.replaceAll('1', 'l').replaceAll('0', 'O')])(
    'is understood as typed: %s',
    (typed) => {
      expect(codeOf(typed)).toBe(code);
    },
  );

  it.each(['', 'abc', `${code}0`, code.replace(/./, 'U'), '<script>'])('is not seen in %s', (typed) => {
    expect(codeOf(typed)).toBeUndefined();
  });
});
