import fc from 'fast-check';
import { addDays } from '../calendar/plain-date.ts';
import { checkIdentityNumber, syntheticIdentityNumber } from './identity-number.ts';

describe('an identity number', () => {
  it('holds and tells birth date and sex', () => {
    expect(checkIdentityNumber('11010519491231002X')).toEqual({ ok: true, value: { birthDate: '1949-12-31', gender: 'female' } });
    expect(checkIdentityNumber('11010519491231002x').ok).toBe(true);
  });

  it.each([
    ['110105194912310021', 'ID_CHECKSUM'],
    ['110105491231002', 'ID_15_DIGIT'],
    ['1101051949123100', 'ID_LENGTH'],
    ['', 'ID_LENGTH'],
    ['1101051949123100２X', 'ID_CHARACTERS'],
    ['X10105194912310021', 'ID_CHARACTERS'],
    ['11010519490231002X', 'ID_BIRTHDATE'],
  ])('of %s is refused with %s', (number, code) => {
    expect(checkIdentityNumber(number)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('made up for a demonstration always holds, and any changed last character does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 999 }), (days, sequence) => {
        const number = syntheticIdentityNumber({ region: '140427', birthDate: addDays('1950-01-01', days), sequence });
        expect(checkIdentityNumber(number).ok).toBe(true);
        const other = number.endsWith('1') ? '2' : '1';
        expect(checkIdentityNumber(number.slice(0, 17) + other).ok).toBe(false);
      }),
    );
  });
});
