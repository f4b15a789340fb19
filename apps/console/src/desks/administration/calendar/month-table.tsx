import { isWeekend, weekday } from '#libs/policy';
import { useWords } from '../../../app/i18n/define-words.ts';
import type { CalendarDay } from './queries.ts';
import { calendarWords } from './words.ts';

const WEEK = 7;

/** The weeks of a month from Monday on; undefined where a day belongs to another month. */
function weeksOf(days: readonly CalendarDay[]): readonly (readonly (CalendarDay | undefined)[])[] {
  const [first] = days;
  const lead = first ? weekday(first.day) - 1 : 0;
  const cells = [...Array.from({ length: lead }, () => undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK));
  return weeks.map((week) => [...week, ...Array.from({ length: WEEK - week.length }, () => undefined)]);
}

/** One month: holidays carry 休, make-up days 班, so that nothing is told by color alone. */
export function MonthTable({ month, days }: { readonly month: number; readonly days: readonly CalendarDay[] }) {
  const words = useWords(calendarWords);
  return (
    <table className="kbt-month">
      <caption>{words.month(month)}</caption>
      <thead>
        <tr>
          {words.weekdays.split(',').map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={index}>{week.map((day, at) => (day ? <Day key={day.day} day={day} /> : <td key={`none-${at}`} />))}</tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day: { day, isWorking, name } }: { readonly day: CalendarDay }) {
  const words = useWords(calendarWords);
  const isHoliday = !isWorking && name !== null;
  const isMakeUp = isWorking && isWeekend(day);
  const told = isMakeUp ? words.dayOn : isHoliday ? words.dayOff(name) : isWorking ? undefined : words.weekend;
  const kind = isMakeUp ? 'kbt-day-made-up' : isHoliday ? 'kbt-day-holiday' : isWorking ? '' : 'kbt-day-free';
  return (
    <td className={kind} title={told}>
      <span>{Number(day.slice(8))}</span>
      {(isMakeUp || isHoliday) && <small aria-hidden="true">{isMakeUp ? words.on : words.off}</small>}
      {told !== undefined && <span className="kbt-hidden">{told}</span>}
    </td>
  );
}
