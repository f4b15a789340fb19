import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Field } from '../../../components/field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { fitColleaguesQuery, type LateWork } from './queries.ts';
import { stuckWords } from './words.ts';

interface ReassignDialogProps {
  readonly work: LateWork;
  readonly onClose: () => void;
}

/** 改派: to a colleague who may decide it, with a reason that is recorded. */
export function ReassignDialog({ work: { taskId, number }, onClose }: ReassignDialogProps) {
  const words = useWords(stuckWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const colleagues = useQuery(fitColleaguesQuery(taskId));
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isLacking = attempt > 0 && reason.trim().length < 2;
  const hand = useAct(
    (body: { reason: string; toAccountId?: string }, headers) =>
      answer(api.POST('/v1/operations/tasks/{id}/reassign', { params: { path: { id: taskId } }, body, headers })),
    () => {
      void message.success(words.reassigned);
      void queries.invalidateQueries({ queryKey: ['operations'] });
      onClose();
    },
  );
  const save = (): void => {
    setAttempt(attempt + 1);
    if (reason.trim().length >= 2) hand.mutate({ reason: reason.trim(), ...(to === '' ? {} : { toAccountId: to }) });
  };
  return (
    <FormDialog
      title={`${words.reassignTitle} ${number}`}
      act={words.reassign}
      isPending={hand.isPending}
      attempt={attempt}
      findings={isLacking ? [{ fieldId: 'kbt-hand-reason', text: words.needed }] : []}
      error={hand.error ?? colleagues.error}
      onSend={save}
      onClose={onClose}
    >
      <Field id="kbt-hand-to" label={words.reassignTo}>
        {(control) => (
          <Select
            {...control}
            value={to}
            onChange={setTo}
            options={[
              { value: '', label: words.back },
              ...(colleagues.data ?? []).map(({ accountId, name, load, isFit }) => ({
                value: accountId,
                label: `${name} · ${words.load(load)}${isFit ? '' : words.unfit}`,
                disabled: !isFit,
              })),
            ]}
          />
        )}
      </Field>
      <Field id="kbt-hand-reason" label={words.reason} hint={words.reasonHint} error={isLacking ? words.needed : undefined}>
        {(control) => (
          <Input.TextArea {...control} rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
