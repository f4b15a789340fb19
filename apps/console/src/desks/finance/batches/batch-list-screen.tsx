import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Instant } from '../../../components/instant.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { Page } from '../../../components/page.tsx';
import { batchesQuery, type Batch } from '../queries.ts';
import { financeWords } from '../words.ts';
import { BatchState } from './batch-state.tsx';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** Batches, the newest first. */
export function BatchListScreen() {
  const words = useWords(financeWords);
  const query = useInfiniteQuery(batchesQuery);
  const columns: readonly Column<Batch>[] = [
    { key: 'number', title: words.number, isHeader: true, render: ({ id, number }) => <Link to={`/batches/${id}`}>{number}</Link> },
    { key: 'state', title: words.state, render: ({ state }) => <BatchState state={state} /> },
    { key: 'count', title: words.count, align: 'right', render: ({ orderCount }) => orderCount },
    { key: 'total', title: words.total, align: 'right', render: ({ total }) => <Amount value={total.value} /> },
    { key: 'built', title: words.built, render: ({ builtAt }) => <Instant at={builtAt} /> },
  ];
  return (
    <Page
      title={words.batchesTitle}
      lead={words.batchesLead}
      actions={<SheetLink href="/v1/payment-batches.xlsx" of={words.batchesTitle} />}
    >
      <KeysetList query={query} empty={<EmptyState why={words.noBatches} next={{ to: '/payments', label: words.ordersTitle }} />}>
        {(items) => <DataTable caption={words.batchesTitle} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </KeysetList>
    </Page>
  );
}
