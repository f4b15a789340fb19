import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { problemOf } from '../../../api/problem-error.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { ErrorSummary, useFindingsOf } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { personsOfClaimQuery, type OverrideFact } from '../../../components/overrides/overrides-query.ts';
import { overrideWords } from '../../../components/overrides/words.ts';

interface ProposeFormProps {
  readonly claimId: string;
  readonly allowed: readonly OverrideFact[];
}

const EMPTY = { value: '', reason: '' };
const FIELDS = ['personId', 'fact', 'value', 'reason'];

/** Proposes to raise a limit or set an amount for one person, with the written reason a second person will read. */
export function ProposeForm({ claimId, allowed }: ProposeFormProps) {
  const words = useWords(overrideWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const persons = useQuery(personsOfClaimQuery(claimId)).data ?? [];
  const [personId, setPerson] = useState<string>();
  const [fact, setFact] = useState<OverrideFact | undefined>(allowed[0]);
  const [texts, setTexts] = useState(EMPTY);
  const [attempt, setAttempt] = useState(0);
  const needsValue = fact !== 'overrideYearlyLimit';
  const propose = useAct(
    (body: { readonly personId: string; readonly fact: OverrideFact; readonly value?: string; readonly reason: string }, headers) =>
      answer(api.POST('/v1/claims/{id}/overrides', { params: { path: { id: claimId } }, body, headers })),
    () => {
      setTexts(EMPTY);
      setPerson(undefined);
      setAttempt(0);
      void message.success(words.proposed);
      void queries.invalidateQueries({ queryKey: ['claims'] });
    },
  );
  const findings = useFindingsOf(propose.error, (pointer) =>
    FIELDS.includes(pointer.slice(1)) ? `override-${pointer.slice(1)}` : undefined,
  );
  const errorOf = (name: string): string | undefined => findings.find(({ fieldId }) => fieldId === `override-${name}`)?.text;
  const isFault = propose.error !== null && (problemOf(propose.error).status === 0 || problemOf(propose.error).status >= 500);
  return (
    <form
      noValidate
      className="kbt-card kbt-text-form"
      aria-labelledby="kbt-propose"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        const { value, reason } = texts;
        propose.mutate({
          personId: personId ?? '',
          fact: fact ?? 'approvedFen',
          reason: reason.trim(),
          ...(needsValue ? { value: value.trim() } : {}),
        });
      }}
    >
      <h2 id="kbt-propose">{words.propose}</h2>
      {isFault ? <ErrorAlert error={propose.error} /> : <ErrorSummary findings={propose.isPending ? [] : findings} attempt={attempt} />}
      <Field id="override-personId" label={words.person} error={errorOf('personId')}>
        {(control) => (
          <Select
            {...control}
            className="kbt-wide"
            placeholder={words.choose}
            value={personId}
            onChange={setPerson}
            options={persons.map((one) => ({ value: one.personId, label: one.name }))}
          />
        )}
      </Field>
      <fieldset className="kbt-plain" id="override-fact" tabIndex={-1}>
        <legend>{words.fact}</legend>
        <Radio.Group
          value={fact}
          onChange={({ target }) => setFact(target.value as OverrideFact)}
          options={allowed.map((one) => ({ value: one, label: words.facts[one] }))}
        />
      </fieldset>
      {needsValue && (
        <Field id="override-value" label={words.valueLabel} error={errorOf('value')}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={texts.value}
              onChange={({ target }) => setTexts({ ...texts, value: target.value })}
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
            value={texts.reason}
            onChange={({ target }) => setTexts({ ...texts, reason: target.value })}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {words.propose}
      </Button>
    </form>
  );
}
