import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PolicySnapshot } from '#libs/policy';
import { api, versioned } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import type { Claim } from '../claims/claim-queries.ts';
import { useSnapshot } from '../policy.ts';
import { subjectColumns, type SubjectColumn } from './subject-columns.ts';
import { SubjectEditor } from './subject-editor.tsx';
import { subjectWords } from './words.ts';

type Subject = components['schemas']['SubjectResponse'];
type SubjectList = components['schemas']['SubjectList'];

interface SubjectsProps {
  readonly claim: Claim;
  readonly isEditable: boolean;
}

/** What is asked of each; undefined while the policy or the list is read. */
function useColumns(
  claim: Claim,
  asked: SubjectList | undefined,
  policy: PolicySnapshot | undefined,
): readonly SubjectColumn[] | undefined {
  const language = useLanguage();
  const rule = policy?.subsidies[claim.subsidy];
  const { basis, payeeKind } = claim;
  if (!asked || !policy || !rule || (basis !== 'list' && basis !== 'unit')) return undefined;
  return subjectColumns({ basis, payeeKind, rule, groups: policy.groups, needs: asked.needs, may: asked.may }, language);
}

/** 人员名单 or 单位 of a claim without a class: who they are, masked, what is declared of each, and whom the money goes to. */
export function Subjects({ claim, isEditable }: SubjectsProps) {
  const words = useWords(subjectWords);
  const [isEditing, setEditing] = useState(false);
  const {
    data: seen,
    error,
    refetch,
  } = useQuery({
    queryKey: ['claims', claim.id, 'subjects'],
    queryFn: () => versioned(api.GET('/v1/claims/{id}/subjects', { params: { path: { id: claim.id } } })),
  });
  const data = seen?.data;
  const { basis, payeeKind } = claim;
  const policy = useSnapshot(claim.snapshotHash);
  const columns = useColumns(claim, data, policy.data);
  return (
    <section className="kbt-card" aria-labelledby="kbt-subjects">
      <h2 id="kbt-subjects">{basis === 'unit' ? words.units : words.list}</h2>
      <p className="kbt-hint">{words.paidTo[payeeKind]}</p>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      <AskAgain queries={[policy]} />
      {(!data || policy.isLoading) && !error && <Loading rows={3} />}
      {data && columns && !isEditing && (
        <>
          {data.items.length === 0 ? <p>{words.none}</p> : <SubjectTable subjects={data.items} columns={columns} claim={claim} />}
          {isEditable && (
            <Button type={data.items.length === 0 ? 'primary' : 'default'} onClick={() => setEditing(true)}>
              {data.items.length === 0 ? words.edit : words.replace}
            </Button>
          )}
        </>
      )}
      {isEditing && columns && (
        <>
          <Alert type="info" showIcon className="kbt-error" title={words.replaceHint} />
          <SubjectEditor
            claimId={claim.id}
            version={seen?.version}
            columns={columns}
            onSaved={() => setEditing(false)}
            onCancel={() => setEditing(false)}
          />
        </>
      )}
    </section>
  );
}

interface SubjectTableProps extends Pick<SubjectsProps, 'claim'> {
  readonly subjects: readonly Subject[];
  readonly columns: readonly SubjectColumn[];
}

function SubjectTable({ subjects, columns, claim: { basis, payeeKind } }: SubjectTableProps) {
  const words = useWords(subjectWords);
  const facts = columns.filter(({ path }) => path.startsWith('facts/'));
  const shown = ({ options }: SubjectColumn, value: unknown): string => {
    if (value === undefined || value === null || value === false) return '';
    if (value === true) return words.yes;
    const labelOf = (code: unknown): string => options?.find((one) => one.value === code)?.label ?? String(code);
    return Array.isArray(value) ? value.map(labelOf).join('、') : labelOf(value);
  };
  return (
    <DataTable<Subject>
      caption={basis === 'unit' ? words.units : words.list}
      rows={subjects}
      rowKey={({ id }) => id}
      columns={[
        { key: 'number', title: words.number, align: 'right', render: ({ ordinal }) => ordinal },
        { key: 'name', title: basis === 'unit' ? words.unitName : words.name, isHeader: true, render: ({ name }) => name },
        ...(basis === 'list'
          ? [
              {
                key: 'id',
                title: words.idNumber,
                render: ({ maskedIdNumber }: Subject) => <span className="kbt-number">{maskedIdNumber}</span>,
              },
              { key: 'reference', title: words.reference, render: ({ reference }: Subject) => reference },
            ]
          : []),
        { key: 'period', title: words.period, render: ({ period }) => (period === null ? '' : `${period.from} — ${period.to}`) },
        ...facts.map((column) => ({
          key: column.path,
          title: column.label,
          render: (of: Subject) => shown(column, of.facts[column.path.slice('facts/'.length)]),
        })),
        ...(payeeKind === 'subject' ? [{ key: 'account', title: words.payee, render: ({ account }: Subject) => account }] : []),
      ]}
    />
  );
}
