import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useDraft } from '../../../app/session/use-draft.ts';
import type { Dispute } from '../../../components/disputes/disputes-query.ts';
import { disputeWords } from '../../../components/disputes/words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { ErrorSummary, type Finding } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';

type Outcome = NonNullable<Dispute['outcome']>;
interface Draft {
  readonly outcome: Outcome | null;
  readonly text: string;
}

const EMPTY: Draft = { outcome: null, text: '' };
/** The API's own least length of an answer. */
const LEAST = 5;

/** The bureau's answer with its finding; what was typed is kept while the session lasts. */
export function AnswerForm({ dispute: { id, subject } }: { readonly dispute: Dispute }) {
  const words = useWords(disputeWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [draft, setDraft, forget] = useDraft<Draft>(`dispute-${id}`, EMPTY);
  const [attempt, setAttempt] = useState(0);
  const send = useAct(
    (body: { readonly outcome: Outcome; readonly answer: string }, headers) =>
      answer(api.POST('/v1/disputes/{id}/answer', { params: { path: { id } }, body, headers })),
    () => {
      forget();
      void message.success(words.sent);
      void queries.invalidateQueries({ queryKey: ['disputes'] });
    },
  );
  const text = draft.text.trim();
  const findings: readonly Finding[] = [
    ...(draft.outcome === null ? [{ fieldId: `finding-${id}`, text: words.findingNeeded }] : []),
    ...(text.length < LEAST ? [{ fieldId: `answer-${id}`, text: words.textNeeded }] : []),
  ];
  const shown = attempt === 0 ? [] : findings;
  const wrong = (fieldId: string): string | undefined => shown.find((one) => one.fieldId === fieldId)?.text;
  return (
    <form
      noValidate
      className="kbt-text-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (draft.outcome !== null && findings.length === 0) send.mutate({ outcome: draft.outcome, answer: text });
      }}
    >
      <ErrorSummary findings={shown} attempt={attempt} />
      {send.error && <ErrorAlert error={send.error} />}
      <fieldset className="kbt-plain" id={`finding-${id}`} tabIndex={-1}>
        <legend>{words.finding}</legend>
        <Radio.Group value={draft.outcome} onChange={({ target }) => setDraft({ ...draft, outcome: target.value as Outcome })}>
          <Radio value="upheld">{words.upheld}</Radio>
          <Radio value="dismissed">{words.dismissed}</Radio>
        </Radio.Group>
        {draft.outcome === 'upheld' && (subject === 'attendance' || subject === 'roster') && (
          <p className="kbt-hint">{words.upheldEffect}</p>
        )}
      </fieldset>
      <Field id={`answer-${id}`} label={words.answerLabel} hint={words.answerHint} error={wrong(`answer-${id}`)}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={draft.text}
            onChange={({ target }) => setDraft({ ...draft, text: target.value })}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {words.send}
      </Button>
    </form>
  );
}
