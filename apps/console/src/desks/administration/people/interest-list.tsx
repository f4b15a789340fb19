import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { Instant } from '../../../components/instant.tsx';
import { Loading } from '../../../components/loading.tsx';
import { interestsQuery } from './queries.ts';
import { usePeopleNames } from './use-people-names.ts';
import { peopleWords } from './words.ts';

type Interest = components['schemas']['DeclaredInterestResponse'];

/** 回避: who has an interest in which institution; lifted by an administrator after a check, never by oneself. */
export function InterestList() {
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const names = usePeopleNames();
  const { data, error, refetch } = useQuery(interestsQuery);
  const [lifting, setLifting] = useState<Interest>();
  const lift = useAct(
    (id: string, headers) => answer(api.POST('/v1/declared-interests/{id}/end', { params: { path: { id } }, headers })),
    () => {
      setLifting(undefined);
      void message.success(words.lifted);
      void queries.invalidateQueries({ queryKey: ['declared-interests'] });
    },
  );
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.length === 0) return <EmptyState why={words.noInterests} />;
  const nameOf = ({ personId }: Interest): string => names.ofPerson(personId) ?? words.unknown;
  return (
    <>
      <DataTable
        caption={words.interests}
        rows={data}
        rowKey={({ id }) => id}
        columns={[
          { key: 'person', title: words.person, isHeader: true, render: nameOf },
          { key: 'institution', title: words.institution, render: ({ institutionName }) => institutionName },
          { key: 'relation', title: words.relation, render: ({ relation }) => words.relations[relation] },
          { key: 'at', title: words.declaredAt, render: ({ declaredAt }) => <Instant at={declaredAt} /> },
          {
            key: 'action',
            title: words.action,
            render: (row) =>
              row.endedAt === null ? (
                <Button size="small" onClick={() => setLifting(row)}>
                  {words.lift}
                </Button>
              ) : (
                <span className="kbt-hint">{words.lifted}</span>
              ),
          },
        ]}
      />
      <FormDialog
        isOpen={lifting !== undefined}
        title={words.lift}
        act={words.lift}
        isPending={lift.isPending}
        error={lift.error}
        onSend={() => lifting && lift.mutate(lifting.id)}
        onClose={() => setLifting(undefined)}
      >
        {lifting && <p>{words.liftText(nameOf(lifting), lifting.institutionName)}</p>}
      </FormDialog>
    </>
  );
}
