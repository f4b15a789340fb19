import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useDraft } from '../../../app/session/use-draft.ts';
import { disputeWords } from '../../../components/disputes/words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';

/** The API's own least length of a statement. */
const LEAST = 5;

/** What the institution knows about a dispute, said once. */
export function StatementForm({ id }: { readonly id: string }) {
  const words = useWords(disputeWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [text, setText, forget] = useDraft(`statement-${id}`, '');
  const [attempt, setAttempt] = useState(0);
  const send = useAct(
    (statement: string, headers) =>
      answer(api.POST('/v1/disputes/{id}/statement', { params: { path: { id } }, body: { statement }, headers })),
    () => {
      forget();
      void message.success(words.stated);
      void queries.invalidateQueries({ queryKey: ['disputes'] });
    },
  );
  const isShort = text.trim().length < LEAST;
  const wrong = attempt > 0 && isShort ? words.textNeeded : undefined;
  return (
    <form
      noValidate
      className="kbt-text-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (!isShort) send.mutate(text.trim());
      }}
    >
      <ErrorSummary findings={wrong === undefined ? [] : [{ fieldId: `statement-${id}`, text: wrong }]} attempt={attempt} />
      {send.error && <ErrorAlert error={send.error} />}
      <Field id={`statement-${id}`} label={words.stateLabel} hint={words.stateHint} error={wrong}>
        {(control) => (
          <Input.TextArea {...control} rows={3} maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      <Button htmlType="submit" loading={send.isPending}>
        {words.state}
      </Button>
    </form>
  );
}
