import { useInfiniteQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { Page } from '../../../components/page.tsx';
import { budgetQuery } from '../queries.ts';
import { financeWords } from '../words.ts';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** 指标台账: what may still be spent, by fund and year. */
export function BudgetScreen() {
  const words = useWords(financeWords);
  const query = useInfiniteQuery(budgetQuery);
  return (
    <Page title={words.budgetTitle} lead={words.budgetLead} actions={<SheetLink href="/v1/budget-lines.xlsx" of={words.budgetTitle} />}>
      <KeysetList query={query} empty={<EmptyState why={words.noBudget} />}>
        {(rows) => (
          <DataTable
            caption={words.budgetTitle}
            rows={rows}
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
      </KeysetList>
    </Page>
  );
}
