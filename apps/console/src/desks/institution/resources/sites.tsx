import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Loading } from '../../../components/loading.tsx';
import { TextForm } from '../../../components/text-form.tsx';
import { sitesQuery } from '../queries.ts';
import { resourceWords } from './words.ts';

const empty = { name: '', address: '' };

/** Training sites of the institution. */
export function Sites() {
  const words = useWords(resourceWords);
  const sites = useQuery(sitesQuery);
  const { data, isPending } = sites;
  const [values, setValues] = useState(empty);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const add = useAct(
    (body: typeof empty, headers) => answer(api.POST('/v1/sites', { body, headers })),
    () => {
      setValues(empty);
      void message.success(words.saved);
      void queries.invalidateQueries({ queryKey: ['sites'] });
    },
  );
  return (
    <section className="kbt-card" aria-labelledby="kbt-sites">
      <h2 id="kbt-sites">{words.sites}</h2>
      {isPending && <Loading rows={3} />}
      <AskAgain queries={[sites]} />
      {data?.length === 0 && <EmptyState why={words.noSites} />}
      {data !== undefined && data.length > 0 && (
        <DataTable
          caption={words.sites}
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: words.siteName, isHeader: true, render: ({ name }) => name },
            { key: 'address', title: words.address, render: ({ address }) => address },
          ]}
        />
      )}
      <TextForm
        id="site"
        values={values}
        onChange={setValues}
        submit={words.addSite}
        isPending={add.isPending}
        error={add.error}
        onSubmit={() => add.mutate(values)}
        questions={[
          { name: 'name', label: words.siteName, maxLength: 100 },
          { name: 'address', label: words.address, maxLength: 200 },
        ]}
      />
    </section>
  );
}
