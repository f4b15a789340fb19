import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { problemOf } from '../../../api/problem-error.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { ErrorSummary, useFindingsOf, type Finding } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { personsOfClaimQuery, type OverrideFact } from '../../../components/overrides/overrides-query.ts';
import { overrideWords } from '../../../components/overrides/words.ts';

interface ProposeFormProps {
  readonly claimId: string;
  readonly allowed: readonly OverrideFact[];
}

const FIELDS = ['personId', 'fact', 'value', 'reason'];

type Asked = components['schemas']['OverrideRequest'];

/** Proposes to raise a limit or set an amount for one person, with the written reason a second person will read. */
export function ProposeForm({ claimId, allowed }: ProposeFormProps) {
  const words = useWords(overrideWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked>(() => emptyOf(allowed));
  const [attempt, setAttempt] = useState(0);
  const propose = useAct(
    (body: Asked, headers) => answer(api.POST('/v1/claims/{id}/overrides', { params: { path: { id: claimId } }, body, headers })),
    () => {
      setAsked(emptyOf(allowed));
      setAttempt(0);
      void message.success(words.proposed);
      void queries.invalidateQueries({ queryKey: ['claims'] });
    },
  );
  const findings = useFindingsOf(propose.error, (pointer) =>
    FIELDS.includes(pointer.slice(1)) ? `override-${pointer.slice(1)}` : undefined,
  );
  const isFault = propose.error !== null && (problemOf(propose.error).status === 0 || problemOf(propose.error).status >= 500);
  return (
    <form
      noValidate
      className="kbt-card kbt-text-form"
      aria-labelledby="kbt-propose"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        const { personId, fact, value = '', reason } = asked;
        propose.mutate({ personId, fact, reason: reason.trim(), ...(needsValue(fact) ? { value: value.trim() } : {}) });
      }}
    >
      <h2 id="kbt-propose">{words.propose}</h2>
      {isFault ? <ErrorAlert error={propose.error} /> : <ErrorSummary findings={propose.isPending ? [] : findings} attempt={attempt} />}
      <ProposeFields claimId={claimId} allowed={allowed} asked={asked} findings={findings} onChange={setAsked} />
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {words.propose}
      </Button>
    </form>
  );
}

function emptyOf(allowed: readonly OverrideFact[]): Asked {
  return { personId: '', fact: allowed[0] ?? 'approvedFen', value: '', reason: '' };
}

const needsValue = (fact: OverrideFact): boolean => fact !== 'overrideYearlyLimit';

interface ProposeFieldsProps extends ProposeFormProps {
  readonly asked: Asked;
  readonly findings: readonly Finding[];
  readonly onChange: (asked: Asked) => void;
}

function ProposeFields({ claimId, allowed, asked, findings, onChange }: ProposeFieldsProps) {
  const words = useWords(overrideWords);
  const persons = useQuery(personsOfClaimQuery(claimId)).data ?? [];
  const errorOf = (name: string): string | undefined => findings.find(({ fieldId }) => fieldId === `override-${name}`)?.text;
  return (
    <>
      <Field id="override-personId" label={words.person} error={errorOf('personId')}>
        {(control) => (
          <Select
            {...control}
            className="kbt-wide"
            placeholder={words.choose}
            {...(asked.personId === '' ? {} : { value: asked.personId })}
            onChange={(personId: string) => onChange({ ...asked, personId })}
            options={persons.map((one) => ({ value: one.personId, label: one.name }))}
          />
        )}
      </Field>
      <fieldset className="kbt-plain" id="override-fact" tabIndex={-1}>
        <legend>{words.fact}</legend>
        <Radio.Group
          value={asked.fact}
          onChange={({ target }) => onChange({ ...asked, fact: target.value as OverrideFact })}
          options={allowed.map((one) => ({ value: one, label: words.facts[one] }))}
        />
      </fieldset>
      {needsValue(asked.fact) && (
        <Field id="override-value" label={words.valueLabel} error={errorOf('value')}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={asked.value}
              onChange={({ target }) => onChange({ ...asked, value: target.value })}
            />
          )}
        </Field>
      )}
      <Field id="override-reason" label={words.reasonLabel} hint={words.reasonHint} error={errorOf('reason')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={asked.reason}
            onChange={({ target }) => onChange({ ...asked, reason: target.value })}
          />
        )}
      </Field>
    </>
  );
}
