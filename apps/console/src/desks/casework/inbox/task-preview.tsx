import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useShortcut } from '../../../app/keys/use-shortcut.ts';
import { Amount } from '../../../components/amount.tsx';
import { caseWords, worded } from '../../../components/case-words.ts';
import { DeadlineClock } from '../../../components/deadline-clock.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Instant } from '../../../components/instant.tsx';
import { Loading } from '../../../components/loading.tsx';
import { taskQuery, trackingQuery, type InboxItem, type TaskDetail } from '../api.ts';
import { inboxWords } from '../words.ts';
import { TransferDialog } from './transfer-dialog.tsx';
import { useAssign } from './use-assign.tsx';

/** A look at a task beside the list: reading needs no claim. */
export function TaskPreview({ id, listed }: { readonly id: string; readonly listed: InboxItem | undefined }) {
  const { data, error, refetch } = useQuery(taskQuery(id));
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={5} />;
  return <Looked task={data.data} amount={listed?.amount?.value} />;
}

function Looked({ task, amount }: { readonly task: TaskDetail; readonly amount: string | undefined }) {
  const words = useWords(inboxWords);
  const cases = useWords(caseWords);
  const language = useLanguage();
  const tracking = useQuery(trackingQuery(task.case.id)).data;
  const [last] = task.decisions;
  return (
    <article className="kbt-look">
      <h2>{task.case.title}</h2>
      <p className="kbt-hint">
        <span className="kbt-number">{task.case.number}</span> · {task.case.institution.name}
      </p>
      <p>
        {worded(cases.stage, task.stage)} · {worded(cases.kind, task.kind)}{' '}
        {task.closedAt === null && <DeadlineClock dueOn={task.dueOn} workingDaysLeft={task.workingDaysLeft} />}
      </p>
      {amount !== undefined && (
        <p>
          <Amount value={amount} capital />
        </p>
      )}
      {tracking && (
        <p>
          <b>{words.whyWaiting}：</b>
          {tracking.sentence[language]}
        </p>
      )}
      {last && (
        <p>
          <b>{words.last}：</b>
          {last.personName} {worded(cases.action, last.action)}，<Instant at={last.at} />
          {last.comment !== null && <q className="kbt-quote">{last.comment}</q>}
        </p>
      )}
      {task.whyNot && <Alert type="info" showIcon title={language === 'en' ? task.whyNot.messageEn : task.whyNot.message} />}
      <Acts task={task} />
    </article>
  );
}

function Acts({ task }: { readonly task: TaskDetail }) {
  const words = useWords(inboxWords);
  const assign = useAssign();
  const [isTransferring, setTransferring] = useState(false);
  const target = { id: task.id, number: task.case.number };
  const isOpen = task.closedAt === null;
  const mayClaim = isOpen && !task.isAssigned && task.whyNot === null;
  useShortcut('t', { zh: '领取', en: 'Take' }, () => assign.mutate({ act: 'claim', task: target }), mayClaim);
  return (
    <>
      {assign.error && <ErrorAlert error={assign.error} />}
      <div className="kbt-actions">
        <Link to={`/tasks/${task.id}`} className="ant-btn kbt-open-button">
          {isOpen && task.whyNot === null ? words.open : words.openRecord}
        </Link>
        {mayClaim && (
          <Button loading={assign.isPending} onClick={() => assign.mutate({ act: 'claim', task: target })}>
            {words.claim}
          </Button>
        )}
        {isOpen && task.assignedToMe && (
          <Button loading={assign.isPending} onClick={() => assign.mutate({ act: 'release', task: target })}>
            {words.release}
          </Button>
        )}
        {isOpen && (task.assignedToMe || !task.isAssigned) && <Button onClick={() => setTransferring(true)}>{words.transfer}</Button>}
      </div>
      {isTransferring && <TransferDialog task={target} onClose={() => setTransferring(false)} />}
    </>
  );
}
