import { fromBase32, matchTotp, toBase32, totpCode, totpStep } from './totp.ts';

const secretOf = (length: number): Buffer => Buffer.from('1234567890'.repeat(7).slice(0, length), 'ascii');

describe('one-time codes', () => {
  // RFC 6238 appendix B: the secret repeats to the length of the hash
  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1_111_111_109, '07081804', '68084774', '25091201'],
    [1_111_111_111, '14050471', '67062674', '99943326'],
    [1_234_567_890, '89005924', '91819424', '93441116'],
    [2_000_000_000, '69279037', '90698825', '38618901'],
    [20_000_000_000, '65353130', '77737706', '47863826'],
  ])('are those of RFC 6238 appendix B at second %i', (seconds, sha1, sha256, sha512) => {
    const step = totpStep(seconds);
    expect(totpCode(secretOf(20), step, { digits: 8 })).toBe(sha1);
    expect(totpCode(secretOf(32), step, { digits: 8, algorithm: 'sha256' })).toBe(sha256);
    expect(totpCode(secretOf(64), step, { digits: 8, algorithm: 'sha512' })).toBe(sha512);
  });

  it('are accepted one step early or late, written with spaces or in full width, and not two steps late', () => {
    const secret = secretOf(20);
    const code = totpCode(secret, 100);
    expect(matchTotp(secret, code, 100 * 30)).toBe(100);
    expect(matchTotp(secret, `${code.slice(0, 3)} ${code.slice(3)}`, 101 * 30)).toBe(100);
    const fullWidth = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect(matchTotp(secret, fullWidth, 99 * 30)).toBe(100);
    expect(matchTotp(secret, code, 102 * 30)).toBeUndefined();
  });

  it('are refused a second time', () => {
    const secret = secretOf(20);
    expect(matchTotp(secret, totpCode(secret, 100), 100 * 30, 100)).toBeUndefined();
  });

  it('are refused when empty or of another length', () => {
    expect(matchTotp(secretOf(20), '', 3000)).toBeUndefined();
    expect(matchTotp(secretOf(20), '1234567', 3000)).toBeUndefined();
  });

  it('keep their secret through base32 as RFC 4648 section 10 writes it', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(toBase32(Buffer.from('fooba'))).toBe('MZXW6YTB');
    expect(fromBase32('mzxw 6ytb oi').toString()).toBe('foobar');
    expect(() => fromBase32('M1')).toThrow(RangeError);
  });
});
