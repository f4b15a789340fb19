import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.ts';
import { useWords } from '../../app/i18n/define-words.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DeadlineClock } from '../../components/deadline-clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { evaluationWords } from './words.ts';

/** Rosters handed over to this body, the most urgent first. */
export function AssessmentListScreen() {
  const words = useWords(evaluationWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['tasks', 'assess'],
    queryFn: async () =>
      (await answer(api.GET('/v1/tasks', { params: { query: { view: 'group' } } }))).items.filter(({ kind }) => kind === 'assess'),
  });
  return (
    <Page title={words.listTitle} lead={words.listLead}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <EmptyState why={words.none} />}
      {data !== undefined && data.length > 0 && (
        <DataTable
          caption={words.listTitle}
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: words.name,
              isHeader: true,
              render: ({ caseId, title, number }) => <Link to={`/assessments/${caseId}`}>{`${title} ${number}`}</Link>,
            },
            { key: 'institution', title: words.institution, render: ({ institutionName }) => institutionName ?? '' },
            {
              key: 'due',
              title: words.due,
              render: ({ dueOn, workingDaysLeft }) => <DeadlineClock dueOn={dueOn} workingDaysLeft={workingDaysLeft} />,
            },
          ]}
        />
      )}
    </Page>
  );
}
