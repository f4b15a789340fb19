import { useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { wantsSecondFactor } from '../../api/problem-error.ts';
import type { components } from '../../api/schema.gen.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../app/i18n/define-words.ts';
import { useFindingsOf } from '../error-summary.tsx';
import { Field } from '../field.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { SecondFactorNote } from '../second-factor-note.tsx';
import type { PaidInstitution } from './queries.ts';
import { payeeWords } from './words.ts';

const questions = [
  { name: 'payeeName', label: 'payeeName', hint: 'payeeNameHint', maxLength: 100 },
  { name: 'payeeBank', label: 'payeeBank', hint: undefined, maxLength: 100 },
  { name: 'account', label: 'number', hint: 'numberHint', maxLength: 32 },
  { name: 'reason', label: 'reason', hint: 'reasonHint', maxLength: 1000 },
] as const;

interface ProposeDialogProps {
  readonly institution: PaidInstitution;
  readonly onClose: () => void;
}

/** 提出登记或变更: what the proof of the account says, and why. */
export function ProposeDialog({ institution: { id, name }, onClose }: ProposeDialogProps) {
  const words = useWords(payeeWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [value, setValue] = useState({ payeeName: name, payeeBank: '', account: '', reason: '' });
  const [attempt, setAttempt] = useState(0);
  const propose = useAct(
    (body: components['schemas']['PayeeRequest'], headers) =>
      answer(api.POST('/v1/institutions/{id}/payee-changes', { params: { path: { id } }, body, headers })),
    () => {
      void message.success(words.done);
      void queries.invalidateQueries({ queryKey: ['institutions'] });
      onClose();
    },
  );
  const told = useFindingsOf(wantsSecondFactor(propose.error) ? null : propose.error, (pointer) => `kbt-p-${pointer.slice(1)}`);
  const lacking = questions
    .filter((one) => value[one.name].trim() === '')
    .map((one) => ({ fieldId: `kbt-p-${one.name}`, text: `${words[one.label]}：${words.needed}` }));
  const findings = attempt === 0 || propose.isPending ? [] : lacking.length > 0 ? lacking : told;
  const save = (): void => {
    setAttempt(attempt + 1);
    if (lacking.length === 0) propose.mutate({ ...value, account: value.account.replaceAll(/\s/g, '') });
  };
  return (
    <FormDialog
      title={words.propose}
      act={words.propose}
      isPending={propose.isPending}
      attempt={attempt}
      findings={findings}
      onSend={save}
      onClose={onClose}
    >
      <SecondFactorNote error={propose.error} isBeside />
      {questions.map(({ name: key, label, hint, maxLength }) => (
        <Field
          key={key}
          id={`kbt-p-${key}`}
          label={words[label]}
          hint={hint === undefined ? undefined : words[hint]}
          error={findings.find(({ fieldId }) => fieldId === `kbt-p-${key}`)?.text}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={maxLength}
              value={value[key]}
              {...(key === 'account' ? { inputMode: 'numeric' as const } : {})}
              onChange={({ target }) => setValue({ ...value, [key]: target.value })}
            />
          )}
        </Field>
      ))}
    </FormDialog>
  );
}
