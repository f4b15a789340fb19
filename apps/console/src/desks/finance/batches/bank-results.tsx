import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Field } from '../../../components/field.tsx';
import { financeWords } from '../words.ts';
import { readResults, type TypedResult } from './read-results.ts';

/** 银行回单: pasted, previewed line by line, then booked; what does not match is shown and never booked. */
export function BankResults({ batchId }: { readonly batchId: string }) {
  const words = useWords(financeWords);
  const [text, setText] = useState('');
  const [badLine, setBadLine] = useState<number>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const params = { path: { id: batchId } };
  const preview = useMutation({
    mutationFn: (results: readonly TypedResult[]) =>
      answer(api.POST('/v1/payment-batches/{id}/results/preview', { params, body: { results: [...results] } })),
  });
  const book = useAct(
    (results: readonly TypedResult[], headers) =>
      answer(api.POST('/v1/payment-batches/{id}/results', { params, headers, body: { results: [...results] } })),
    ({ applied }) => {
      setText('');
      preview.reset();
      void message.success(words.imported(applied));
      void queries.invalidateQueries({ queryKey: ['payment-batches'] });
      void queries.invalidateQueries({ queryKey: ['payment-orders'] });
    },
  );
  const look = (): void => {
    const read = readResults(text);
    setBadLine('badLine' in read ? read.badLine : undefined);
    if ('results' in read && read.results.length > 0) preview.mutate(read.results);
  };
  const matched = preview.data?.items ?? [];
  const applicable = matched.filter(({ match }) => match === 'apply').length;
  return (
    <section className="kbt-card" aria-labelledby="kbt-results">
      <h2 id="kbt-results">{words.results}</h2>
      <Field
        id="bank-results"
        label={words.resultsLabel}
        hint={words.resultsHint}
        error={badLine === undefined ? undefined : words.badLine(badLine)}
      >
        {(control) => <Input.TextArea {...control} rows={4} value={text} onChange={({ target }) => setText(target.value)} />}
      </Field>
      <div className="kbt-submit">
        <Button loading={preview.isPending} disabled={text.trim() === ''} onClick={look}>
          {words.preview}
        </Button>
        {applicable > 0 && preview.variables && (
          <Button type="primary" loading={book.isPending} onClick={() => book.mutate(preview.variables)}>
            {words.import(applicable)}
          </Button>
        )}
      </div>
      {(preview.error ?? book.error) && <ErrorAlert error={preview.error ?? book.error} />}
      {matched.length > 0 && (
        <DataTable
          caption={words.results}
          rows={matched}
          rowKey={({ line }) => String(line)}
          rowClassName={({ match }) => (match === 'apply' || match === 'repeated' ? undefined : 'kbt-row-bad')}
          columns={[
            { key: 'line', title: words.line, render: ({ line }) => line },
            { key: 'key', title: words.key, isHeader: true, render: ({ key }) => <code>{key}</code> },
            { key: 'outcome', title: words.outcome, render: ({ outcome }) => words[outcome] },
            { key: 'match', title: words.match, render: ({ match }) => words[match] },
          ]}
        />
      )}
    </section>
  );
}
