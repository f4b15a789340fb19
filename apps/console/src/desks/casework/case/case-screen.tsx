import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { taskQuery, type TaskDetail } from '../api.ts';
import { inboxWords } from '../words.ts';
import { CaseHead } from './case-head.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { EvidencePane } from './evidence/evidence-pane.tsx';
import { FactsPane } from './facts-pane.tsx';
import { ObjectionCard } from './objection-card.tsx';
import { PackageCard } from './package-card.tsx';
import { ReviewDraftProvider } from './review-draft.tsx';
import { reviewWords } from './words.ts';
import './case.css';

/** A case in one screen: papers, form and checks beside each other, the decision below. */
export function CaseScreen() {
  const { id = '' } = useParams();
  const inbox = useWords(inboxWords);
  const { data, error, refetch } = useQuery(taskQuery(id));
  if (data) return <Case key={id} task={data.data} version={data.version} />;
  return <Waiting title={inbox.title} error={error} onRetry={refetch} />;
}

function Case({ task, version }: { readonly task: TaskDetail; readonly version: number | undefined }) {
  const words = useWords(reviewWords);
  const mayMark = task.actions.includes('return');
  const mayExclude = task.stage === 'review' && task.actions.includes('approve');
  return (
    <ReviewDraftProvider taskId={task.id} mayMark={mayMark} mayExclude={mayExclude}>
      <Page title={task.case.title} actions={<Link to="/inbox">{words.back}</Link>} lead={<CaseHead task={task} />}>
        {task.package && <PackageCard task={task} sealed={task.package} />}
        {task.objection && <ObjectionCard objection={task.objection} />}
        <div className="kbt-case">
          <EvidencePane task={task} />
          <FactsPane task={task} />
        </div>
        <DecisionBar task={task} version={version} />
      </Page>
    </ReviewDraftProvider>
  );
}
