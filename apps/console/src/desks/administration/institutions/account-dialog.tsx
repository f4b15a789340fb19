import { useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { Role } from '#libs/contracts';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useFindingsOf } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import type { Institution } from './queries.ts';
import { institutionWords } from './words.ts';

const questions = [
  { name: 'login', label: 'login', hint: 'loginHint', type: 'text', maxLength: 64 },
  { name: 'displayName', label: 'person', hint: undefined, type: 'text', maxLength: 60 },
  { name: 'idNumber', label: 'idNumber', hint: 'idNumberHint', type: 'text', maxLength: 18 },
  { name: 'password', label: 'password', hint: 'passwordHint', type: 'password', maxLength: 128 },
] as const;

interface AccountDialogProps {
  readonly institution: Institution;
  readonly onClose: () => void;
}

/** 开设登录账号: for the operator of an institution, with a first password that is handed over and exchanged. */
export function AccountDialog({ institution: { id, name, kind }, onClose }: AccountDialogProps) {
  const words = useWords(institutionWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [value, setValue] = useState({ login: '', displayName: '', idNumber: '', password: '' });
  const [attempt, setAttempt] = useState(0);
  const open = useAct(
    (body: components['schemas']['OpenAccountRequest'], headers) => answer(api.POST('/v1/accounts', { body, headers })),
    ({ login }) => {
      void message.success(words.accountOpened(login));
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  );
  const told = useFindingsOf(open.error, (pointer) => `kbt-a-${pointer.slice(1)}`);
  const lacking = questions
    .filter((one) => value[one.name].trim() === '')
    .map((one) => ({ fieldId: `kbt-a-${one.name}`, text: `${words[one.label]}：${words.needed}` }));
  const findings = attempt === 0 || open.isPending ? [] : lacking.length > 0 ? lacking : told;
  const save = (): void => {
    setAttempt(attempt + 1);
    const role = kind === 'evaluation' ? Role.EvaluationBody : Role.InstitutionOperator;
    if (lacking.length === 0) open.mutate({ ...value, officeId: id, role });
  };
  return (
    <FormDialog
      title={words.accountTitle(name)}
      act={words.open}
      isPending={open.isPending}
      attempt={attempt}
      findings={findings}
      onSend={save}
      onClose={onClose}
    >
      {questions.map(({ name: key, label, hint, type, maxLength }) => (
        <Field
          key={key}
          id={`kbt-a-${key}`}
          label={words[label]}
          hint={hint === undefined ? undefined : words[hint]}
          error={findings.find(({ fieldId }) => fieldId === `kbt-a-${key}`)?.text}
        >
          {(control) => (
            <Input
              {...control}
              type={type}
              autoComplete={type === 'password' ? 'new-password' : 'off'}
              maxLength={maxLength}
              value={value[key]}
              onChange={({ target }) => setValue({ ...value, [key]: target.value })}
            />
          )}
        </Field>
      ))}
    </FormDialog>
  );
}
