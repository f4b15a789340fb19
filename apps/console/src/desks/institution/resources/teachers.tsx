import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { TextForm } from '../../../components/text-form.tsx';
import { teachersQuery } from '../queries.ts';
import { resourceWords } from './words.ts';

const empty = { name: '', idNumber: '', qualification: '' };

/** Teachers of the institution. The number typed here never stays in the browser. */
export function Teachers() {
  const words = useWords(resourceWords);
  const teachers = useQuery(teachersQuery);
  const { data, isPending } = teachers;
  const [values, setValues] = useState(empty);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const add = useAct(
    (body: typeof empty, headers) => answer(api.POST('/v1/teachers', { body, headers })),
    () => {
      setValues(empty);
      void message.success(words.saved);
      void queries.invalidateQueries({ queryKey: ['teachers'] });
    },
  );
  return (
    <section className="kbt-card" aria-labelledby="kbt-teachers">
      <h2 id="kbt-teachers">{words.teachers}</h2>
      {isPending && <Loading rows={3} />}
      <AskAgain queries={[teachers]} />
      {data?.length === 0 && <EmptyState why={words.noTeachers} />}
      {data !== undefined && data.length > 0 && (
        <DataTable
          caption={words.teachers}
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: words.name, isHeader: true, render: ({ name }) => <span className="kbt-number">{name}</span> },
            {
              key: 'idNumber',
              title: words.idNumber,
              render: ({ maskedIdNumber }) => <span className="kbt-number">{maskedIdNumber}</span>,
            },
            { key: 'qualification', title: words.qualification, render: ({ qualification }) => qualification },
          ]}
        />
      )}
      <TextForm
        id="teacher"
        values={values}
        onChange={setValues}
        submit={words.addTeacher}
        isPending={add.isPending}
        error={add.error}
        onSubmit={() => add.mutate(values)}
        questions={[
          { name: 'name', label: words.name, maxLength: 60 },
          { name: 'idNumber', label: words.idNumber, maxLength: 30 },
          { name: 'qualification', label: words.qualification, hint: words.qualificationHint, maxLength: 200 },
        ]}
      />
    </section>
  );
}
