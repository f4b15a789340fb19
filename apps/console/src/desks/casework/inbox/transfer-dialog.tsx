import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Radio } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import type { Finding } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { Loading } from '../../../components/loading.tsx';
import { colleaguesQuery } from '../api.ts';
import { inboxWords } from '../words.ts';
import type { AssignTarget } from './use-assign.tsx';

/** Hands a task to a colleague, with a reason; shows how much each has in hand, and who must stand aside. */
export function TransferDialog({ task, onClose }: { readonly task: AssignTarget; readonly onClose: () => void }) {
  const words = useWords(inboxWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { data, error } = useQuery(colleaguesQuery(task.id));
  const [to, setTo] = useState<string>();
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const transfer = useAct(
    (input: { readonly toAccountId: string; readonly reason: string }, headers) =>
      answer(api.POST('/v1/tasks/{id}/transfer', { params: { path: { id: task.id } }, body: input, headers })),
    (_, { toAccountId }) => {
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void message.success(words.transferred(task.number, data?.items.find(({ accountId }) => accountId === toAccountId)?.name ?? ''));
      onClose();
    },
  );
  const findings: readonly Finding[] =
    attempt === 0
      ? []
      : [
          ...(to === undefined ? [{ fieldId: 'kbt-transfer-to', text: words.transferNeeded }] : []),
          ...(reason.trim().length < 2 ? [{ fieldId: 'kbt-transfer-reason', text: words.reasonNeeded }] : []),
        ];
  const submit = (): void => {
    setAttempt(attempt + 1);
    if (to !== undefined && reason.trim().length >= 2) transfer.mutate({ toAccountId: to, reason: reason.trim() });
  };
  return (
    <FormDialog
      title={words.transferTitle}
      act={words.transfer}
      isPending={transfer.isPending}
      attempt={attempt}
      findings={findings}
      error={transfer.error ?? error}
      onSend={submit}
      onClose={onClose}
    >
      {!data && !error && <Loading rows={3} />}
      {data?.items.length === 0 && <p>{words.noColleague}</p>}
      <fieldset id="kbt-transfer-to" tabIndex={-1} className="kbt-fieldset">
        <legend>{words.transferTo}</legend>
        <Radio.Group
          className="kbt-radios"
          name="transfer-to"
          value={to}
          onChange={(event) => setTo(event.target.value as string)}
          options={(data?.items ?? []).map(({ accountId, name, load, isFit }) => ({
            value: accountId,
            disabled: !isFit,
            label: `${name}（${isFit ? words.inHand(load) : words.unfit}）`,
          }))}
        />
      </fieldset>
      <Field
        id="kbt-transfer-reason"
        label={words.transferReason}
        error={findings.find(({ fieldId }) => fieldId === 'kbt-transfer-reason')?.text}
      >
        {(control) => (
          <Input.TextArea {...control} rows={2} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
