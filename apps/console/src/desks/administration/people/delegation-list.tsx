import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { roleNames } from '#libs/contracts';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Instant } from '../../../components/instant.tsx';
import { Loading } from '../../../components/loading.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { DelegateDialog } from './delegate-dialog.tsx';
import { delegationsQuery } from './queries.ts';
import { usePeopleNames } from './use-people-names.ts';
import { peopleWords } from './words.ts';

/** 委托: what is delegated in the region, ended early or made for somebody who fell ill. */
export function DelegationList() {
  const words = useWords(peopleWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const names = usePeopleNames();
  const [isMaking, setMaking] = useState(false);
  const { data, error, refetch } = useQuery(delegationsQuery);
  const end = useAct(
    (id: string, headers) => answer(api.POST('/v1/delegations/{id}/end', { params: { path: { id } }, headers })),
    () => {
      void message.success(words.ended);
      void queries.invalidateQueries({ queryKey: ['delegations'] });
    },
  );
  const nameOf = (id: string): string => names.ofAccount(id) ?? words.unknown;
  return (
    <>
      <p>
        <Button onClick={() => setMaking(true)}>{words.delegate}</Button>
      </p>
      {(error ?? end.error) && <ErrorAlert error={error ?? end.error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <EmptyState why={words.noDelegations} />}
      {data !== undefined && data.length > 0 && (
        <DataTable
          caption={words.delegations}
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            { key: 'from', title: words.from, isHeader: true, render: ({ fromAccountId }) => nameOf(fromAccountId) },
            { key: 'to', title: words.to, render: ({ toAccountId }) => nameOf(toAccountId) },
            { key: 'roles', title: words.roles, render: ({ roles }) => roles.map((role) => roleNames[role][language]).join('、') },
            {
              key: 'period',
              title: words.period,
              render: ({ validFrom, validTo }) => (
                <>
                  <Instant at={validFrom} /> – <Instant at={validTo} />
                </>
              ),
            },
            {
              key: 'state',
              title: words.state,
              render: ({ isInForce }) => (
                <StatusTag tone={isInForce ? 'good' : 'working'}>{isInForce ? words.inForce : words.notYet}</StatusTag>
              ),
            },
            {
              key: 'action',
              title: words.action,
              render: ({ id }) => (
                <Button size="small" loading={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
                  {words.end}
                </Button>
              ),
            },
          ]}
        />
      )}
      {isMaking && <DelegateDialog accounts={names.accounts} onClose={() => setMaking(false)} />}
    </>
  );
}
