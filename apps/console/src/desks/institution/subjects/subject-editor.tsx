import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, ifMatch } from '../../../api/client.ts';
import { problemOf } from '../../../api/problem-error.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { ErrorSummary, useFindingsOf } from '../../../components/error-summary.tsx';
import { PasteSubjects } from './paste-subjects.tsx';
import type { SubjectColumn } from './subject-columns.ts';
import { SubjectField } from './subject-field.tsx';
import { subjectOf, type GivenSubject, type SubjectRow } from './subject-rows.ts';
import { subjectWords } from './words.ts';

interface SubjectEditorProps {
  readonly claimId: string;
  /** Of the claim whose list is replaced. */
  readonly version: number | undefined;
  readonly columns: readonly SubjectColumn[];
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** So many rows are drawn at once; a long list is pasted, not typed. */
const DRAWN = 20;
const EMPTY: SubjectRow = {};

/** `/subjects/3/facts/level` is the field `subject-3-facts/level`. */
const fieldIdOf = (pointer: string): string | undefined => {
  const [, row, path] = /^\/subjects\/(\d+)\/(.+)$/.exec(pointer) ?? [];
  return row === undefined || path === undefined ? undefined : `subject-${row}-${path}`;
};

/** Whom the claim is about, all of them at once: typed row by row or read from a spreadsheet; saved as a whole or not at all. */
export function SubjectEditor({ claimId, version, columns, onSaved, onCancel }: SubjectEditorProps) {
  const words = useWords(subjectWords);
  const queries = useQueryClient();
  // Kept in memory alone: identity numbers and accounts stay in no storage of the browser.
  const [rows, setRows] = useState<readonly SubjectRow[]>([EMPTY]);
  const [drawn, setDrawn] = useState(DRAWN);
  const [attempt, setAttempt] = useState(0);
  const save = useAct(
    (subjects: GivenSubject[], headers) =>
      answer(
        api.PUT('/v1/claims/{id}/subjects', {
          params: { path: { id: claimId } },
          body: { subjects },
          headers: { ...headers, ...ifMatch(version) },
        }),
      ),
    () => {
      void queries.invalidateQueries({ queryKey: ['claims'] });
      onSaved();
    },
  );
  const findings = useFindingsOf(save.error, fieldIdOf);
  const isFault = save.error !== null && (problemOf(save.error).status === 0 || problemOf(save.error).status >= 500);
  const change = (at: number, path: string, value: string): void =>
    setRows(rows.map((row, index) => (index === at ? { ...row, [path]: value } : row)));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        save.mutate(rows.map((row) => subjectOf(row, columns)));
      }}
    >
      {isFault ? <ErrorAlert error={save.error} /> : <ErrorSummary findings={save.isPending ? [] : findings} attempt={attempt} />}
      <PasteSubjects columns={columns} onRead={setRows} />
      {rows.slice(0, drawn).map((row, at) => (
        // A row has no name of its own before it is saved; its place is what findings point at.
        <fieldset key={at} className="kbt-card">
          <legend>{words.row(at + 1)}</legend>
          <div className="kbt-fields">
            {columns.map((column) => {
              const id = `subject-${at}-${column.path}`;
              return (
                <SubjectField
                  key={column.path}
                  id={id}
                  column={column}
                  value={row[column.path] ?? ''}
                  error={findings.find(({ fieldId }) => fieldId === id)?.text}
                  onChange={(value) => change(at, column.path, value)}
                />
              );
            })}
          </div>
          {rows.length > 1 && (
            <Button size="small" type="text" onClick={() => setRows(rows.filter((_, index) => index !== at))}>
              {words.remove(at + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {rows.length > drawn && <Button onClick={() => setDrawn(drawn + DRAWN)}>{words.more(Math.min(DRAWN, rows.length - drawn))}</Button>}
      <p className="kbt-submit">
        <Button onClick={() => setRows([...rows, EMPTY])}>{words.add}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </p>
    </form>
  );
}
