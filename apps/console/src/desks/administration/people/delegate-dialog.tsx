import { useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { type Role, roleNames } from '#libs/contracts';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useFindingsOf, type Finding } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { DayFields, daysGiven } from './day-fields.tsx';
import type { Account, Grant } from './queries.ts';
import { RightsChecks } from './rights-checks.tsx';
import { peopleWords } from './words.ts';

const ADMINISTRATION: readonly string[] = ['county-administrator', 'system-administrator'];

/** What of an account can be delegated now; administration is granted instead. */
const held = (account: Account | undefined): readonly Grant[] =>
  (account?.grants ?? []).filter(({ isInForce, role }) => isInForce && !ADMINISTRATION.includes(role));

const rolesOf = (grants: readonly Grant[]): readonly Role[] => [...new Set(grants.map(({ role }) => role))];

const optionsOf = (some: readonly Account[]) =>
  some.map(({ accountId, displayName, login }) => ({ value: accountId, label: `${displayName}（${login}）` }));

interface DelegateDialogProps {
  readonly accounts: readonly Account[];
  readonly onClose: () => void;
}

/** An administrator delegates for somebody absent, to a colleague of the same office; the conflicts stand there before it is saved. */
export function DelegateDialog({ accounts, onClose }: DelegateDialogProps) {
  const words = useWords(peopleWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [days, setDays] = useState({ fromOn: '', untilOn: '' });
  const [attempt, setAttempt] = useState(0);
  const absent = accounts.find(({ accountId }) => accountId === from);
  const officeId = held(absent)[0]?.officeId;
  const colleagues = accounts.filter((one) => one.personId !== absent?.personId && held(one).some((grant) => grant.officeId === officeId));
  const delegate = useAct(
    (body: components['schemas']['DelegateRolesRequest'], headers) => answer(api.POST('/v1/delegations', { body, headers })),
    () => {
      void message.success(words.delegated);
      void queries.invalidateQueries({ queryKey: ['delegations'] });
      onClose();
    },
  );
  const told = useFindingsOf(delegate.error, (pointer) => ({ '/toAccountId': 'kbt-for-to', '/untilOn': 'kbt-for-days-until' })[pointer]);
  const need = (isThere: boolean, fieldId: string, label: string): readonly Finding[] =>
    isThere ? [] : [{ fieldId, text: `${label}：${words.needed}` }];
  const lacking = [
    ...need(from !== undefined, 'kbt-for-from', words.from),
    ...need(to !== undefined, 'kbt-for-to', words.to),
    ...need(roles.length > 0, 'kbt-for-roles', words.roles),
    ...need(days.untilOn !== '', 'kbt-for-days-until', words.untilOnDue),
  ];
  const isWhole = to !== undefined && officeId !== undefined && roles.length > 0;
  const save = (): void => {
    setAttempt(attempt + 1);
    if (lacking.length > 0 || from === undefined || !isWhole) return;
    delegate.mutate({ fromAccountId: from, toAccountId: to, officeId, roles: [...roles], ...daysGiven(days), untilOn: days.untilOn });
  };
  const choose = (id: string): void => {
    setFrom(id);
    setTo(undefined);
    setRoles(rolesOf(held(accounts.find(({ accountId }) => accountId === id))));
  };
  return (
    <FormDialog
      width={640}
      title={words.delegateTitle}
      act={words.delegateSave}
      isPending={delegate.isPending}
      attempt={attempt}
      findings={attempt === 0 || delegate.isPending ? [] : lacking.length > 0 ? lacking : told}
      onSend={save}
      onClose={onClose}
    >
      <Field id="kbt-for-from" label={words.from}>
        {(control) => (
          <Select {...control} value={from} onChange={choose} options={optionsOf(accounts.filter((one) => held(one).length > 0))} />
        )}
      </Field>
      <Field id="kbt-for-to" label={words.to}>
        {(control) => <Select {...control} value={to} onChange={setTo} options={optionsOf(colleagues)} />}
      </Field>
      <fieldset className="kbt-fieldset" id="kbt-for-roles" tabIndex={-1}>
        <legend>{words.roles}</legend>
        <Checkbox.Group
          value={[...roles]}
          onChange={(next: Role[]) => setRoles(next)}
          options={rolesOf(held(absent)).map((role) => ({ value: role, label: roleNames[role][language] }))}
        />
      </fieldset>
      <DayFields id="kbt-for-days" days={days} from={words.fromOn} until={words.untilOnDue} onChange={setDays} />
      <RightsChecks wanted={isWhole ? { change: 'grant', accountId: to, officeId, roles: [...roles] } : undefined} />
    </FormDialog>
  );
}
