import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { OfficeKind, Role, roleNames } from '#libs/contracts';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useFindingsOf, type Finding } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { DayFields, daysGiven } from './day-fields.tsx';
import { officesQuery, type Account, type Office } from './queries.ts';
import { RightsChecks, useRightsChecks } from './rights-checks.tsx';
import { peopleWords } from './words.ts';

/** Which roles exist in which kind of office; the database asks again. */
const rolesIn: Readonly<Record<string, readonly Role[]>> = {
  [OfficeKind.HumanResources]: [
    Role.Caseworker,
    Role.Reviewer,
    Role.Leader,
    Role.Auditor,
    Role.CountyAdministrator,
    Role.SystemAdministrator,
  ],
  [OfficeKind.Finance]: [Role.FinanceReviewer, Role.FinanceDisburser, Role.Leader, Role.Auditor],
  [OfficeKind.Industry]: [Role.Caseworker, Role.Reviewer, Role.Leader],
  [OfficeKind.Audit]: [Role.Auditor],
  [OfficeKind.Institution]: [Role.InstitutionOperator],
  [OfficeKind.EvaluationBody]: [Role.EvaluationBody],
};

const fieldIdOf = (pointer: string): string | undefined =>
  ({ '/officeId': 'kbt-grant-office', '/role': 'kbt-grant-role', '/fromOn': 'kbt-grant-from', '/untilOn': 'kbt-grant-until' })[pointer];

const optionsOf = (offices: readonly Office[]) =>
  offices.filter(({ isClosed }) => !isClosed).map(({ id, name }) => ({ value: id, label: name }));

/** What is not there yet, each with its field. */
const need = (isThere: boolean, fieldId: string, text: string): readonly Finding[] => (isThere ? [] : [{ fieldId, text }]);

/** The write itself, and what follows it. */
function useGrant(onClose: () => void) {
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useAct(
    (body: components['schemas']['GrantRoleRequest'], headers) => answer(api.POST('/v1/grants', { body, headers })),
    () => {
      void message.success(words.granted);
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  );
}

interface GrantDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** 授予岗位: office, role, days; what it would mean stands there before it is saved. */
export function GrantDialog({ account: { accountId, displayName, grants }, onClose }: GrantDialogProps) {
  const words = useWords(peopleWords);
  const language = useLanguage();
  const offices = useQuery(officesQuery).data ?? [];
  const [officeId, setOffice] = useState<string | undefined>(grants.at(-1)?.officeId);
  const [role, setRole] = useState<Role>();
  const [days, setDays] = useState({ fromOn: '', untilOn: '' });
  const [knows, setKnows] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isWhole = officeId !== undefined && role !== undefined;
  const wanted = isWhole ? { change: 'grant' as const, accountId, officeId, roles: [role] } : undefined;
  const { isKnown, isConflict } = useRightsChecks(wanted);
  const grant = useGrant(onClose);
  const told = useFindingsOf(grant.error, fieldIdOf);
  const lacking = [
    ...need(officeId !== undefined, 'kbt-grant-office', `${words.office}：${words.needed}`),
    ...need(role !== undefined, 'kbt-grant-role', `${words.role}：${words.needed}`),
    ...need(!isConflict || knows, 'kbt-grant-knows', words.saveAnyway),
  ];
  const save = (): void => {
    setAttempt(attempt + 1);
    if (lacking.length > 0 || !isWhole || !isKnown) return;
    grant.mutate({ accountId, officeId, role, ...daysGiven(days) });
  };
  const kind = offices.find(({ id }) => id === officeId)?.kind ?? '';
  return (
    <FormDialog
      width={640}
      title={words.grantTo(displayName)}
      act={words.save}
      isPending={grant.isPending}
      attempt={attempt}
      findings={attempt === 0 || grant.isPending ? [] : lacking.length > 0 ? lacking : told}
      onSend={save}
      onClose={onClose}
    >
      <Field id="kbt-grant-office" label={words.office}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={officeId}
            onChange={(id) => {
              setOffice(id);
              setRole(undefined);
            }}
            options={optionsOf(offices)}
          />
        )}
      </Field>
      <Field id="kbt-grant-role" label={words.role}>
        {(control) => (
          <Select
            {...control}
            value={role}
            onChange={(next: Role) => {
              setRole(next);
              setKnows(false);
            }}
            options={(rolesIn[kind] ?? []).map((one) => ({ value: one, label: roleNames[one][language] }))}
          />
        )}
      </Field>
      <DayFields id="kbt-grant" days={days} from={words.fromOn} until={words.untilOn} onChange={setDays} />
      <RightsChecks wanted={wanted} />
      {isConflict && (
        <Checkbox id="kbt-grant-knows" checked={knows} onChange={({ target }) => setKnows(target.checked)}>
          {words.saveAnyway}
        </Checkbox>
      )}
    </FormDialog>
  );
}
