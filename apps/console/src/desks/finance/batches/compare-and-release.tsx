import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, ifMatch, type Versioned } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { ConfirmLegalAct } from '../../../components/confirm-legal-act.tsx';
import type { Batch } from '../queries.ts';
import { financeWords } from '../words.ts';

/** 复核放行: count, sum and hash side by side; whoever built the batch is refused by the server. */
export function CompareAndRelease({ batch: { data, version } }: { readonly batch: Versioned<Batch> }) {
  const words = useWords(financeWords);
  const [asked, setAsked] = useState<'release' | 'discard'>();
  const queries = useQueryClient();
  const act = useAct(
    async (which: 'release' | 'discard', headers): Promise<void> => {
      const options = { params: { path: { id: data.id } }, headers: { ...headers, ...ifMatch(version) } };
      if (which === 'release')
        await answer(api.POST('/v1/payment-batches/{id}/release', { ...options, body: { contentSha256: data.contentSha256 } }));
      else await answer(api.POST('/v1/payment-batches/{id}/discard', options));
    },
    () => {
      setAsked(undefined);
      void queries.invalidateQueries({ queryKey: ['payment-batches'] });
      void queries.invalidateQueries({ queryKey: ['payment-orders'] });
    },
  );
  return (
    <section className="kbt-card" aria-labelledby="kbt-compare">
      <h2 id="kbt-compare">{words.compare}</h2>
      <p>{words.compareText}</p>
      <dl className="kbt-facts">
        <div>
          <dt>{words.count}</dt>
          <dd>{data.orderCount}</dd>
        </div>
        <div>
          <dt>{words.total}</dt>
          <dd>
            <Amount value={data.total.value} capital />
          </dd>
        </div>
        <div>
          <dt>{words.hash}</dt>
          <dd>
            <code className="kbt-hash">{data.contentSha256.replaceAll(/(.{8})/g, '$1 ')}</code>
          </dd>
        </div>
      </dl>
      <div className="kbt-actions">
        <Button type="primary" onClick={() => setAsked('release')}>
          {words.release}
        </Button>
        <Button onClick={() => setAsked('discard')}>{words.discard}</Button>
      </div>
      <ConfirmLegalAct
        isOpen={asked !== undefined}
        title={asked === 'discard' ? words.discard : words.releaseTitle}
        act={asked === 'discard' ? words.discard : words.release}
        isDanger={asked === 'discard'}
        wantsSecondFactor={asked === 'release'}
        isPending={act.isPending}
        error={act.error}
        onConfirm={() => asked && act.mutate(asked)}
        onCancel={() => setAsked(undefined)}
      >
        <p>{asked === 'discard' ? words.discardText : words.compareText}</p>
      </ConfirmLegalAct>
    </section>
  );
}
