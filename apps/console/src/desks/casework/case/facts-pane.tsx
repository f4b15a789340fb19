import { useSearchParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ClaimPapers, ClassPapers } from '../../../components/case-papers.tsx';
import { paperWords } from '../../../components/paper-words.ts';
import { TabPanels, type TabPanel } from '../../../components/tab-panels.tsx';
import type { TaskDetail } from '../api.ts';
import { ChecksFacts } from './checks-facts.tsx';
import { ClaimChangesFacts } from './claim-changes-facts.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { ClassFacts } from './class-facts.tsx';
import { FilingChangesFacts } from './filing-changes-facts.tsx';
import { RosterFacts } from './roster-facts.tsx';
import { SubjectFacts } from './subject-facts.tsx';
import { Timeline } from './timeline.tsx';
import { reviewWords } from './words.ts';

/** What was filed, who is in it, what the machine has checked, and what happened so far. The tab stands in the address. */
export function FactsPane({ task }: { readonly task: TaskDetail }) {
  const words = useWords(reviewWords);
  const papers = useWords(paperWords);
  const [search, setSearch] = useSearchParams();
  const { classId, kind, id } = task.case;
  const tabs: readonly TabPanel[] = [
    ...(kind === 'claim'
      ? [
          { key: 'lines', label: words.lines, content: <ClaimLines claimId={id} /> },
          ...(classId === null ? [{ key: 'subjects', label: words.subjects, content: <SubjectFacts claimId={id} /> }] : []),
          { key: 'changes', label: words.changes, content: <ClaimChangesFacts claimId={id} /> },
        ]
      : []),
    ...(classId === null
      ? []
      : [
          { key: 'form', label: words.form, content: <ClassFacts classId={classId} /> },
          { key: 'roster', label: words.roster, content: <RosterFacts classId={classId} /> },
        ]),
    ...(classId !== null && (task.stage === 'opening' || task.stage === 'completion')
      ? [{ key: 'changes', label: words.changes, content: <FilingChangesFacts task={task} classId={classId} kind={task.stage} /> }]
      : []),
    { key: 'checks', label: words.checks, content: <ChecksFacts task={task} /> },
    {
      key: 'papers',
      label: papers.title,
      content: kind === 'claim' ? <ClaimPapers claimId={id} isSubmitted /> : <ClassPapers classId={id} isOpen={task.stage !== 'opening'} />,
    },
    { key: 'timeline', label: words.timeline, content: <Timeline caseId={id} /> },
  ];
  return (
    <section className="kbt-card kbt-facts-pane" aria-label={words.tabs}>
      <TabPanels
        label={words.tabs}
        panels={tabs}
        active={search.get('tab') ?? ''}
        onChange={(tab) => setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), tab }), { replace: true })}
      />
    </section>
  );
}
