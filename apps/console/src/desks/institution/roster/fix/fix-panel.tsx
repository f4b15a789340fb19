import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Versioned } from '../../../../api/client.ts';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../../components/error-alert.tsx';
import { Loading } from '../../../../components/loading.tsx';
import { TabPanels } from '../../../../components/tab-panels.tsx';
import type { Roster } from '../roster.ts';
import type { Editing } from './edits.ts';
import { FixRows } from './fix-rows.tsx';
import { InadmissibleRows } from './inadmissible-rows.tsx';
import { countRows, FindingsByPlace, rowsQuery, type RowState } from './rows.ts';
import { fixWords } from './words.ts';

interface FixPanelProps {
  readonly roster: Versioned<Roster>;
  readonly editing: Editing;
}

/** 在线更正: the rows of a waiting roster by what was found in them, each cell of them editable until they are judged again. */
export function FixPanel({ roster: { data, version }, editing }: FixPanelProps) {
  const words = useWords(fixWords);
  const counts = useMemo(() => countRows(data.rows, data.findings), [data.rows, data.findings]);
  const [chosen, setChosen] = useState<RowState>();
  const first = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'passed';
  const labels: Readonly<Record<RowState, string>> = {
    error: words.error(counts.error),
    warning: words.warning(counts.warning),
    passed: words.passed(counts.passed),
    'left-out': words.leftOut(data.leftOutRows),
  };
  const states: readonly RowState[] = data.leftOutRows > 0 ? ['error', 'warning', 'passed', 'left-out'] : ['error', 'warning', 'passed'];
  const active = chosen ?? first;
  return (
    <section aria-labelledby="kbt-fix-title">
      <h3 id="kbt-fix-title">{words.title}</h3>
      <p className="kbt-hint">{words.lead}</p>
      <InadmissibleRows findings={data.findings} edits={editing.edits} onChange={editing.change} />
      <TabPanels
        label={words.tabs}
        active={active}
        onChange={(key) => setChosen(key as RowState)}
        panels={states.map((state) => ({
          key: state,
          label: labels[state],
          content: (
            <RowsOf key={`${state}-${version ?? 0}`} state={state} label={labels[state]} roster={{ data, version }} editing={editing} />
          ),
        }))}
      />
    </section>
  );
}

function RowsOf({ state, label, roster, editing }: FixPanelProps & { readonly state: RowState; readonly label: string }) {
  const { data, version } = roster;
  const query = useQuery(rowsQuery(data.id, version, state));
  const findings = useMemo(() => new FindingsByPlace(data.findings), [data.findings]);
  if (query.error && !query.data) return <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={6} />;
  return <FixRows label={label} of={query.data} findings={findings} severity={state === 'error' ? 'error' : 'warning'} editing={editing} />;
}
