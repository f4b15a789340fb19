import { useQuery } from '@tanstack/react-query';
import { factFields } from '#libs/policy';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { worded } from '../../../components/case-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { factCodeWords } from '../../../components/fact-words.ts';
import { Loading } from '../../../components/loading.tsx';
import { MarkButton } from './mark-button.tsx';
import { reviewWords } from './words.ts';

type Subject = components['schemas']['SubjectResponse'];

/** Whom a claim without a class is about, masked, and what was declared of each; every row can be commented on. */
export function SubjectFacts({ claimId }: { readonly claimId: string }) {
  const words = useWords(reviewWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['claims', claimId, 'subjects'],
    queryFn: () => answer(api.GET('/v1/claims/{id}/subjects', { params: { path: { id: claimId } } })),
  });
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  if (data.items.length === 0) return <p>{words.emptyRoster}</p>;
  return (
    <DataTable<Subject>
      caption={words.subjects}
      rows={data.items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'number', title: '#', align: 'right', render: ({ ordinal }) => ordinal },
        { key: 'name', title: words.name, isHeader: true, render: ({ name }) => name },
        { key: 'id', title: words.idNumber, render: ({ maskedIdNumber }) => <span className="kbt-number">{maskedIdNumber}</span> },
        { key: 'facts', title: words.declared, render: (subject) => <Declared subject={subject} /> },
        { key: 'account', title: words.payee, render: ({ account }) => <span className="kbt-number">{account}</span> },
        {
          key: 'mark',
          title: words.action,
          render: ({ ordinal }) => <MarkButton anchor={{ row: ordinal }} place={words.place.row(ordinal)} />,
        },
      ]}
    />
  );
}

function Declared({ subject: { facts, reference, period } }: { readonly subject: Subject }) {
  const words = useWords(reviewWords);
  const codes = useWords(factCodeWords);
  const language = useLanguage();
  const labelOf = (name: string): string =>
    Object.hasOwn(factFields, name) ? factFields[name as keyof typeof factFields][language] : name;
  const textOf = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return Array.isArray(value) ? value.map(textOf).join('、') : worded(codes, String(value));
  };
  return (
    <ul>
      {reference !== null && <li>{words.declaredLine(words.reference, reference)}</li>}
      {period !== null && <li>{words.declaredLine(words.period, `${period.from} — ${period.to}`)}</li>}
      {Object.entries(facts).map(([name, value]) => (
        <li key={name}>{words.declaredLine(labelOf(name), textOf(value))}</li>
      ))}
    </ul>
  );
}
