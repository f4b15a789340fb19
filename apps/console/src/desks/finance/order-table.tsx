import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../app/i18n/define-words.ts';
import { Amount } from '../../components/amount.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import type { Order } from './queries.ts';
import { financeWords } from './words.ts';

const tones: Readonly<Record<Order['state'], Tone>> = {
  reserved: 'neutral',
  submitted: 'working',
  settled: 'good',
  rejected: 'bad',
  unknown: 'attention',
  returned: 'bad',
  stopped: 'neutral',
};

interface OrderTableProps {
  readonly caption: string;
  readonly orders: readonly Order[];
  /** A first column to choose by, a last one to act. */
  readonly first?: (order: Order) => ReactNode;
  readonly last?: (order: Order) => ReactNode;
}

/** Payment orders: to whom, for which claim, how much, where they stand. */
export function OrderTable({ caption, orders, first, last }: OrderTableProps) {
  const words = useWords(financeWords);
  const columns: readonly Column<Order>[] = [
    ...(first ? [{ key: 'first', title: '', render: first }] : []),
    { key: 'key', title: words.key, isHeader: true, render: ({ key }) => <code>{key}</code> },
    { key: 'claim', title: words.claim, render: ({ claimId, claimNumber }) => <Link to={`/ledger/${claimId}`}>{claimNumber}</Link> },
    { key: 'payee', title: words.payee, render: ({ payeeName }) => payeeName },
    { key: 'persons', title: words.persons, align: 'right', render: ({ persons }) => persons },
    { key: 'amount', title: words.amount, align: 'right', render: ({ amount }) => <Amount value={amount.value} /> },
    {
      key: 'state',
      title: words.state,
      render: ({ state, reason }) => (
        <>
          <StatusTag tone={tones[state]}>{words[state]}</StatusTag>
          {reason !== null && <span className="kbt-hint kbt-line">{reason}</span>}
        </>
      ),
    },
    ...(last ? [{ key: 'last', title: '', render: last }] : []),
  ];
  return <DataTable caption={caption} columns={columns} rows={orders} rowKey={({ id }) => id} />;
}
