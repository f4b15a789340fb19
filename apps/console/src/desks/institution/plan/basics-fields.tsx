import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { answer, api } from '../../../api/client.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Field, type ControlProps } from '../../../components/field.tsx';
import { useOfferedTypes } from '../policy.ts';
import { evaluationBodiesQuery, sitesQuery } from '../queries.ts';
import { classTypeWords } from '../words.ts';
import type { FormPartProps } from './class-form.ts';
import { planWords } from './words.ts';

type TextName = 'name' | 'orderId' | 'occupationName' | 'occupationCode' | 'startsOn' | 'endsOn';

/** What, where, when, for how many, and for whom. */
export function BasicsFields({ form, onChange, wrong }: FormPartProps) {
  const words = useWords(planWords);
  const types = useWords(classTypeWords);
  const offered = useOfferedTypes();
  const sites = useQuery(sitesQuery);
  const bodies = useQuery(evaluationBodiesQuery);
  const offices = useQuery({
    queryKey: ['assigning-offices'],
    queryFn: async () => (await answer(api.GET('/v1/assigning-offices'))).items,
  });
  const text = (name: TextName, label: string, hint?: string, type?: 'date') => (
    <Field id={`class-${name}`} label={label} hint={hint} error={wrong.get(`class-${name}`)}>
      {(control) => (
        <Input
          {...control}
          type={type}
          value={form[name]}
          maxLength={100}
          onChange={({ target }) => onChange({ ...form, [name]: target.value })}
        />
      )}
    </Field>
  );
  const select = (
    name: 'siteId' | 'assigningOfficeId' | 'evaluationBodyId',
    label: string,
    options: readonly { readonly id: string; readonly name: string }[] | undefined,
    more: { readonly hint?: string; readonly optionalWord?: string } = {},
  ) => (
    <Field id={`class-${name}`} label={label} error={wrong.get(`class-${name}`)} {...more}>
      {(control: ControlProps) => (
        <Select
          {...control}
          value={form[name] === '' ? undefined : form[name]}
          placeholder={words.choose}
          allowClear={name === 'evaluationBodyId'}
          options={(options ?? []).map((one) => ({ value: one.id, label: one.name }))}
          onChange={(value: string | undefined) => onChange({ ...form, [name]: value ?? '' })}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="kbt-card kbt-fields">
      <legend>{words.basics}</legend>
      {text('name', words.name)}
      <Field id="class-classType" label={words.classType} error={wrong.get('class-classType')}>
        {(control) => (
          <Select
            {...control}
            value={form.classType}
            options={offered.map((type) => ({ value: type, label: types[type] }))}
            onChange={(classType) => onChange({ ...form, classType })}
          />
        )}
      </Field>
      {form.classType === 'order' && text('orderId', words.orderId, words.orderHint)}
      {text('occupationName', words.occupationName)}
      {text('occupationCode', words.occupationCode, words.occupationHint)}
      {select('siteId', words.site, sites.data)}
      {select('assigningOfficeId', words.office, offices.data, { hint: words.officeHint })}
      {text('startsOn', words.startsOn, undefined, 'date')}
      {text('endsOn', words.endsOn, undefined, 'date')}
      <Capacity form={form} onChange={onChange} wrong={wrong} />
      {select('evaluationBodyId', words.evaluationBody, bodies.data, { optionalWord: words.optional })}
      <Checkbox checked={form.isSpecialTask} onChange={({ target }) => onChange({ ...form, isSpecialTask: target.checked })}>
        {words.special}
      </Checkbox>
    </fieldset>
  );
}

function Capacity({ form, onChange, wrong }: FormPartProps) {
  const words = useWords(planWords);
  return (
    <Field id="class-capacity" label={words.capacity} error={wrong.get('class-capacity')}>
      {(control) => (
        <InputNumber
          {...control}
          min={1}
          max={10_000}
          precision={0}
          value={form.capacity}
          onChange={(capacity) => onChange({ ...form, capacity: capacity ?? 1 })}
        />
      )}
    </Field>
  );
}
