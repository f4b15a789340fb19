import type { ReactNode } from 'react';

/** What a control must carry, so that label, hint and error are read out with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly status?: 'error' | '';
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, in words; the summary above the form leads here. */
  readonly error?: string | undefined;
  /** Said behind the label where nothing need be filled in. */
  readonly optionalWord?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** One question of a form: label above, hint under it, error beside the control. */
export function Field({ id, label, hint, error, optionalWord, children }: FieldProps) {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error === undefined ? 'kbt-field' : 'kbt-field kbt-field-wrong'}>
      <label htmlFor={id}>
        {label}
        {optionalWord !== undefined && <span className="kbt-hint"> {optionalWord}</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="kbt-hint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="kbt-wrong">
          {error}
        </p>
      )}
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error === undefined ? {} : { 'aria-invalid': true, status: 'error' as const }),
      })}
    </div>
  );
}
