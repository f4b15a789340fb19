import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { clockQuery } from '../../../api/clock-query.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { useDraft } from '../../../app/session/use-draft.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import type { Finding } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { Loading } from '../../../components/loading.tsx';
import { policiesQuery, type Policy } from '../policies/queries.ts';
import { OverlayValueFields, type TypedValue } from './overlay-value-fields.tsx';
import { ProposalForm } from './proposal-form.tsx';
import type { ReleaseRequest } from './queries.ts';
import { readValue } from './read-value.ts';
import { releaseWords } from './words.ts';

interface Draft {
  readonly policy: string | undefined;
  readonly from: string;
  readonly until: string;
  readonly values: readonly TypedValue[];
}

const AMB = /^AMB-\d{2}$/;
const SHORTEST = 5;
const emptyValue = (path?: string): TypedValue => ({ path, value: '', amb: '', reason: '' });
const bare = (region: string): string => region.replace(/(?:00)+$/, '');

/** What is not there yet, each with its field. */
function lacking(
  draft: Draft,
  words: Readonly<Record<'base' | 'from' | 'path' | 'newValue' | 'amb' | 'valueReason' | 'needed', string>>,
): readonly Finding[] {
  const need = (isThere: boolean, fieldId: string, name: string): readonly Finding[] =>
    isThere ? [] : [{ fieldId, text: `${name}：${words.needed}` }];
  return [
    ...need(draft.policy !== undefined, 'kbt-overlay-policy', words.base),
    ...need(draft.from !== '', 'kbt-overlay-from', words.from),
    ...draft.values.flatMap(({ path, value, amb, reason }, index) => [
      ...need(path !== undefined, `kbt-overlay-path-${index}`, words.path),
      ...need(value.trim() !== '', `kbt-overlay-value-${index}`, words.newValue),
      ...need(AMB.test(amb), `kbt-overlay-amb-${index}`, words.amb),
      ...need(reason.trim().length >= SHORTEST, `kbt-overlay-reason-${index}`, words.valueReason),
    ]),
  ];
}

function contentOf({ policy, from, until, values }: Draft): Omit<ReleaseRequest, 'reason'> {
  const overlay = {
    policy: policy ?? '',
    effectiveFrom: from,
    ...(until === '' ? {} : { effectiveTo: until }),
    values: values.map(({ path = '', value, amb, reason }) => ({ path, value: readValue(value, path), amb, reason: reason.trim() })),
  };
  // A value is whatever its place takes; the description says only that it is there.
  return { overlay: overlay as unknown as NonNullable<ReleaseRequest['overlay']> };
}

/** The fields a pointer of the server's findings leads to. */
function fieldIdOf(pointer: string): string | undefined {
  const [, index, name] = /values\/(\d+)\/(\w+)/.exec(pointer) ?? [];
  if (index !== undefined) return `kbt-overlay-${name ?? 'value'}-${index}`;
  if (pointer.startsWith('/overlay/policy')) return 'kbt-overlay-policy';
  return pointer.startsWith('/overlay/effective') ? 'kbt-overlay-from' : 'kbt-overlay-value-0';
}

interface OverlayFormProps {
  readonly policy: string | null;
  readonly path: string | null;
}

/** 县里确定数值: what the document leaves open, set by the county with a reason; never what it states. */
export function OverlayForm(props: OverlayFormProps) {
  const listed = useQuery(policiesQuery);
  const clock = useQuery(clockQuery);
  const { region } = useMe().office;
  if (!listed.data || !clock.data) return listed.error || clock.error ? <AskAgain queries={[listed, clock]} /> : <Loading />;
  const { today } = clock.data;
  const own = listed.data.filter(
    (one) => bare(region).startsWith(bare(one.region)) && (one.effectiveTo === null || one.effectiveTo >= today),
  );
  return <Form {...props} policies={own} />;
}

function Form({ policy, path, policies }: OverlayFormProps & { readonly policies: readonly Policy[] }) {
  const words = useWords(releaseWords);
  const base = policies.find(({ hash, packId }) => hash === policy || packId === policy) ?? policies[0];
  const [draft, setDraft, forget] = useDraft<Draft>(`overlay/${path ?? ''}`, {
    policy: base?.hash,
    from: '',
    until: '',
    values: [emptyValue(path ?? undefined)],
  });
  const [isAsked, setAsked] = useState(false);
  const findings = lacking(draft, words);
  const errorOf = (id: string): string | undefined => (isAsked ? findings.find(({ fieldId }) => fieldId === id)?.text : undefined);
  const setValue = (index: number, value: TypedValue | undefined): void =>
    setDraft({ ...draft, values: draft.values.flatMap((one, at) => (at === index ? (value ?? []) : one)) });
  return (
    <ProposalForm
      content={findings.length === 0 ? contentOf(draft) : undefined}
      findings={findings}
      fieldIdOf={fieldIdOf}
      onAsked={() => setAsked(true)}
      onDone={forget}
    >
      <Field id="kbt-overlay-policy" label={words.base} error={errorOf('kbt-overlay-policy')}>
        {(control) => (
          <Select
            {...control}
            value={draft.policy}
            onChange={(hash) => setDraft({ ...draft, policy: hash })}
            options={policies.map((one) => ({ value: one.hash, label: `${one.title}（${one.documentNumber}，${one.effectiveFrom}）` }))}
          />
        )}
      </Field>
      <div className="kbt-fields">
        <Field id="kbt-overlay-from" label={words.from} error={errorOf('kbt-overlay-from')}>
          {(control) => (
            <Input {...control} type="date" value={draft.from} onChange={({ target }) => setDraft({ ...draft, from: target.value })} />
          )}
        </Field>
        <Field id="kbt-overlay-until" label={words.until}>
          {(control) => (
            <Input {...control} type="date" value={draft.until} onChange={({ target }) => setDraft({ ...draft, until: target.value })} />
          )}
        </Field>
      </div>
      {draft.values.map((value, index) => (
        <OverlayValueFields
          key={index}
          index={index}
          policy={draft.policy}
          value={value}
          errorOf={errorOf}
          onChange={(next) => setValue(index, next)}
          {...(draft.values.length > 1 ? { onRemove: () => setValue(index, undefined) } : {})}
        />
      ))}
      <Button onClick={() => setDraft({ ...draft, values: [...draft.values, emptyValue()] })}>{words.addValue}</Button>
    </ProposalForm>
  );
}
