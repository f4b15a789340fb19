import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { ClaimPapers, ClassPapers } from '../../../components/case-papers.tsx';
import { caseWords, worded } from '../../../components/case-words.ts';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { trackingQuery } from '../api.ts';
import { ClaimLines } from './claim-lines.tsx';
import { ReviewDraftProvider } from './review-draft.tsx';
import { Timeline } from './timeline.tsx';
import { reviewWords } from './words.ts';
import './case.css';

/** The record of a case for whoever looks it up: where it stands, and everything that happened. */
export function CaseRecordScreen() {
  const { id = '' } = useParams();
  const words = useWords(reviewWords);
  const cases = useWords(caseWords);
  const language = useLanguage();
  const { data, error, refetch } = useQuery(trackingQuery(id));
  if (!data) return <Waiting title={words.recordTitle} error={error} onRetry={refetch} />;
  const lead = (
    <>
      <div className="kbt-case-head">
        <StatusTag tone={data.status === 'open' ? 'working' : 'neutral'}>{worded(cases.stage, data.stage)}</StatusTag>
        <span className="kbt-number">{data.number}</span>
      </div>
      <p className="kbt-sentence">
        <b>{words.waiting}</b>
        {data.sentence[language]}
      </p>
    </>
  );
  return (
    <Page title={data.title} lead={lead}>
      {data.kind === 'claim' && (
        <section className="kbt-card">
          <ReviewDraftProvider taskId={`record-${id}`} mayMark={false} mayExclude={false}>
            <ClaimLines claimId={id} />
          </ReviewDraftProvider>
        </section>
      )}
      {data.kind === 'claim' ? (
        <ClaimPapers claimId={id} isSubmitted />
      ) : (
        <ClassPapers classId={id} isOpen={data.stage !== 'opening' && data.stage !== 'activation'} />
      )}
      <section className="kbt-card" aria-label={words.timeline}>
        <h2>{words.timeline}</h2>
        <Timeline caseId={id} />
      </section>
    </Page>
  );
}
