import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Role } from '#libs/contracts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { ButtonLink } from '../../../components/button-link.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Instant } from '../../../components/instant.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { Page } from '../../../components/page.tsx';
import { releasesQuery, type Release } from './queries.ts';
import { ReleaseState } from './release-state.tsx';
import { releaseWords } from './words.ts';

/** What was proposed and by a second person put in force, the newest first. */
export function ReleaseListScreen() {
  const words = useWords(releaseWords);
  const query = useInfiniteQuery(releasesQuery);
  const mayPropose = useMe().roles.includes(Role.CountyAdministrator);
  const columns: readonly Column<Release>[] = [
    {
      key: 'what',
      title: words.what,
      isHeader: true,
      render: ({ id, year, packId }) => (
        <Link to={`/releases/${id}`}>{year === null ? words.policyOf(packId ?? '') : words.calendarOf(year)}</Link>
      ),
    },
    { key: 'from', title: words.from, render: ({ effectiveFrom, year }) => effectiveFrom ?? `${year ?? ''}-01-01` },
    { key: 'reason', title: words.reason, render: ({ reason }) => reason },
    { key: 'state', title: words.state, render: ({ state }) => <ReleaseState state={state} /> },
    { key: 'at', title: words.proposedAt, render: ({ proposedAt }) => <Instant at={proposedAt} /> },
  ];
  const propose = mayPropose && (
    <ButtonLink isPrimary to="/releases/new">
      {words.propose}
    </ButtonLink>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={propose}>
      <KeysetList
        query={query}
        empty={<EmptyState why={words.none} {...(mayPropose ? { next: { to: '/releases/new', label: words.propose } } : {})} />}
      >
        {(items) => <DataTable caption={words.title} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </KeysetList>
    </Page>
  );
}
