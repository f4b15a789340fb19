import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Instant } from '../../../components/instant.tsx';
import type { AlarmedCase } from './queries.ts';
import { stuckWords } from './words.ts';

/** Where what is missing is put right. */
const places = {
  'nobody-may-act': ['/people', 'goPeople'],
  POLICY_VALUE_MISSING: ['/policies', 'goPolicies'],
  POLICY_NOT_IN_FORCE: ['/releases', 'goReleases'],
  CALENDAR_YEAR_UNKNOWN: ['/calendar', 'goCalendar'],
} as const;

/** 告警: cases that cannot go on, what is missing, and where it is put right. */
export function Alarms({ alarms }: { readonly alarms: readonly AlarmedCase[] }) {
  const words = useWords(stuckWords);
  const why = (reason: string): string => (words.whys as Readonly<Record<string, string>>)[reason] ?? words.otherWhy(reason);
  return (
    <section aria-labelledby="kbt-alarms">
      <h2 id="kbt-alarms" className="kbt-section">
        {words.alarms}
      </h2>
      <p className="kbt-hint">{words.alarmsLead}</p>
      <DataTable
        caption={words.alarms}
        rows={alarms}
        rowKey={({ caseId, reason }) => caseId + reason}
        columns={[
          { key: 'number', title: words.number, isHeader: true, render: ({ number }) => number },
          { key: 'case', title: words.case, render: ({ title }) => title },
          { key: 'why', title: words.state, render: ({ reason }) => why(reason) },
          { key: 'since', title: words.since, render: ({ openedAt }) => <Instant at={openedAt} /> },
          {
            key: 'action',
            title: words.action,
            render: ({ reason }) => {
              const place = Object.hasOwn(places, reason) ? places[reason as keyof typeof places] : undefined;
              return (
                place && (
                  <Link className="kbt-cell-link" to={place[0]}>
                    {words[place[1]]}
                  </Link>
                )
              );
            },
          },
        ]}
      />
    </section>
  );
}
