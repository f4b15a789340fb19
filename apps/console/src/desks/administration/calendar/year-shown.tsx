import { useWords } from '../../../app/i18n/define-words.ts';
import './calendar.css';
import { MonthTable } from './month-table.tsx';
import type { CalendarDay, YearImpact } from './queries.ts';
import { calendarWords } from './words.ts';

interface YearShownProps {
  readonly year: number;
  readonly days: readonly CalendarDay[];
  /** What putting it in force would move; absent for a year that holds already. */
  readonly impact?: YearImpact;
}

/** A year of working days, month by month, with the deadlines it touches. */
export function YearShown({ year, days, impact }: YearShownProps) {
  const words = useWords(calendarWords);
  const own = days.filter(({ day }) => day.startsWith(`${year}-`));
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const source = own[0]?.source;
  return (
    <section aria-label={words.yearOf(year)}>
      {impact && <YearMoves impact={impact} />}
      <p className="kbt-legend">
        <span className="kbt-legend-work">{words.legendWork}</span>
        <span className="kbt-legend-free">{words.legendFree}</span>
        <span className="kbt-legend-holiday">{words.legendHoliday}</span>
        <span className="kbt-legend-made-up">{words.legendMakeUp}</span>
        {source !== undefined && <span className="kbt-hint">{words.source(source)}</span>}
      </p>
      <div className="kbt-months">
        {months.map((month) => (
          <MonthTable key={month} month={month} days={own.filter(({ day }) => Number(day.slice(5, 7)) === month)} />
        ))}
      </div>
    </section>
  );
}

function YearMoves({ impact }: { readonly impact: YearImpact }) {
  const words = useWords(calendarWords);
  const { workingDays, freeWeekdays, workedWeekends, openTasks, openCases, notices, held } = impact;
  const facts: readonly (readonly [name: string, value: string])[] = [
    [words.workingDays, words.days(workingDays)],
    [words.freeWeekdays, words.days(freeWeekdays)],
    [words.workedWeekends, words.days(workedWeekends)],
    [words.openWork, words.openWorkOf(openTasks, openCases)],
    [words.notices, String(notices)],
  ];
  return (
    <div className="kbt-card" role="group" aria-labelledby="kbt-year-moves">
      <h2 id="kbt-year-moves">{words.moves}</h2>
      <dl className="kbt-figures">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.held}</h3>
      {held.length === 0 ? (
        <p className="kbt-hint">{words.noneHeld}</p>
      ) : (
        <ul className="kbt-lines">
          {held.map(({ id, number, title }) => (
            <li key={id}>
              {number} {title}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
