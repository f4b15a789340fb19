import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { api, ifMatch, versioned, type Versioned } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { Roster } from './roster.ts';
import { rosterWords } from './words.ts';

type Finding = components['schemas']['RosterFindingResponse'];

/** A long list of findings is mended in the workbook, not on the screen. */
const SHOWN = 200;

interface FindingsProps {
  readonly roster: Versioned<Roster>;
  readonly onSettled: (roster: Versioned<Roster>) => void;
}

/** What the file says, row by row with the remedy, and the three ways on: confirm, confirm a part, discard. */
export function Findings({ roster, onSettled }: FindingsProps) {
  const words = useWords(rosterWords);
  const { data, version } = roster;
  const [onlyErrors, setOnlyErrors] = useState(data.errorRows > 0);
  const settle = useAct((act: 'confirm' | 'partial' | 'discard', headers) => {
    const options = { params: { path: { id: data.id } }, headers: { ...headers, ...ifMatch(version) } };
    return versioned<Roster>(
      act === 'discard'
        ? api.DELETE('/v1/rosters/{id}', options)
        : api.POST('/v1/rosters/{id}/confirm', { ...options, body: { partial: act === 'partial' } }),
    );
  }, onSettled);
  const findings = data.findings.filter(({ severity }) => !onlyErrors || severity === 'error');
  return (
    <section className="kbt-card" aria-labelledby="kbt-findings">
      <h2 id="kbt-findings">{words.result}</h2>
      <p className="kbt-tags">
        <StatusTag tone="neutral">{words.rows(data.rows)}</StatusTag>
        <StatusTag tone="good">{words.valid(data.validRows)}</StatusTag>
        {data.errorRows > 0 && <StatusTag tone="bad">{words.errors(data.errorRows)}</StatusTag>}
        {data.warningRows > 0 && <StatusTag tone="attention">{words.warnings(data.warningRows)}</StatusTag>}
      </p>
      {settle.error && <ErrorAlert error={settle.error} />}
      {data.blocked && <Alert type="error" showIcon className="kbt-error" title={words.blocked} />}
      {data.findings.length > 0 && (
        <>
          <p>
            <a href={`/v1/rosters/${data.id}/annotated`} download>
              {words.annotated}
            </a>
            <span className="kbt-hint kbt-line">{words.annotatedHint}</span>
          </p>
          {data.errorRows > 0 && data.warningRows > 0 && (
            <Checkbox checked={onlyErrors} onChange={({ target }) => setOnlyErrors(target.checked)}>
              {words.onlyErrors}
            </Checkbox>
          )}
          <FindingTable findings={findings.slice(0, SHOWN)} />
        </>
      )}
      <div className="kbt-submit">
        {data.errorRows === 0 && (
          <Button type="primary" loading={settle.isPending} disabled={data.blocked} onClick={() => settle.mutate('confirm')}>
            {words.confirm(data.validRows)}
          </Button>
        )}
        {data.errorRows > 0 && data.validRows > 0 && !data.blocked && (
          <Button loading={settle.isPending} onClick={() => settle.mutate('partial')}>
            {words.confirmPartial(data.validRows)}
          </Button>
        )}
        <Button type="text" disabled={settle.isPending} onClick={() => settle.mutate('discard')}>
          {words.discard}
        </Button>
      </div>
    </section>
  );
}

function FindingTable({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const columns: readonly Column<Finding>[] = [
    {
      key: 'place',
      title: words.place,
      isHeader: true,
      render: ({ row, column }) => (row === 0 ? words.whole : column === null ? words.row(row) : words.cell(column, row)),
    },
    { key: 'field', title: words.field, render: ({ title }) => title ?? '—' },
    { key: 'problem', title: words.problem, render: ({ message, messageEn }) => (language === 'en' ? messageEn : message) },
    ...(language === 'en' ? [] : [{ key: 'remedy', title: words.remedy, render: ({ remedy }: Finding) => remedy }]),
  ];
  return (
    <DataTable
      caption={words.result}
      columns={columns}
      rows={findings}
      rowKey={({ row, code, column }) => `${row}-${column ?? ''}-${code}`}
      rowClassName={({ severity }) => (severity === 'error' ? 'kbt-row-bad' : undefined)}
    />
  );
}
