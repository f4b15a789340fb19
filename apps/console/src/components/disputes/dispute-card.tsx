import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { answer, api } from '../../api/client.ts';
import { everyPage } from '../../api/every-page.ts';
import { useWords } from '../../app/i18n/define-words.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { Instant } from '../instant.tsx';
import { Loading } from '../loading.tsx';
import { StatusTag, type Tone } from '../status-tag.tsx';
import type { Dispute } from './disputes-query.ts';
import { disputeWords } from './words.ts';

const tones: Readonly<Record<'waiting' | 'heard' | 'upheld' | 'dismissed', Tone>> = {
  waiting: 'attention',
  heard: 'working',
  upheld: 'good',
  dismissed: 'neutral',
};

interface DisputeCardProps {
  readonly dispute: Dispute;
  readonly children: ReactNode;
}

/** One dispute: who says what about which class, what the institution says, what was answered. */
export function DisputeCard({ dispute, children }: DisputeCardProps) {
  const words = useWords(disputeWords);
  const { id, subject, className, institution, name, filedAt, text, statement, statedAt, answer: answered, answeredAt, outcome } = dispute;
  const state = outcome ?? (statement === null ? 'waiting' : 'heard');
  return (
    <article className="kbt-card" aria-labelledby={`dispute-${id}`}>
      <h2 id={`dispute-${id}`}>
        {words.subject[subject]} · {className}
      </h2>
      <p className="kbt-tags">
        <StatusTag tone={tones[state]}>{words[state]}</StatusTag>
        <span>{words.by(name)}</span>
        <span>{institution}</span>
        <Instant at={filedAt} />
      </p>
      <blockquote className="kbt-said">{text}</blockquote>
      {subject === 'attendance' && <AttendanceOnRecord dispute={dispute} />}
      <Said label={words.statement} text={statement} at={statedAt} />
      <Said label={words.answer} text={answered} at={answeredAt} />
      {children}
    </article>
  );
}

function Said({ label, text, at }: { readonly label: string; readonly text: string | null; readonly at: string | null }) {
  if (text === null) return null;
  return (
    <div className="kbt-reply">
      <h3>
        {label} <span className="kbt-hint">{at !== null && <Instant at={at} />}</span>
      </h3>
      <p>{text}</p>
    </div>
  );
}

/** The days the platform has counted for the trainee, read when they are asked for. */
function AttendanceOnRecord({ dispute: { classId, enrollmentId } }: { readonly dispute: Dispute }) {
  const words = useWords(disputeWords);
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['classes', 'attendance', classId],
    queryFn: () => everyPage((query) => answer(api.GET('/v1/classes/{id}/attendance', { params: { path: { id: classId }, query } }))),
    enabled: isOpen,
  });
  const days = data?.find((one) => one.enrollmentId === enrollmentId)?.days ?? [];
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.record}</summary>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {isOpen && !data && !error && <Loading rows={1} />}
      {data && (days.length === 0 ? <p>{words.recordNone}</p> : <p>{words.recordDays(days.length) + days.join('、')}</p>)}
    </details>
  );
}
