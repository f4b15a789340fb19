import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { roleNames, type Role } from '#libs/contracts';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useMe } from '../../../app/session/session.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Instant } from '../../../components/instant.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { DelegationForm } from './delegation-form.tsx';
import { delegationWords } from './words.ts';

/** Who acts while somebody is away: dated, ended by itself or at once. */
export function DelegationScreen() {
  const words = useWords(delegationWords);
  const language = useLanguage();
  const me = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { data, error, refetch } = useQuery({ queryKey: ['delegations'], queryFn: () => answer(api.GET('/v1/delegations')) });
  const people = useQuery({ queryKey: ['colleagues'], queryFn: () => answer(api.GET('/v1/colleagues')) }).data?.items ?? [];
  const nameOf = (accountId: string): string =>
    accountId === me.accountId ? words.me : (people.find((person) => person.accountId === accountId)?.name ?? accountId.slice(0, 8));
  const end = useAct(
    (id: string, headers) => answer(api.POST('/v1/delegations/{id}/end', { params: { path: { id } }, headers })),
    () => {
      void message.success(words.ended);
      void queries.invalidateQueries({ queryKey: ['delegations'] });
    },
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <DelegationForm people={people} />
      <h2 className="kbt-section">{words.list}</h2>
      {(error ?? end.error) && <ErrorAlert error={error ?? end.error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data?.items.length === 0 && <EmptyState why={words.empty} />}
      {data && data.items.length > 0 && (
        <DataTable
          caption={words.list}
          rows={data.items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'from', title: words.from, isHeader: true, render: ({ fromAccountId }) => nameOf(fromAccountId) },
            { key: 'to', title: words.to, render: ({ toAccountId }) => nameOf(toAccountId) },
            { key: 'roles', title: words.roles, render: ({ roles }) => roles.map((role: Role) => roleNames[role][language]).join('、') },
            { key: 'fromOn', title: words.fromOn, render: ({ validFrom }) => <Instant at={validFrom} /> },
            { key: 'untilOn', title: words.untilOn, render: ({ validTo }) => <Instant at={validTo} /> },
            {
              key: 'state',
              title: words.state,
              render: ({ isInForce }) => (
                <StatusTag tone={isInForce ? 'good' : 'neutral'}>{isInForce ? words.inForce : words.notInForce}</StatusTag>
              ),
            },
            {
              key: 'act',
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
    </Page>
  );
}
