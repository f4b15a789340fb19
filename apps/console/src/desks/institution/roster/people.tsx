import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ConfirmLegalAct } from '../../../components/confirm-legal-act.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { enrollmentsQuery, type Enrollment } from '../enrollments.ts';
import { rosterWords } from './words.ts';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** Who is on the roster now, masked; somebody can be taken off with a reason. */
export function People({ classId }: { readonly classId: string }) {
  const words = useWords(rosterWords);
  const query = useInfiniteQuery(enrollmentsQuery(classId));
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Enrollment>();
  const exclude = useAct(
    ({ id, reason }: { readonly id: string; readonly reason: string }, headers) =>
      answer(api.POST('/v1/enrollments/{id}/exclude', { params: { path: { id } }, body: { reason }, headers })),
    () => {
      setAsked(undefined);
      void queries.invalidateQueries({ queryKey: ['classes', classId] });
    },
  );
  const states: Readonly<Record<Enrollment['status'], string>> = {
    enrolled: words.enrolledState,
    excluded: words.excludedState,
    left: words.leftState,
  };
  const columns: readonly Column<Enrollment>[] = [
    { key: 'name', title: words.name, isHeader: true, render: ({ name }) => <span className="kbt-number">{name}</span> },
    { key: 'number', title: words.number, render: ({ maskedIdNumber }) => <span className="kbt-number">{maskedIdNumber}</span> },
    { key: 'category', title: words.category, render: ({ category }) => category },
    { key: 'state', title: words.state, render: ({ status }) => states[status] },
    {
      key: 'act',
      title: '',
      render: (row) =>
        row.status === 'enrolled' && (
          <Button type="text" size="small" onClick={() => setAsked(row)} aria-label={`${words.exclude} ${row.name} ${row.maskedIdNumber}`}>
            {words.exclude}
          </Button>
        ),
    },
  ];
  return (
    <section aria-labelledby="kbt-people">
      <h2 id="kbt-people">{words.people}</h2>
      <KeysetList query={query} empty={<EmptyState why={words.nobody} />}>
        {(items) => (
          <>
            <SheetLink href={`/v1/classes/${classId}/enrollments.xlsx`} of={words.people} />
            <DataTable caption={words.people} columns={columns} rows={items} rowKey={({ id }) => id} />
          </>
        )}
      </KeysetList>
      <ConfirmLegalAct
        isOpen={asked !== undefined}
        title={words.excludeTitle}
        act={words.exclude}
        asksReason
        isDanger
        isPending={exclude.isPending}
        error={exclude.error}
        onConfirm={(reason) => asked && exclude.mutate({ id: asked.id, reason })}
        onCancel={() => setAsked(undefined)}
      >
        <p>{words.excludeText(asked?.name ?? '')}</p>
      </ConfirmLegalAct>
    </section>
  );
}
