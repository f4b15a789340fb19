import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { caseWords, worded } from '../../../components/case-words.ts';
import { DeadlineClock } from '../../../components/deadline-clock.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { trackingQuery, type TaskDetail } from '../api.ts';
import { reviewWords } from './words.ts';

/** Where it is, whose turn it is, until when; and in one sentence why it waits. */
export function CaseHead({ task }: { readonly task: TaskDetail }) {
  const words = useWords(reviewWords);
  const cases = useWords(caseWords);
  const language = useLanguage();
  const tracking = useQuery(trackingQuery(task.case.id)).data;
  return (
    <>
      <div className="kbt-case-head">
        <StatusTag tone={task.closedAt === null ? 'working' : 'neutral'}>
          {worded(cases.stage, task.stage)} · {worded(cases.kind, task.kind)}
          {task.round !== null && task.round > 1 && ` · ${words.round(task.round)}`}
        </StatusTag>
        {task.closedAt === null && <DeadlineClock dueOn={task.dueOn} workingDaysLeft={task.workingDaysLeft} />}
        {task.assigneeName !== null && <span>{words.heldBy(task.assigneeName)}</span>}
        <span className="kbt-number">{task.case.number}</span>
        <span>{task.case.institution.name}</span>
      </div>
      {tracking && (
        <p className="kbt-sentence">
          <b>{words.waiting}</b>
          {tracking.sentence[language]}
        </p>
      )}
      {task.isSuspended && <p className="kbt-sentence">{words.suspended}</p>}
    </>
  );
}
