import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../../../api/client.ts';
import { problemOf } from '../../../api/problem-error.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useDraft } from '../../../app/session/use-draft.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { ErrorSummary, useFindingsOf, type Finding } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { YearShown } from '../calendar/year-shown.tsx';
import { ChangedValues } from './changed-values.tsx';
import { ImpactShown } from './impact-shown.tsx';
import type { Preview, ReleaseRequest } from './queries.ts';
import './releases.css';
import { releaseWords } from './words.ts';

const REASON = 'kbt-release-reason';
const SHORTEST = 10;

/** The server failed or could not be reached; the form itself is not at fault. */
const isFaultOf = (error: unknown): boolean => {
  if (error === null) return false;
  const { status } = problemOf(error);
  return status === 0 || status >= 500;
};

interface ProposalFormProps {
  /** What is proposed; undefined while the form is not whole. */
  readonly content: Omit<ReleaseRequest, 'reason'> | undefined;
  readonly findings: readonly Finding[];
  readonly fieldIdOf: (pointer: string) => string | undefined;
  readonly onAsked: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** Preview first, then propose exactly what was previewed; a change asks for a new preview. Nothing typed is cleared. */
export function ProposalForm({ content, findings, fieldIdOf, onAsked, onDone, children }: ProposalFormProps) {
  const words = useWords(releaseWords);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [reason, setReason, forget] = useDraft('release-reason', '');
  const [attempt, setAttempt] = useState(0);
  const [seen, setSeen] = useState<{ readonly of: string; readonly preview: Preview }>();
  const body: ReleaseRequest | undefined = content && { ...content, reason: reason.trim() };
  const preview = useAct(
    (of: ReleaseRequest) => answer(api.POST('/v1/policy-releases/preview', { body: of })),
    (output, of) => setSeen({ of: JSON.stringify(of), preview: output }),
  );
  const propose = useAct(
    (of: ReleaseRequest, headers) => answer(api.POST('/v1/policy-releases', { body: of, headers })),
    ({ id }) => {
      forget();
      onDone();
      void queries.invalidateQueries({ queryKey: ['policy-releases'] });
      void navigate(`/releases/${id}`);
    },
  );
  const isShort = reason.trim().length < SHORTEST;
  const own: readonly Finding[] = [...findings, ...(isShort ? [{ fieldId: REASON, text: words.reasonHint }] : [])];
  const error = propose.error ?? preview.error;
  const told = useFindingsOf(error, (pointer) => (pointer === '/reason' ? REASON : fieldIdOf(pointer)));
  const isPending = preview.isPending || propose.isPending;
  const shown = attempt === 0 || isPending ? [] : error ? told : own;
  const isSeen = body !== undefined && seen?.of === JSON.stringify(body);
  const run = (send: (of: ReleaseRequest) => void): void => {
    setAttempt(attempt + 1);
    onAsked();
    propose.reset();
    preview.reset();
    if (own.length === 0 && body) send(body);
  };
  return (
    <form
      noValidate
      className="kbt-card kbt-text-form"
      onSubmit={(event) => {
        event.preventDefault();
        run(preview.mutate);
      }}
    >
      {isFaultOf(error) ? <ErrorAlert error={error} /> : <ErrorSummary findings={shown} attempt={attempt} />}
      {children}
      <Field id={REASON} label={words.reason} hint={words.reasonHint} error={attempt > 0 && isShort ? words.reasonHint : undefined}>
        {(control) => (
          <Input.TextArea {...control} rows={2} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <div className="kbt-actions">
        <Button htmlType="submit" type={isSeen ? 'default' : 'primary'} loading={preview.isPending}>
          {words.preview}
        </Button>
        {isSeen && (
          <Button type="primary" loading={propose.isPending} onClick={() => run(propose.mutate)}>
            {words.submit}
          </Button>
        )}
        {seen && !isSeen && <span className="kbt-hint">{words.changedSince}</span>}
      </div>
      {isSeen && <Previewed preview={seen.preview} />}
    </form>
  );
}

function Previewed({ preview: { changes, impact } }: { readonly preview: Preview }) {
  const words = useWords(releaseWords);
  return (
    <div className="kbt-preview">
      <Alert type="info" showIcon role="status" title={words.previewed} />
      {impact.calendar ? (
        <YearShown year={impact.calendar.year} days={changes.days} impact={impact.calendar} />
      ) : (
        <>
          <ChangedValues changes={changes} />
          <ImpactShown impact={impact} />
        </>
      )}
    </div>
  );
}
