import { Checkbox, Input, Select } from 'antd';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Field } from '../../../components/field.tsx';
import type { SubjectColumn } from './subject-columns.ts';
import { subjectWords } from './words.ts';

interface SubjectFieldProps {
  readonly id: string;
  readonly column: SubjectColumn;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One thing asked of one subject, with the control that fits it. */
export function SubjectField({ id, column, value, error, onChange }: SubjectFieldProps) {
  const words = useWords(subjectWords);
  const { label, type, options, isNeeded } = column;
  if (type === 'flag') {
    return (
      <Checkbox id={id} checked={value === 'yes'} onChange={({ target }) => onChange(target.checked ? 'yes' : '')}>
        {label}
      </Checkbox>
    );
  }
  return (
    <Field id={id} label={label} error={error} {...(isNeeded ? {} : { optionalWord: words.optional })}>
      {(control) => {
        if (options === undefined) {
          return (
            <Input
              {...control}
              autoComplete="off"
              maxLength={100}
              {...(type === 'month' ? { type: 'month' } : {})}
              {...(type === 'count' ? { inputMode: 'numeric' as const } : {})}
              value={value}
              onChange={({ target }) => onChange(target.value)}
            />
          );
        }
        const shared = { ...control, placeholder: words.choice, options: [...options] };
        return type === 'codes' ? (
          <Select<string[]>
            {...shared}
            mode="multiple"
            value={value === '' ? [] : value.split(';')}
            onChange={(codes) => onChange(codes.join(';'))}
          />
        ) : (
          <Select<string>
            {...shared}
            allowClear={!isNeeded}
            {...(value === '' ? {} : { value })}
            onChange={(code: string | undefined) => onChange(code ?? '')}
          />
        );
      }}
    </Field>
  );
}
