import { Input } from 'antd';
import { Field } from '../../../components/field.tsx';

export interface Days {
  readonly fromOn: string;
  readonly untilOn: string;
}

interface DayFieldsProps {
  /** Begins the ids of the fields. */
  readonly id: string;
  readonly days: Days;
  readonly from: string;
  readonly until: string;
  readonly onChange: (days: Days) => void;
}

/** First and last day of a right. */
export function DayFields({ id, days, from, until, onChange }: DayFieldsProps) {
  return (
    <div className="kbt-fields">
      <Field id={`${id}-from`} label={from}>
        {(control) => (
          <Input {...control} type="date" value={days.fromOn} onChange={({ target }) => onChange({ ...days, fromOn: target.value })} />
        )}
      </Field>
      <Field id={`${id}-until`} label={until}>
        {(control) => (
          <Input {...control} type="date" value={days.untilOn} onChange={({ target }) => onChange({ ...days, untilOn: target.value })} />
        )}
      </Field>
    </div>
  );
}

/** The days as a request takes them: what is empty is left out. */
export const daysGiven = ({ fromOn, untilOn }: Days): { fromOn?: string; untilOn?: string } => ({
  ...(fromOn === '' ? {} : { fromOn }),
  ...(untilOn === '' ? {} : { untilOn }),
});
