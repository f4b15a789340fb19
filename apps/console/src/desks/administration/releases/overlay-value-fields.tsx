import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { Field } from '../../../components/field.tsx';
import { KindTag } from '../policies/kind-tag.tsx';
import { subsidiesQuery, valuesQuery } from '../policies/queries.ts';
import { groupName, groupOf, valueName } from '../policies/value-names.ts';
import { valueShown } from '../policies/value-shown.tsx';
import { releaseWords } from './words.ts';

export interface TypedValue {
  readonly path: string | undefined;
  readonly value: string;
  readonly amb: string;
  readonly reason: string;
}

interface OverlayValueFieldsProps {
  readonly index: number;
  readonly policy: string | undefined;
  readonly value: TypedValue;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (value: TypedValue) => void;
  readonly onRemove?: () => void;
}

const SETTABLE = /^\/(process|subsidies|deadlines)\//;

/** What a county may set in a policy: what it does not state, by name. */
function useOpenValues(policy: string | undefined) {
  const language = useLanguage();
  const values = useQuery({ ...valuesQuery(policy ?? ''), enabled: policy !== undefined }).data;
  const subsidies = useQuery({ ...subsidiesQuery(policy ?? ''), enabled: policy !== undefined }).data;
  return useMemo(() => {
    const titles = Object.fromEntries(
      (subsidies ?? []).map(({ subsidy, title, titleEn }) => [subsidy, language === 'en' ? titleEn : title]),
    );
    const open = (values ?? []).filter(({ kind, path }) => kind !== 'stated' && SETTABLE.test(path));
    return open.map((value) => ({
      ...value,
      label: `${groupName(groupOf(value.path), language, titles)} · ${valueName(value.path, language)}`,
    }));
  }, [values, subsidies, language]);
}

/** One value the county sets: which, what, the question it settles, what it rests on. */
export function OverlayValueFields({ index, policy, value, errorOf, onChange, onRemove }: OverlayValueFieldsProps) {
  const words = useWords(releaseWords);
  const language = useLanguage();
  const open = useOpenValues(policy);
  const now = open.find(({ path }) => path === value.path);
  const id = (name: string): string => `kbt-overlay-${name}-${index}`;
  return (
    <div className="kbt-overlay-value" role="group" aria-label={`${words.value} ${index + 1}`}>
      <Field
        id={id('path')}
        label={words.path}
        error={errorOf(id('path'))}
        hint={
          now && (
            <>
              {words.before} <KindTag kind={now.kind} /> {valueShown(now.value, now.path, language)} <span lang="zh-CN">{now.reason}</span>
            </>
          )
        }
      >
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={value.path}
            onChange={(path) => onChange({ ...value, path, amb: open.find((one) => one.path === path)?.amb ?? value.amb })}
            options={open.map(({ path, label }) => ({ value: path, label }))}
          />
        )}
      </Field>
      <div className="kbt-fields">
        <Field id={id('value')} label={words.newValue} hint={words.newValueHint} error={errorOf(id('value'))}>
          {(control) => (
            <Input
              {...control}
              value={value.value}
              maxLength={200}
              onChange={({ target }) => onChange({ ...value, value: target.value })}
            />
          )}
        </Field>
        <Field id={id('amb')} label={words.amb} hint={words.ambHint} error={errorOf(id('amb'))}>
          {(control) => (
            <Input {...control} value={value.amb} maxLength={6} onChange={({ target }) => onChange({ ...value, amb: target.value })} />
          )}
        </Field>
        <Field id={id('reason')} label={words.valueReason} hint={words.valueReasonHint} error={errorOf(id('reason'))}>
          {(control) => (
            <Input
              {...control}
              value={value.reason}
              maxLength={500}
              onChange={({ target }) => onChange({ ...value, reason: target.value })}
            />
          )}
        </Field>
      </div>
      {onRemove && (
        <div>
          <Button size="small" onClick={onRemove}>
            {words.removeValue}
          </Button>
        </div>
      )}
    </div>
  );
}
