import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorSummary, useFindingsOf } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import '../releases/releases.css';
import type { Kind } from './queries.ts';
import { institutionWords } from './words.ts';

export interface Registration {
  readonly name: string;
  readonly kind: Kind;
  readonly region: string;
  readonly creditCode: string;
  readonly licenseKind: 'permit' | 'filing';
  readonly licenseNumber: string;
  readonly licenseOffice: string;
  readonly licenseUntil: string;
  readonly reason: string;
}

type Text = Exclude<keyof Registration, 'kind' | 'licenseKind' | 'licenseUntil'>;

interface RegistrationFormProps {
  readonly initial: Registration;
  /** A change of what is on record: place and kind stay, a reason is asked for. */
  readonly isChange: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSave: (registration: Registration) => void;
}

const LENGTH: Readonly<Record<Text, number>> = {
  name: 100,
  region: 6,
  creditCode: 18,
  licenseNumber: 60,
  licenseOffice: 100,
  reason: 1000,
};

const textsOf = (isChange: boolean): readonly Text[] =>
  isChange
    ? ['name', 'creditCode', 'licenseNumber', 'licenseOffice', 'reason']
    : ['name', 'region', 'creditCode', 'licenseNumber', 'licenseOffice'];

/** What the bureau has before it: name, code, licence or filing; all that is missing is told at once. */
export function RegistrationForm({ initial, isChange, isPending, error, onSave }: RegistrationFormProps) {
  const words = useWords(institutionWords);
  const [value, setValue] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const texts = textsOf(isChange);
  const lacking = texts
    .filter((key) => value[key].trim() === '')
    .map((key) => ({ fieldId: `kbt-i-${key}`, text: `${words[key]}：${words.needed}` }));
  const told = useFindingsOf(error, (pointer) => `kbt-i-${pointer.slice(1)}`);
  const findings = attempt === 0 || isPending ? [] : lacking.length > 0 ? lacking : told;
  const text = (key: Text, hint?: string) => (
    <Field id={`kbt-i-${key}`} label={words[key]} hint={hint} error={findings.find(({ fieldId }) => fieldId === `kbt-i-${key}`)?.text}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          maxLength={LENGTH[key]}
          value={value[key]}
          onChange={({ target }) => setValue({ ...value, [key]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      noValidate
      className="kbt-card kbt-text-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (lacking.length === 0) onSave(value);
      }}
    >
      <ErrorSummary attempt={attempt} findings={findings} />
      {text('name')}
      {!isChange && (
        <>
          <Choice
            id="kbt-i-kind"
            label={words.kind}
            value={value.kind}
            names={words.kinds}
            onChange={(kind) => setValue({ ...value, kind })}
          />
          {text('region', words.regionHint)}
        </>
      )}
      {text('creditCode')}
      <Choice
        id="kbt-i-licenseKind"
        label={words.licenseKind}
        value={value.licenseKind}
        names={words.licenseKinds}
        onChange={(licenseKind) => setValue({ ...value, licenseKind })}
      />
      {text('licenseNumber')}
      {text('licenseOffice')}
      <Field id="kbt-i-licenseUntil" label={words.licenseUntil} hint={words.licenseUntilHint}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={value.licenseUntil}
            onChange={({ target }) => setValue({ ...value, licenseUntil: target.value })}
          />
        )}
      </Field>
      {isChange && text('reason')}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {words.save}
      </Button>
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly names: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ id, label, value, names, onChange }: ChoiceProps<Value>) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={onChange}
          options={(Object.keys(names) as Value[]).map((one) => ({ value: one, label: names[one] }))}
        />
      )}
    </Field>
  );
}
