import { isCreditCode } from './credit-code.ts';

describe('a unified social credit code', () => {
  it.each(['91350100M000100Y43', '91140427MA0KYA001B'])('%s checks', (code) => expect(isCreditCode(code)).toBe(true));

  it.each([
    ['one character short', '91350100M000100Y4'],
    ['another check character', '91350100M000100Y44'],
    ['a letter that is never used', '91350100I000100Y43'],
    ['lower case', '91350100m000100y43'],
  ])('is refused with %s', (_what, code) => expect(isCreditCode(code)).toBe(false));
});
