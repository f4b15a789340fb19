import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ConfirmLegalAct } from '../../../components/confirm-legal-act.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { OrderTable } from '../order-table.tsx';
import { ordersQuery, type Order } from '../queries.ts';
import { financeWords } from '../words.ts';

const REISSUABLE: ReadonlySet<string> = new Set(['rejected', 'returned']);

/** Orders the bank sent back and nobody ordered anew, or did not answer: a next generation exists only after it said rejected or returned (AMB-55). */
export function Problems() {
  const words = useWords(financeWords);
  const results = useQueries({ queries: [ordersQuery('outstanding'), ordersQuery('unknown')] });
  const orders = results.flatMap(({ data }) => data ?? []);
  const error = results.find((one) => one.error)?.error;
  const [asked, setAsked] = useState<Order>();
  const queries = useQueryClient();
  const reissue = useAct(
    (key: string, headers) => answer(api.POST('/v1/payment-orders/{key}/reissue', { params: { path: { key } }, headers })),
    () => {
      setAsked(undefined);
      void queries.invalidateQueries({ queryKey: ['payment-orders'] });
    },
  );
  return (
    <section aria-labelledby="kbt-problems">
      <h2 id="kbt-problems">{words.problems}</h2>
      {error && <ErrorAlert error={error} />}
      {orders.length === 0 ? (
        <p className="kbt-hint">{words.noProblems}</p>
      ) : (
        <OrderTable
          caption={words.problems}
          orders={orders}
          last={(order) => REISSUABLE.has(order.state) && <Button onClick={() => setAsked(order)}>{words.reissue}</Button>}
        />
      )}
      <ConfirmLegalAct
        isOpen={asked !== undefined}
        title={words.reissueTitle}
        act={words.reissue}
        isPending={reissue.isPending}
        error={reissue.error}
        onConfirm={() => asked && reissue.mutate(asked.key)}
        onCancel={() => setAsked(undefined)}
      >
        <p>{words.reissueText(asked?.key ?? '')}</p>
      </ConfirmLegalAct>
    </section>
  );
}
