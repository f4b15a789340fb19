import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { Page } from '../../../components/page.tsx';
import { classesQuery, trackingQuery, type TrainingClass } from '../queries.ts';
import { classTypeWords, classWords } from '../words.ts';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** The institution's day: its classes, each with whose turn it is and until when. */
export function ClassListScreen() {
  const words = useWords(classWords);
  const types = useWords(classTypeWords);
  const query = useInfiniteQuery(classesQuery);
  const columns: readonly Column<TrainingClass>[] = [
    {
      key: 'name',
      title: words.name,
      isHeader: true,
      render: ({ id, name, number }) => (
        <>
          <Link to={`/classes/${id}`}>{name}</Link>
          <span className="kbt-hint kbt-line">{number}</span>
        </>
      ),
    },
    { key: 'type', title: words.type, render: ({ classType }) => types[classType] },
    { key: 'days', title: words.days, render: ({ startsOn, endsOn }) => words.from(startsOn, endsOn) },
    { key: 'state', title: words.state, render: (row) => <Progress of={row} /> },
    { key: 'until', title: words.until, render: (row) => <DueDay of={row} /> },
  ];
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <SheetLink href="/v1/classes.xlsx" of={words.title} />
          <Link to="/classes/new">
            <Button type="primary">{words.create}</Button>
          </Link>
        </>
      }
    >
      <KeysetList query={query} empty={<EmptyState why={words.none} next={{ to: '/classes/new', label: words.create }} />}>
        {(items) => <DataTable caption={words.caption} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </KeysetList>
    </Page>
  );
}

const isFiled = ({ openingState }: TrainingClass): boolean => openingState !== 'draft';

function Progress({ of }: { readonly of: TrainingClass }) {
  const words = useWords(classWords);
  const language = useLanguage();
  const { data } = useQuery(trackingQuery(of.id, isFiled(of)));
  return <>{isFiled(of) ? (data?.sentence[language] ?? '…') : words.notFiled}</>;
}

function DueDay({ of }: { readonly of: TrainingClass }) {
  const { data } = useQuery(trackingQuery(of.id, isFiled(of)));
  return <>{data?.turn?.dueOn ?? '—'}</>;
}
