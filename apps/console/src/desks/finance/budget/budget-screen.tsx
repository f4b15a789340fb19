import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { financeWords } from '../words.ts';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** 指标台账: what may still be spent, by fund and year. */
export function BudgetScreen() {
  const words = useWords(financeWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['budget-lines'],
    queryFn: async () => (await answer(api.GET('/v1/budget-lines'))).items,
  });
  return (
    <Page title={words.budgetTitle} lead={words.budgetLead} actions={<SheetLink href="/v1/budget-lines.xlsx" of={words.budgetTitle} />}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <EmptyState why={words.noBudget} />}
      {data !== undefined && data.length > 0 && (
        <DataTable
          caption={words.budgetTitle}
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            { key: 'fund', title: words.fund, isHeader: true, render: ({ fund }) => fund },
            { key: 'year', title: words.year, render: ({ year }) => year },
            { key: 'total', title: words.budgetTotal, align: 'right', render: ({ total }) => <Amount value={total.value} /> },
            { key: 'reserved', title: words.reservedSum, align: 'right', render: ({ reserved }) => <Amount value={reserved.value} /> },
            { key: 'spent', title: words.spent, align: 'right', render: ({ spent }) => <Amount value={spent.value} /> },
            { key: 'free', title: words.free, align: 'right', render: ({ free }) => <Amount value={free.value} /> },
          ]}
        />
      )}
    </Page>
  );
}
