import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/i18n/define-words.ts';
import { DataTable, type Column } from '../data-table.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Instant } from '../instant.tsx';
import { KeysetList } from '../keyset-list.tsx';
import { StatusTag, type Tone } from '../status-tag.tsx';
import { ChangeActs } from './change-acts.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { payeeChangesQuery, type PaidInstitution, type PayeeChange } from './queries.ts';
import { payeeWords } from './words.ts';

const tones: Readonly<Record<PayeeChange['state'], Tone>> = {
  proposed: 'attention',
  confirmed: 'good',
  refused: 'neutral',
  stopped: 'neutral',
};

interface PayeeChangesProps {
  readonly institution: PaidInstitution;
  readonly mayPropose: boolean;
}

/** 收款账户: the account in force, and what was proposed, confirmed, refused or stopped; for the bureau and for the institution itself. */
export function PayeeChanges({ institution, mayPropose }: PayeeChangesProps) {
  const words = useWords(payeeWords);
  const query = useInfiniteQuery(payeeChangesQuery(institution.id));
  const [isProposing, setProposing] = useState(false);
  const { payeeName, payeeBank, payeeAccount } = institution;
  const columns: readonly Column<PayeeChange>[] = [
    {
      key: 'account',
      title: words.account,
      isHeader: true,
      render: (row) => (
        <>
          {row.payeeName} <span className="kbt-line kbt-hint">{`${row.payeeBank} ${row.payeeAccount}`}</span>
        </>
      ),
    },
    { key: 'reason', title: words.reason, render: ({ reason }) => reason },
    {
      key: 'state',
      title: words.state,
      render: ({ state, effectiveOn, isEffective }) => (
        <>
          <StatusTag tone={tones[state]}>{words.states[state]}</StatusTag>
          {state === 'confirmed' && (
            <span className="kbt-line kbt-hint">{isEffective ? words.inForce : words.from(effectiveOn ?? '')}</span>
          )}
        </>
      ),
    },
    { key: 'at', title: words.at, render: ({ proposedAt }) => <Instant at={proposedAt} /> },
    { key: 'acts', title: words.acts, render: (row) => <ChangeActs change={row} /> },
  ];
  return (
    <section className="kbt-card" aria-labelledby="kbt-payee">
      <h2 id="kbt-payee">{words.title}</h2>
      <p className="kbt-hint">{words.lead}</p>
      <p>{payeeAccount === null ? words.noAccount : words.current(payeeName ?? '', payeeBank ?? '', payeeAccount)}</p>
      {mayPropose && (
        <p>
          <Button onClick={() => setProposing(true)}>{words.propose}</Button>
        </p>
      )}
      <KeysetList query={query} empty={<EmptyState why={words.none} />}>
        {(items) => <DataTable caption={words.changes} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </KeysetList>
      {isProposing && <ProposeDialog institution={institution} onClose={() => setProposing(false)} />}
    </section>
  );
}
