import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { officesQuery } from './queries.ts';
import { peopleWords } from './words.ts';

/** Offices of the region. */
export function OfficeList() {
  const words = useWords(peopleWords);
  const { data, error, refetch } = useQuery(officesQuery);
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <DataTable
      caption={words.offices}
      rows={data}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: words.office, isHeader: true, render: ({ name }) => name },
        { key: 'kind', title: words.kind, render: ({ kind }) => words.kinds[kind] },
        { key: 'region', title: words.region, render: ({ region }) => region },
        {
          key: 'state',
          title: words.state,
          render: ({ isClosed }) => (
            <StatusTag tone={isClosed ? 'neutral' : 'good'}>{isClosed ? words.closedOffice : words.openOffice}</StatusTag>
          ),
        },
      ]}
    />
  );
}
