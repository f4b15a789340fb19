import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { claimWords } from '../claims/words.ts';
import { everybodyQuery, type Enrollment } from '../enrollments.ts';
import { ProofForm } from './proof-form.tsx';
import { employmentWords } from './words.ts';

/** 就业证明: who has completed, who is employed, and the paper for each. */
export function EmploymentScreen() {
  const { classId = '' } = useParams();
  const words = useWords(employmentWords);
  const back = useWords(claimWords).back;
  const [of, setOf] = useState<Enrollment>();
  const people = useQuery(everybodyQuery(classId));
  const completed = (people.data ?? []).filter(({ isCompleted }) => isCompleted);
  const employed = completed.filter(({ employmentProofs }) => employmentProofs > 0).length;
  const columns: readonly Column<Enrollment>[] = [
    { key: 'name', title: words.name, isHeader: true, render: ({ name }) => <span className="kbt-number">{name}</span> },
    { key: 'number', title: words.number, render: ({ maskedIdNumber }) => <span className="kbt-number">{maskedIdNumber}</span> },
    { key: 'outcome', title: words.outcome, render: ({ outcome }) => words[outcome ?? 'open'] },
    {
      key: 'proofs',
      title: words.proofs,
      render: ({ employmentProofs }) => (employmentProofs === 0 ? words.none : words.count(employmentProofs)),
    },
    {
      key: 'add',
      title: '',
      render: (row) => (
        <Button size="small" onClick={() => setOf(row)} aria-label={`${words.add} ${row.name} ${row.maskedIdNumber}`}>
          {words.add}
        </Button>
      ),
    },
  ];
  return (
    <Page title={words.title} lead={words.lead} actions={<Link to={`/classes/${classId}`}>{back}</Link>}>
      {people.error && <ErrorAlert error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <Loading />}
      {people.data && completed.length === 0 && <EmptyState why={words.nobody} />}
      {completed.length > 0 && (
        <>
          <p>{words.rate(employed, completed.length)}</p>
          <DataTable caption={words.title} columns={columns} rows={completed} rowKey={({ id }) => id} />
        </>
      )}
      {of && <ProofForm key={of.id} of={of} classId={classId} onClose={() => setOf(undefined)} />}
    </Page>
  );
}
