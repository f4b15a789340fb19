import fc from 'fast-check';
import * as plain from './plain-date.ts';
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

  it.each([
    '2024-01-31',
    '2024-02-28',
    '2024-04-30',
    '2024-06-30',
    '2024-09-30',
    '2024-11-30',
    '2024-12-31',
    '2000-02-29',
    '2023-02-28',
    '0001-01-01',
  ])('%s is a day, as the calendar of the machine says', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  it.each([
    '2024-04-31',
    '2024-06-31',
    '2024-09-31',
    '2024-11-31',
    '2024-01-32',
    '2024-01-00',
    '1900-02-29',
    '2100-02-29',
    ' 2024-01-01',
    '2024-01-01 ',
    '2024-01-01T',
  ])('"%s" is none', (text) => {
    expect(isPlainDate(text)).toBe(false);
  });

  it('knows every day of four hundred years, and no other', () => {
    for (let month = 1; month <= 12; month++)
      for (let year = 1900; year <= 2300; year++)
        for (const day of [28, 29, 30, 31]) {
          const text = `${year}-${String(month).padStart(2, '0')}-${day}`;
          const isReal = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
          if (isPlainDate(text) !== isReal) throw new Error(text);
        }
  });

  it('knows the days of the week before and after 1970', () => {
    expect(['1969-12-28', '1969-12-31', '1970-01-01', '2024-09-27', '2024-09-28', '2024-09-30'].map(weekday)).toEqual([7, 3, 4, 5, 6, 1]);
    expect(['2024-09-27', '2024-09-28', '2024-09-29', '2024-09-30'].map(plain.isWeekend)).toEqual([false, true, true, false]);
  });

  it('takes days apart and finds the ends of months', () => {
    expect([plain.yearOf('2024-02-29'), plain.monthDayOf('2024-02-29'), plain.firstDayOf(2024, 4), plain.firstDayOf(2024, 12)]).toEqual([
      ...[2024, '02-29', '2024-04-01', '2024-12-01'],
    ]);
    expect(['2024-02', '2023-02', '2024-04', '2024-12'].map(plain.lastDayOfMonth)).toEqual([
      '2024-02-29',
      '2023-02-28',
      '2024-04-30',
      '2024-12-31',
    ]);
    expect(['2000-01-01', '2099-12-31', '1999-12-31', '2100-01-01', '20245-', '12024-01-01'].map(plain.isOfThisCentury)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('counts the birthday itself as a year of age, the day before not', () => {
    expect(['2018-05-01', '2018-05-02', '2018-05-03', '2018-06-01', '2018-04-30'].map((on) => ageOn('2000-05-02', on))).toEqual([
      17, 18, 18, 18, 17,
    ]);
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

  it('counts nothing where there is nothing to count', () => {
    expect(october.addWorkingDays('2024-10-01', 0)).toEqual({ ok: true, value: '2024-10-01' });
    expect(october.workingDaysBetween('2024-10-10', '2024-10-10')).toEqual({ ok: true, value: 0 });
    expect(october.workingDaysBetween('2024-10-11', '2024-10-10')).toEqual({ ok: true, value: 0 });
    expect(october.workingDaysBetween('2024-10-10', '2024-10-11')).toEqual({ ok: true, value: 1 });
    expect([october.isWorkingDay('2024-10-12'), october.isWorkingDay('2024-10-07')]).toEqual([
      ...[
        { ok: true, value: true },
        { ok: true, value: false },
      ],
    ]);
    expect(october.dayOf('2024-10-07')).toEqual({ ok: true, value: { day: '2024-10-07', isWorking: false } });
  });

  it('refuses to count through a year nobody has announced', () => {
    expect(october.workingDaysBetween('2024-10-30', '2025-01-02')).toMatchObject({
      refusal: { code: 'CALENDAR_YEAR_UNKNOWN', params: { year: '2024' } },
    });
  });

  it('refuses a year nobody has announced instead of taking Monday to Friday', () => {
    expect(october.addWorkingDays('2024-10-30', 5)).toMatchObject({
      ok: false,
      refusal: { code: 'CALENDAR_YEAR_UNKNOWN', params: { year: '2024' } },
    });
    expect(october.isWorkingDay('2027-01-04')).toMatchObject({ refusal: { params: { year: '2027' } } });
  });
});
