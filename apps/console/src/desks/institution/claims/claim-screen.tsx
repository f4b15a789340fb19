import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { Amount } from '../../../components/amount.tsx';
import { ClaimPapers } from '../../../components/case-papers.tsx';
import { ClaimChanges } from '../../../components/claim-changes/claim-changes.tsx';
import { claimChangeWords } from '../../../components/claim-changes/words.ts';
import { ConfirmLegalAct } from '../../../components/confirm-legal-act.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { OverridesCard } from '../../../components/overrides/overrides-card.tsx';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { trackingQuery } from '../queries.ts';
import { ClaimMaterials } from './claim-materials.tsx';
import { claimPreviewQuery, claimQuery, type Preview } from './claim-queries.ts';
import { ClaimState } from './claim-state.tsx';
import { PreviewResult } from './preview-result.tsx';
import { claimWords } from './words.ts';
import { Subjects } from '../subjects/subjects.tsx';

type ClaimDetail = components['schemas']['ClaimDetailResponse'];

const OPEN = new Set(['draft', 'returned', 'withdrawn', 'refused']);

/** One claim: what it comes to and why, its papers, submitting it, and where the money is. */
export function ClaimScreen() {
  const { claimId = '' } = useParams();
  const words = useWords(claimWords);
  const { data, error, refetch } = useQuery(claimQuery(claimId));
  if (!data) return <Waiting title={words.title} error={error} onRetry={refetch} />;
  return <Shown claim={data} />;
}

function Shown({ claim }: { readonly claim: ClaimDetail }) {
  const words = useWords(claimWords);
  const language = useLanguage();
  const isOpen = OPEN.has(claim.state);
  const tracking = useQuery(trackingQuery(claim.id, claim.submittedVersion !== null));
  const preview = useQuery(claimPreviewQuery(claim.id, isOpen));
  const facts = [
    [words.amount, claim.submittedVersion === null ? claim.linesTotal : claim.amount],
    [words.ordered, claim.ordered],
    [words.paid, claim.paid],
  ] as const;
  return (
    <Page title={`${claim.title} ${claim.number}`} lead={tracking.data?.sentence[language]} actions={<ClaimState state={claim.state} />}>
      {claim.state === 'returned' && <Marks marks={claim.marks} />}
      <section className="kbt-card" aria-labelledby="kbt-money">
        <h2 id="kbt-money">{words.money}</h2>
        <dl className="kbt-facts">
          {facts.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Amount value={value.value} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {(claim.basis === 'list' || claim.basis === 'unit') && <Subjects claim={claim} isEditable={isOpen} />}
      {preview.error && <ErrorAlert error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && <PreviewResult preview={preview.data} />}
      <OverridesCard claimId={claim.id} />
      {isOpen && preview.isPending && <Loading rows={6} />}
      {(!isOpen || preview.data) && <ClaimMaterials claim={claim} lacking={preview.data?.findings ?? []} isEditable={isOpen} />}
      {claim.submittedVersion !== null && claim.submittedVersion > 1 && <Resubmitted claim={claim} />}
      <ClaimPapers claimId={claim.id} isSubmitted={claim.submittedVersion !== null} />
      {preview.data && <CheckAndSubmit claim={claim} preview={preview.data} />}
      {claim.state === 'under-review' && <Withdraw claim={claim} />}
    </Page>
  );
}

/** What was changed from one submission to the next. */
function Resubmitted({ claim }: { readonly claim: ClaimDetail }) {
  const words = useWords(claimChangeWords);
  return (
    <section className="kbt-card" aria-labelledby="kbt-resubmitted">
      <h2 id="kbt-resubmitted">{words.title}</h2>
      <ClaimChanges claimId={claim.id} submittedVersion={claim.submittedVersion} />
    </section>
  );
}

function Marks({ marks }: { readonly marks: ClaimDetail['marks'] }) {
  const words = useWords(claimWords);
  return (
    <section className="kbt-notice" aria-labelledby="kbt-marks">
      <h2 id="kbt-marks">{words.corrections}</h2>
      <ol>
        {marks.map(({ text, clause, pointer }, index) => (
          <li key={`${index}-${pointer ?? ''}`}>
            {text} <span className="kbt-hint">{clause}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useClaimAct(claim: ClaimDetail, act: 'submit' | 'withdraw', onDone: () => void) {
  const queries = useQueryClient();
  const params = { path: { id: claim.id } };
  return useAct(
    async (_: string, headers): Promise<void> => {
      if (act === 'submit') await answer(api.POST('/v1/claims/{id}/submit', { params, headers }));
      else await answer(api.POST('/v1/claims/{id}/withdraw', { params, headers }));
    },
    () => {
      void queries.invalidateQueries({ queryKey: ['claims'] });
      void queries.invalidateQueries({ queryKey: ['cases', claim.id] });
      onDone();
    },
  );
}

function CheckAndSubmit({ claim, preview }: { readonly claim: ClaimDetail; readonly preview: Preview }) {
  const words = useWords(claimWords);
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const submit = useClaimAct(claim, 'submit', () => setAsking(false));
  const { findings, total } = preview;
  return (
    <section className="kbt-card" aria-labelledby="kbt-check">
      <h2 id="kbt-check">{words.check}</h2>
      {submit.isSuccess && <Alert type="success" showIcon className="kbt-error" title={words.submitted} />}
      <p>{findings.length === 0 ? words.ready : words.lacking}</p>
      <ul className="kbt-lines">
        {[...new Set(findings.map(({ message, messageEn }) => (language === 'en' ? messageEn : message)))].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Button type="primary" disabled={findings.length > 0} onClick={() => setAsking(true)}>
        {words.submit}
      </Button>
      <ConfirmLegalAct
        isOpen={isAsking}
        title={words.submitTitle}
        act={words.submit}
        isPending={submit.isPending}
        error={submit.error}
        onConfirm={() => submit.mutate(`submit-${claim.version}`)}
        onCancel={() => setAsking(false)}
      >
        <p>{words.submitText(total.value)}</p>
      </ConfirmLegalAct>
    </section>
  );
}

function Withdraw({ claim }: { readonly claim: ClaimDetail }) {
  const words = useWords(claimWords);
  const [isAsking, setAsking] = useState(false);
  const withdraw = useClaimAct(claim, 'withdraw', () => setAsking(false));
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.withdraw}</Button>
      <ConfirmLegalAct
        isOpen={isAsking}
        title={words.withdraw}
        act={words.withdraw}
        isDanger
        isPending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate(`withdraw-${claim.version}`)}
        onCancel={() => setAsking(false)}
      >
        <p>{words.withdrawText}</p>
      </ConfirmLegalAct>
    </>
  );
}
