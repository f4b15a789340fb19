import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { Page } from '../../../components/page.tsx';
import { claimsQuery, type Claim } from './claim-queries.ts';
import { ClaimState } from './claim-state.tsx';
import { claimWords } from './words.ts';
import { SheetLink } from '../../../components/sheet-link.tsx';
import { subjectWords } from '../subjects/words.ts';

/** Every claim of the institution with its money's progress. */
export function ClaimListScreen() {
  const words = useWords(claimWords);
  const free = useWords(subjectWords);
  const query = useInfiniteQuery(claimsQuery);
  const columns: readonly Column<Claim>[] = [
    { key: 'number', title: words.number, isHeader: true, render: ({ id, number }) => <Link to={`/claims/${id}`}>{number}</Link> },
    { key: 'what', title: words.what, render: ({ title }) => title },
    { key: 'state', title: words.state, render: ({ state }) => <ClaimState state={state} /> },
    { key: 'amount', title: words.amount, align: 'right', render: ({ amount }) => <Amount value={amount.value} /> },
    { key: 'paid', title: words.paid, align: 'right', render: ({ paid }) => <Amount value={paid.value} /> },
  ];
  return (
    <Page
      title={words.listTitle}
      lead={words.listLead}
      actions={
        <>
          <SheetLink href="/v1/claims.xlsx" of={words.listTitle} />
          <Link to="/claims/new">
            <Button>{free.create}</Button>
          </Link>
        </>
      }
    >
      <KeysetList query={query} empty={<EmptyState why={words.none} next={{ to: '/classes', label: words.toClasses }} />}>
        {(items) => <DataTable caption={words.listTitle} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </KeysetList>
    </Page>
  );
}
