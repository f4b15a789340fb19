import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan, parseYuan } from '#libs/policy';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { OrderTable } from '../order-table.tsx';
import { ordersQuery, type Order } from '../queries.ts';
import { financeWords } from '../words.ts';
import { Problems } from './problems.tsx';

/** Sum of the amounts in yuan; integers of fen, never floats. */
function sumOf(orders: readonly Order[]): string {
  return formatYuan(
    orders.reduce((sum, { amount }) => {
      const fen = parseYuan(amount.value);
      return fen.ok ? sum + fen.value : sum;
    }, 0n),
  );
}

/** What there is to pay, trouble first. */
export function OrdersScreen() {
  const words = useWords(financeWords);
  return (
    <Page title={words.ordersTitle} lead={words.ordersLead}>
      <Problems />
      <Waiting />
    </Page>
  );
}

function Waiting() {
  const words = useWords(financeWords);
  const { data, error, refetch } = useQuery(ordersQuery('reserved'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const navigate = useNavigate();
  const queries = useQueryClient();
  const build = useAct(
    (orders: string[], headers) => answer(api.POST('/v1/payment-batches', { body: { orders }, headers })),
    ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['payment-orders'] });
      void queries.invalidateQueries({ queryKey: ['payment-batches'] });
      void navigate(`/batches/${id}`);
    },
  );
  const waiting = (data ?? []).filter(({ batchId }) => batchId === null);
  const picked = waiting.filter(({ key }) => chosen.has(key));
  const batch = picked.length > 0 ? picked : waiting;
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return (
    <section aria-labelledby="kbt-waiting">
      <h2 id="kbt-waiting">{words.waiting}</h2>
      {(error ?? build.error) && <ErrorAlert error={error ?? build.error} onRetry={error ? () => void refetch() : undefined} />}
      {!data && !error && <Loading rows={3} />}
      {data && waiting.length === 0 && <EmptyState why={words.noWaiting} />}
      {waiting.length > 0 && (
        <>
          <OrderTable
            caption={words.waiting}
            orders={waiting}
            first={({ key }) => <Checkbox checked={chosen.has(key)} onChange={() => toggle(key)} aria-label={words.pick(key)} />}
          />
          <div className="kbt-submit kbt-row">
            <Button type="primary" loading={build.isPending} onClick={() => build.mutate(batch.map(({ key }) => key))}>
              {picked.length > 0 ? words.build : words.buildAll}
            </Button>
            <span>{words.chosen(batch.length, sumOf(batch))}</span>
          </div>
        </>
      )}
    </section>
  );
}
