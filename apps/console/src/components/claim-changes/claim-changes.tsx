import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { factFields } from '#libs/policy';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';
import { useWords } from '../../app/i18n/define-words.ts';
import { useLanguage } from '../../app/i18n/language.ts';
import { Amount } from '../amount.tsx';
import { DataTable } from '../data-table.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { Loading } from '../loading.tsx';
import { claimChangeWords } from './words.ts';

type Changes = components['schemas']['ClaimChangesResponse'];
type Line = components['schemas']['LineChangeResponse'];

interface ClaimChangesProps {
  readonly claimId: string;
  /** The last submission; null: nothing was submitted. */
  readonly submittedVersion: number | null;
}

/** The last submission of a claim beside an earlier one: persons, facts, amounts, papers; only what differs. */
export function ClaimChanges({ claimId, submittedVersion }: ClaimChangesProps) {
  const words = useWords(claimChangeWords);
  const id = useId();
  const [chosen, setChosen] = useState<number>();
  if (submittedVersion === null || submittedVersion < 2) return <p>{words.first}</p>;
  const from = chosen ?? submittedVersion - 1;
  const earlier = Array.from({ length: submittedVersion - 1 }, (_, index) => submittedVersion - 1 - index);
  return (
    <>
      <p className="kbt-generator">
        <label htmlFor={id}>{words.against}</label>
        <Select
          id={id}
          value={from}
          onChange={setChosen}
          options={earlier.map((version) => ({ value: version, label: words.submission(version) }))}
        />
        <span>→ {words.submission(submittedVersion)}</span>
      </p>
      <Compared claimId={claimId} from={from} to={submittedVersion} />
    </>
  );
}

function Compared({ claimId, from, to }: { readonly claimId: string; readonly from: number; readonly to: number }) {
  const words = useWords(claimChangeWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['claims', claimId, 'changes', from, to],
    queryFn: () => answer(api.GET('/v1/claims/{id}/changes', { params: { path: { id: claimId }, query: { from, to } } })),
  });
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  if (data.lines.length + data.materials.length === 0) return <p role="status">{words.none}</p>;
  return (
    <>
      <p role="status">
        {words.total} <Amount value={data.before.value} /> → <Amount value={data.after.value} />
      </p>
      {data.lines.length > 0 && <LineChanges lines={data.lines} />}
      {data.materials.length > 0 && <MaterialChanges materials={data.materials} />}
    </>
  );
}

function LineChanges({ lines }: { readonly lines: readonly Line[] }) {
  const words = useWords(claimChangeWords);
  return (
    <>
      <h3>{words.lines}</h3>
      <DataTable<Line>
        caption={words.lines}
        rows={lines}
        rowKey={({ personId }) => personId}
        columns={[
          { key: 'name', title: words.name, isHeader: true, render: ({ name }) => <span className="kbt-number">{name}</span> },
          { key: 'id', title: words.idNumber, render: ({ maskedIdNumber }) => <span className="kbt-number">{maskedIdNumber}</span> },
          { key: 'change', title: words.change, render: ({ change }) => words.changes[change] },
          { key: 'before', title: words.before, align: 'right', render: ({ before }) => before && <Amount value={before.value} /> },
          { key: 'after', title: words.after, align: 'right', render: ({ after }) => after && <Amount value={after.value} /> },
          { key: 'facts', title: words.facts, render: (line) => <Facts facts={line.facts} /> },
        ]}
      />
    </>
  );
}

function Facts({ facts }: { readonly facts: Line['facts'] }) {
  const words = useWords(claimChangeWords);
  const language = useLanguage();
  const labelOf = (name: string): string => {
    if (name === 'fromMonth' || name === 'toMonth' || name === 'reference') return words[name];
    const field = Object.hasOwn(factFields, name) ? factFields[name as keyof typeof factFields] : undefined;
    return field?.[language] ?? name;
  };
  return (
    <ul>
      {facts.map(({ name, before, after }) => (
        <li key={name}>{words.fact(labelOf(name), before ?? words.nothing, after ?? words.nothing)}</li>
      ))}
    </ul>
  );
}

function MaterialChanges({ materials }: { readonly materials: Changes['materials'] }) {
  const words = useWords(claimChangeWords);
  const language = useLanguage();
  return (
    <>
      <h3>{words.materials}</h3>
      <ul className="kbt-lines">
        {materials.map(({ slot, title, titleEn, fileName, change }, index) => (
          <li key={`${slot}-${index}`}>
            {words.changes[change]}：{language === 'en' ? titleEn : title} {fileName}
          </li>
        ))}
      </ul>
    </>
  );
}
