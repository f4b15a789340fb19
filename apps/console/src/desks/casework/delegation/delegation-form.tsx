import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { roleNames, type Role } from '#libs/contracts';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useMe } from '../../../app/session/session.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { ErrorSummary, type Finding } from '../../../components/error-summary.tsx';
import { delegationWords } from './words.ts';

interface DelegationFormProps {
  readonly people: readonly components['schemas']['OfficePersonResponse'][];
}

/** Roles nobody can delegate (administration is granted instead). */
const GRANTED_ONLY: readonly Role[] = ['county-administrator', 'system-administrator'];

/** Names the delegate, the roles and the days. */
export function DelegationForm({ people }: DelegationFormProps) {
  const words = useWords(delegationWords);
  const language = useLanguage();
  const me = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const mine = me.roles.filter((role) => !GRANTED_ONLY.includes(role));
  const [to, setTo] = useState<string>();
  const [roles, setRoles] = useState<Role[]>([...mine]);
  const [fromOn, setFromOn] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const [attempt, setAttempt] = useState(0);
  const delegate = useAct(
    (body: components['schemas']['DelegateRolesRequest'], headers) => answer(api.POST('/v1/delegations', { body, headers })),
    () => {
      void message.success(words.made);
      void queries.invalidateQueries({ queryKey: ['delegations'] });
    },
  );
  const findings: readonly Finding[] = [
    ...(to === undefined ? [{ fieldId: 'kbt-delegate-to', text: words.toNeeded }] : []),
    ...(roles.length === 0 ? [{ text: words.rolesNeeded }] : []),
    ...(fromOn === '' || untilOn === '' ? [{ fieldId: 'kbt-delegate-from', text: words.daysNeeded }] : []),
  ];
  const submit = (): void => {
    setAttempt(attempt + 1);
    if (to !== undefined && findings.length === 0) delegate.mutate({ toAccountId: to, roles, fromOn, untilOn });
  };
  return (
    <form
      className="kbt-card kbt-delegate"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary findings={attempt === 0 ? [] : findings} attempt={attempt} />
      {delegate.error && <ErrorAlert error={delegate.error} />}
      <label htmlFor="kbt-delegate-to">{words.to}</label>
      <Select
        id="kbt-delegate-to"
        value={to}
        onChange={setTo}
        options={people.map(({ accountId, name, roles: held }) => ({
          value: accountId,
          label: `${name}（${held.map((role) => roleNames[role as Role][language]).join('、')}）`,
        }))}
      />
      <fieldset className="kbt-fieldset">
        <legend>{words.roles}</legend>
        <Checkbox.Group
          value={roles}
          onChange={setRoles}
          options={mine.map((role) => ({ value: role, label: roleNames[role][language] }))}
        />
      </fieldset>
      <label htmlFor="kbt-delegate-from">{words.fromOn}</label>
      <Input id="kbt-delegate-from" type="date" value={fromOn} onChange={(event) => setFromOn(event.target.value)} />
      <label htmlFor="kbt-delegate-until">{words.untilOn}</label>
      <Input id="kbt-delegate-until" type="date" value={untilOn} onChange={(event) => setUntilOn(event.target.value)} />
      <Button type="primary" htmlType="submit" loading={delegate.isPending}>
        {words.make}
      </Button>
    </form>
  );
}
