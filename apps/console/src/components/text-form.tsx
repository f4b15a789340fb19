import { Button, Input } from 'antd';
import { useState } from 'react';
import { problemOf } from '../api/problem-error.ts';
import { ErrorAlert } from './error-alert.tsx';
import { ErrorSummary, useFindingsOf } from './error-summary.tsx';
import { Field } from './field.tsx';

export interface TextQuestion<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly maxLength: number;
}

interface TextFormProps<Name extends string> {
  /** Begins the ids of the fields, so that two forms share a page. */
  readonly id: string;
  readonly questions: readonly TextQuestion<Name>[];
  readonly values: Readonly<Record<Name, string>>;
  readonly onChange: (values: Readonly<Record<Name, string>>) => void;
  readonly submit: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
}

/** A short form of texts: the server's findings at its top and at their fields, nothing typed is cleared. */
export function TextForm<Name extends string>(props: TextFormProps<Name>) {
  const { id, questions, values, onChange, submit, isPending, error, onSubmit } = props;
  const [attempt, setAttempt] = useState(0);
  const findings = useFindingsOf(error, (pointer) => {
    const name = pointer.slice(1);
    return questions.some((one) => one.name === name) ? `${id}-${name}` : undefined;
  });
  const isFault = error !== null && error !== undefined && (problemOf(error).status === 0 || problemOf(error).status >= 500);
  return (
    <form
      noValidate
      className="kbt-text-form"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        onSubmit();
      }}
    >
      {isFault ? <ErrorAlert error={error} /> : <ErrorSummary findings={isPending ? [] : findings} attempt={attempt} />}
      {questions.map(({ name, label, hint, maxLength }) => (
        <Field
          key={name}
          id={`${id}-${name}`}
          label={label}
          hint={hint}
          error={findings.find((one) => one.fieldId === `${id}-${name}`)?.text}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={values[name]}
              maxLength={maxLength}
              onChange={({ target }) => onChange({ ...values, [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <Button htmlType="submit" loading={isPending}>
        {submit}
      </Button>
    </form>
  );
}
