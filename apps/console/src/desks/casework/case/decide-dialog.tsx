import { Alert, Input, Select } from 'antd';
import { useState } from 'react';
import { ProblemError, wantsSecondFactor } from '../../../api/problem-error.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { caseWords, worded } from '../../../components/case-words.ts';
import type { Finding } from '../../../components/error-summary.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { reasonWords } from '../../../components/reason-words.ts';
import { SecondFactorNote } from '../../../components/second-factor-note.tsx';
import type { TaskDetail } from '../api.ts';
import { isSignature, ruleOf } from './act-rules.ts';
import { Letter } from './letter.tsx';
import { MarkList } from './mark-list.tsx';
import { useReviewDraft, type Draft } from './review-draft.tsx';
import { SignedContent } from './signed-content.tsx';
import { useDecide } from './use-decide.ts';
import { reviewWords } from './words.ts';

interface DecideDialogProps {
  readonly task: TaskDetail;
  readonly version: number | undefined;
  readonly action: string;
  readonly onClose: () => void;
}

/** The last look before a decision: reason, text, points, and the letter as it will be read. */
export function DecideDialog({ task, version, action, onClose }: DecideDialogProps) {
  const words = useWords(reviewWords);
  const cases = useWords(caseWords);
  const { draft, change } = useReviewDraft();
  const [attempt, setAttempt] = useState(0);
  const decide = useDecide(task, version);
  const asksReason = ruleOf(task.stage, action)?.needsReason ?? false;
  const signs = isSignature(task.stage, action);
  const findings = attempt === 0 ? [] : findingsIn(words, draft, asksReason);
  const name = worded(cases.action, action);
  const send = (): void => {
    setAttempt(attempt + 1);
    if (findingsIn(words, draft, asksReason).length > 0) return;
    decide.mutate({
      action,
      ...(asksReason && draft.reasonCode !== undefined ? { reasonCode: draft.reasonCode } : {}),
      ...(draft.comment.trim() === '' ? {} : { comment: draft.comment.trim() }),
      ...(action === 'return' && draft.marks.length > 0 ? { marks: draft.marks.map(({ place: _place, ...mark }) => mark) } : {}),
      ...(action === 'approve' && draft.exclusions.length > 0 ? { exclusions: [...draft.exclusions] } : {}),
      ...(signs && task.package ? { packageSha256: task.package.sha256 } : {}),
    });
  };
  const isUnproved = signs && wantsSecondFactor(decide.error);
  const isStale = decide.error instanceof ProblemError && decide.error.problem.code === 'VERSION_STALE';
  return (
    <FormDialog
      width={720}
      title={name}
      act={words.send(name)}
      isDanger={action === 'refuse'}
      isPending={decide.isPending}
      attempt={attempt}
      findings={findings}
      error={isUnproved || isStale ? null : decide.error}
      onSend={send}
      onClose={onClose}
    >
      {isStale && <Alert type="warning" role="alert" showIcon title={words.stale} className="kbt-error" />}
      <div
        className="kbt-form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) send();
        }}
      >
        {asksReason && (
          <ReasonField draft={draft} change={change} isMissing={findings.some(({ fieldId }) => fieldId === 'kbt-decide-reason')} />
        )}
        <label htmlFor="kbt-decide-comment">{words.comment}</label>
        <Input.TextArea
          id="kbt-decide-comment"
          rows={3}
          maxLength={2000}
          value={draft.comment}
          onChange={(event) => change({ comment: event.target.value })}
        />
        {action === 'return' && <MarkList />}
      </div>
      {signs && task.package ? <SignedContent sealed={task.package} /> : <Letter task={task} action={action} draft={draft} />}
      {signs && <SecondFactorNote error={decide.error} />}
      <p className="kbt-hint">{words.notLast}</p>
    </FormDialog>
  );
}

function findingsIn(
  words: { readonly reasonNeeded: string; readonly commentNeeded: string },
  draft: Draft,
  asksReason: boolean,
): readonly Finding[] {
  if (!asksReason) return [];
  return [
    ...(draft.reasonCode === undefined ? [{ fieldId: 'kbt-decide-reason', text: words.reasonNeeded }] : []),
    ...(draft.comment.trim() === '' && draft.marks.length === 0 ? [{ fieldId: 'kbt-decide-comment', text: words.commentNeeded }] : []),
  ];
}

interface ReasonFieldProps {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  readonly isMissing: boolean;
}

function ReasonField({ draft, change, isMissing }: ReasonFieldProps) {
  const words = useWords(reviewWords);
  const reasons = useWords(reasonWords);
  return (
    <>
      <label htmlFor="kbt-decide-reason">{words.reason}</label>
      <Select
        id="kbt-decide-reason"
        value={draft.reasonCode}
        status={isMissing ? 'error' : ''}
        onChange={(reasonCode) => change({ reasonCode })}
        options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}
