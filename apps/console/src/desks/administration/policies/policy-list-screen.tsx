import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { clockQuery } from '../../../api/clock-query.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import { policiesQuery, type Policy } from './queries.ts';
import { policyWords } from './words.ts';

type Standing = 'inForce' | 'coming' | 'ended';

const tones: Readonly<Record<Standing, Tone>> = { inForce: 'good', coming: 'working', ended: 'neutral' };

function standingOf({ effectiveFrom, effectiveTo }: Policy, today: string): Standing {
  if (effectiveFrom > today) return 'coming';
  return effectiveTo !== null && effectiveTo < today ? 'ended' : 'inForce';
}

/** Which policy holds where and when, each leading to its document beside its values. */
export function PolicyListScreen() {
  const words = useWords(policyWords);
  const { data, error, refetch } = useQuery(policiesQuery);
  const clock = useQuery(clockQuery).data;
  const columns: readonly Column<Policy>[] = [
    { key: 'region', title: words.region, render: ({ regionName }) => regionName },
    {
      key: 'document',
      title: words.document,
      isHeader: true,
      render: ({ hash, title, documentNumber }) => (
        <>
          <Link to={`/policies/${hash}`} lang="zh-CN">
            {title}
          </Link>
          <span className="kbt-line kbt-hint" lang="zh-CN">
            {documentNumber}
          </span>
        </>
      ),
    },
    {
      key: 'period',
      title: words.period,
      render: ({ effectiveFrom, effectiveTo }) => (
        <span className="kbt-period">{effectiveTo === null ? words.openEnded(effectiveFrom) : words.span(effectiveFrom, effectiveTo)}</span>
      ),
    },
    {
      key: 'state',
      title: words.state,
      render: (row) => {
        const standing = clock && standingOf(row, clock.today);
        return standing && <StatusTag tone={tones[standing]}>{words[standing]}</StatusTag>;
      },
    },
    {
      key: 'source',
      title: words.source,
      render: ({ releaseId }) => (releaseId === null ? words.installed : <Link to={`/releases/${releaseId}`}>{words.released}</Link>),
    },
  ];
  return (
    <Page title={words.title} lead={words.lead}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <EmptyState why={words.empty} />}
      {data !== undefined && data.length > 0 && (
        <DataTable caption={words.title} columns={columns} rows={data} rowKey={({ hash, effectiveFrom }) => hash + effectiveFrom} />
      )}
    </Page>
  );
}
