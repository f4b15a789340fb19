import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { ClaimPapers } from '../../../components/case-papers.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Instant } from '../../../components/instant.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { Page } from '../../../components/page.tsx';
import { ledgerQuery } from '../queries.ts';
import { financeWords } from '../words.ts';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** The journal of one claim, a line a posting. */
export function LedgerScreen() {
  const { claimId = '' } = useParams();
  const words = useWords(financeWords);
  const query = useInfiniteQuery(ledgerQuery(claimId));
  return (
    <Page
      title={words.ledgerTitle}
      lead={words.ledgerLead}
      actions={<SheetLink href={`/v1/ledger.xlsx?claimId=${claimId}`} of={words.ledgerTitle} />}
    >
      <KeysetList query={query} empty={<EmptyState why={words.noEntries} />}>
        {(entries) => (
          <DataTable
            caption={words.ledgerTitle}
            rows={entries.flatMap((entry) => entry.postings.map((posting, index) => ({ ...posting, entry, index })))}
            rowKey={({ entry, index }) => `${entry.id}-${index}`}
            columns={[
              { key: 'at', title: words.at, render: ({ entry, index }) => index === 0 && <Instant at={entry.at} /> },
              { key: 'what', title: words.what, render: ({ entry, index }) => (index === 0 ? entry.what : '') },
              { key: 'account', title: words.account, isHeader: true, render: ({ account }) => account },
              {
                key: 'debit',
                title: words.debit,
                align: 'right',
                render: ({ amount }) => !amount.value.startsWith('-') && <Amount value={amount.value} />,
              },
              {
                key: 'credit',
                title: words.credit,
                align: 'right',
                render: ({ amount }) => amount.value.startsWith('-') && <Amount value={amount.value.slice(1)} />,
              },
            ]}
          />
        )}
      </KeysetList>
      <ClaimPapers claimId={claimId} isSubmitted />
    </Page>
  );
}
