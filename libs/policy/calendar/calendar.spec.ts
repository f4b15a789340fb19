import fc from 'fast-check';
import { addDays, ageOn, daysBetween, isPlainDate, weekday } from './plain-date.ts';
import { WorkingCalendar } from './working-calendar.ts';

/** The National Day of 2024 with its make-up days (国办发明电〔2023〕7号). */
const october = new WorkingCalendar(
  Array.from({ length: 61 }, (_, index) => addDays('2024-09-01', index)).map((day) => ({
    day,
    isWorking:
      day === '2024-09-29' ||
      day === '2024-10-12' ||
      (weekday(day) < 6 && !(day >= '2024-10-01' && day <= '2024-10-07') && day !== '2024-09-16' && day !== '2024-09-17'),
  })),
);

describe('calendar days', () => {
  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-1-1', '20240101', '', '2024-00-10'])('"%s" is no day', (text) => {
    expect(isPlainDate(text)).toBe(false);
  });

  it('knows leap days, weekdays and ages', () => {
    expect(isPlainDate('2024-02-29')).toBe(true);
    expect(weekday('2024-09-29')).toBe(7);
    expect(weekday('1969-12-29')).toBe(1);
    expect([ageOn('2000-05-02', '2018-05-01'), ageOn('2000-05-02', '2018-05-02')]).toEqual([17, 18]);
  });

  it('adds and takes away days without loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysBetween('2024-02-29', addDays('2024-02-29', days))).toBe(days);
      }),
    );
  });
});

describe('working days', () => {
  it('counts make-up days and leaves holidays out', () => {
    expect(october.addWorkingDays('2024-09-27', 5)).toEqual({ ok: true, value: '2024-10-10' });
    expect(october.workingDaysBetween('2024-09-27', '2024-10-10')).toEqual({ ok: true, value: 5 });
    expect(october.addWorkingDays('2024-10-10', 2)).toEqual({ ok: true, value: '2024-10-12' });
  });

  it('refuses a year nobody has announced instead of taking Monday to Friday', () => {
    expect(october.addWorkingDays('2024-10-30', 5)).toMatchObject({
      ok: false,
      refusal: { code: 'CALENDAR_YEAR_UNKNOWN', params: { year: '2024' } },
    });
    expect(october.isWorkingDay('2027-01-04')).toMatchObject({ refusal: { params: { year: '2027' } } });
  });
});
