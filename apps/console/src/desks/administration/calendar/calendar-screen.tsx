import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { Role } from '#libs/contracts';
import { clockQuery } from '../../../api/clock-query.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { ButtonLink } from '../../../components/button-link.tsx';
import { AskAgain } from '../../../components/ask-again.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { yearQuery } from './queries.ts';
import { calendarWords } from './words.ts';
import { YearShown } from './year-shown.tsx';

/** 工作日历: the announced years, one at a time. */
export function CalendarScreen() {
  const words = useWords(calendarWords);
  const [search, setSearch] = useSearchParams();
  const clock = useQuery(clockQuery);
  const year = Number(search.get('year') ?? clock.data?.today.slice(0, 4) ?? 0);
  const days = useQuery({ ...yearQuery(year), enabled: year > 0 });
  const { data } = days;
  const mayPropose = useMe().roles.includes(Role.CountyAdministrator);
  const go = (to: number): void => setSearch({ year: String(to) }, { replace: true });
  const actions = (
    <div className="kbt-year-choice" role="group" aria-label={words.years}>
      <Button aria-label={words.previous} onClick={() => go(year - 1)}>
        ‹
      </Button>
      <strong aria-live="polite">{words.yearOf(year)}</strong>
      <Button aria-label={words.next} onClick={() => go(year + 1)}>
        ›
      </Button>
      {mayPropose && (
        <ButtonLink isPrimary to="/calendar/new">
          {words.announce}
        </ButtonLink>
      )}
    </div>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={year > 0 ? actions : undefined}>
      <AskAgain queries={[clock, days]} />
      {!data && !clock.error && !days.error && <Loading />}
      {data?.length === 0 && (
        <EmptyState why={words.notAnnounced(year)} {...(mayPropose ? { next: { to: '/calendar/new', label: words.announce } } : {})} />
      )}
      {data !== undefined && data.length > 0 && <YearShown year={year} days={data} />}
    </Page>
  );
}
