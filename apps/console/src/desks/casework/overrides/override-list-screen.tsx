import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { overrideWords } from '../../../components/overrides/words.ts';
import { Page } from '../../../components/page.tsx';
import { SheetLink } from '../../../components/sheet-link.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';

type Claim = components['schemas']['ClaimResponse'];

const PAGE = 50;
const claimsQuery = infiniteQueryOptions({
  queryKey: ['claims', 'of-region'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/v1/claims', { params: { query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

/** While it lies with its applicant, two persons can decide about it. */
const OPEN: ReadonlySet<string> = new Set(['draft', 'returned', 'withdrawn', 'refused']);

/** The claims of the region, each with whether something can be raised or set for it now. */
export function OverrideListScreen() {
  const words = useWords(overrideWords);
  const query = useInfiniteQuery(claimsQuery);
  return (
    <Page title={words.title} lead={words.lead} actions={<SheetLink href="/v1/claims.xlsx" of={words.claims} />}>
      <KeysetList<Claim> query={query} empty={<EmptyState why={words.noClaims} />}>
        {(items) => (
          <DataTable
            caption={words.claims}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'number',
                title: words.number,
                isHeader: true,
                render: ({ id, number }) => <Link to={`/overrides/${id}`}>{number}</Link>,
              },
              { key: 'what', title: words.what, render: ({ title }) => title },
              {
                key: 'state',
                title: words.state,
                render: ({ state }) => (
                  <StatusTag tone={OPEN.has(state) ? 'attention' : 'neutral'}>
                    {OPEN.has(state) ? words.openHere : words.closedHere}
                  </StatusTag>
                ),
              },
              { key: 'amount', title: words.amount, align: 'right', render: ({ amount }) => <Amount value={amount.value} /> },
            ]}
          />
        )}
      </KeysetList>
    </Page>
  );
}
