import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { FilingChanges } from '../../../components/filing-changes/filing-changes.tsx';
import { changeWords } from '../../../components/filing-changes/words.ts';
import { Loading } from '../../../components/loading.tsx';
import type { TaskDetail } from '../api.ts';
import { filingQuery } from './case-queries.ts';

interface FilingChangesFactsProps {
  readonly task: TaskDetail;
  readonly classId: string;
  readonly kind: 'opening' | 'completion';
}

/** The submission that is reviewed beside an earlier one: the one that was last returned, unless another is chosen. */
export function FilingChangesFacts({ task, classId, kind }: FilingChangesFactsProps) {
  const words = useWords(changeWords);
  const { data, error, refetch } = useQuery(filingQuery(classId, kind));
  const [chosen, setChosen] = useState<number>();
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  const [present, ...earlier] = [...data.versions].sort((a, b) => b.version - a.version);
  if (!present || earlier.length === 0) return <p>{words.first}</p>;
  const returnedAt = task.decisions.find(({ stage, action }) => stage === kind && action === 'return')?.at;
  const returned = earlier.find(({ submittedAt }) => returnedAt !== undefined && submittedAt < returnedAt);
  const from = chosen ?? (returned ?? earlier[0])?.version ?? 1;
  return (
    <>
      <p className="kbt-generator">
        <label htmlFor="kbt-compare">{words.against}</label>
        <Select
          id="kbt-compare"
          value={from}
          onChange={setChosen}
          options={earlier.map(({ version }) => ({ value: version, label: words.compare(version) }))}
        />
        <span>→ {words.compare(present.version)}</span>
      </p>
      <FilingChanges classId={classId} kind={kind} from={from} to={present.version} />
    </>
  );
}
