import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { useSnapshot } from '../policy.ts';
import { classQuery, type ClassDetail } from '../queries.ts';
import { PreviewResult } from './preview-result.tsx';
import { claimWords } from './words.ts';

/** A claim for a class: choose the subsidy, see what it comes to before anything is written. */
export function NewClaimScreen() {
  const { classId = '' } = useParams();
  const words = useWords(claimWords);
  const { data, error, refetch } = useQuery(classQuery(classId));
  return (
    <Page
      title={words.title}
      lead={data ? `${data.data.name} · ${words.lead}` : words.lead}
      actions={<Link to={`/classes/${classId}`}>{words.back}</Link>}
    >
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Choose of={data.data} /> : !error && <Loading />}
    </Page>
  );
}

function Choose({ of }: { readonly of: ClassDetail }) {
  const words = useWords(claimWords);
  const language = useLanguage();
  const snapshot = useSnapshot(of.snapshotHash);
  const policy = snapshot.data;
  const process = policy?.process[of.classType];
  const [subsidy, setSubsidy] = useState<string>();
  const [settlement, setSettlement] = useState<'final' | 'advance'>('final');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isStaged = process?.claim.settlement.kind !== 'missing' && process?.claim.settlement.value === 'staged';
  const basis =
    of.classType === 'order' && of.orderId !== null
      ? { basis: 'order' as const, orderId: of.orderId }
      : { basis: 'class' as const, classId: of.id };
  const body = { ...basis, subsidy: subsidy ?? '', ...(isStaged ? { settlement } : {}) };
  const preview = useQuery({
    queryKey: ['claims', 'preview', body],
    queryFn: () => answer(api.POST('/v1/claims/preview', { body })),
    enabled: subsidy !== undefined,
    retry: false,
  });
  const create = useAct(
    (input: typeof body, headers) => answer(api.POST('/v1/claims', { body: input, headers })),
    ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['claims'] });
      void navigate(`/claims/${id}`);
    },
  );
  if (snapshot.isLoading) return <Loading rows={3} />;
  if (snapshot.error) return <AskAgain queries={[snapshot]} />;
  if (!policy || !process) return <EmptyState why={words.notYet} next={{ to: `/classes/${of.id}`, label: words.back }} />;
  return (
    <>
      <section className="kbt-card" aria-labelledby="kbt-subsidy">
        <h2 id="kbt-subsidy">{words.choose}</h2>
        <Radio.Group aria-labelledby="kbt-subsidy" value={subsidy} onChange={({ target }) => setSubsidy(String(target.value))}>
          {process.subsidies.map((key) => (
            <Radio key={key} value={key}>
              {language === 'en' ? policy.subsidies[key]?.titleEn : policy.subsidies[key]?.title}
            </Radio>
          ))}
        </Radio.Group>
        {isStaged && (
          <>
            <h3 id="kbt-settlement">{words.settlement}</h3>
            <Radio.Group
              aria-labelledby="kbt-settlement"
              value={settlement}
              onChange={({ target }) => setSettlement(target.value === 'advance' ? 'advance' : 'final')}
            >
              <Radio value="final">{words.final}</Radio>
              <Radio value="advance">{words.advance}</Radio>
            </Radio.Group>
          </>
        )}
      </section>
      {preview.error && <ErrorAlert error={preview.error} />}
      {preview.isFetching && <Loading rows={3} />}
      {preview.data && <PreviewResult preview={preview.data} />}
      {create.error && <ErrorAlert error={create.error} />}
      <Button type="primary" disabled={!preview.data} loading={create.isPending} onClick={() => create.mutate(body)}>
        {words.open}
      </Button>
    </>
  );
}
