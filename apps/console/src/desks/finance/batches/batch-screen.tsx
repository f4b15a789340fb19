import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Role } from '#libs/contracts';
import type { Versioned } from '../../../api/client.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { OrderTable } from '../order-table.tsx';
import { batchQuery, type Batch } from '../queries.ts';
import { financeWords } from '../words.ts';
import { BankResults } from './bank-results.tsx';
import { BatchState } from './batch-state.tsx';
import { CompareAndRelease } from './compare-and-release.tsx';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** How often one looks again, in milliseconds, while the bank has the batch: it may answer when nothing else happens here. */
const AWAITS_BANK: Readonly<Record<string, number>> = { released: 3000, submitted: 10_000 };

/** One batch: compared and released by a second person, its files, the bank's answer. */
export function BatchScreen() {
  const { batchId = '' } = useParams();
  const words = useWords(financeWords);
  const { data, error, refetch } = useQuery({
    ...batchQuery(batchId),
    refetchInterval: ({ state }) => AWAITS_BANK[state.data?.data.state ?? ''] ?? false,
  });
  if (!data) return <Waiting title={words.batchesTitle} error={error} onRetry={refetch} />;
  return <Shown batch={data} />;
}

function Shown({ batch }: { readonly batch: Versioned<Batch> }) {
  const words = useWords(financeWords);
  const { data } = batch;
  const disburses = useMe().roles.includes(Role.FinanceDisburser);
  const isOut = data.state === 'released' || data.state === 'submitted' || data.state === 'closed';
  return (
    <Page title={`${words.batchesTitle} ${data.number}`} lead={words.batchesLead} actions={<BatchState state={data.state} />}>
      {data.state === 'draft' && disburses && <CompareAndRelease batch={batch} />}
      {isOut && disburses && (
        <section className="kbt-card" aria-labelledby="kbt-files">
          <h2 id="kbt-files">{words.files}</h2>
          <p>
            <a href={`/v1/payment-batches/${data.id}/file?format=pain001`} download>
              {words.pain}
            </a>
            {' · '}
            <a href={`/v1/payment-batches/${data.id}/file?format=xlsx`} download>
              {words.xlsx}
            </a>
          </p>
        </section>
      )}
      {isOut && disburses && <BankResults batchId={data.id} />}
      <h2>{words.orders}</h2>
      <SheetLink href={`/v1/payment-batches/${data.id}/orders.xlsx`} of={words.orders} />
      <OrderTable caption={words.orders} orders={data.orders ?? []} />
    </Page>
  );
}
