import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { filtersQuery, type InboxPlace } from '../api.ts';
import { inboxWords } from '../words.ts';
import { queryOf } from './use-inbox-place.ts';

/** Filters kept on the server under a name, one's own and the office's: each is a link. */
export function SavedFilters({ place }: { readonly place: InboxPlace }) {
  const words = useWords(inboxWords);
  const queries = useQueryClient();
  const filters = useQuery(filtersQuery).data?.items ?? [];
  const [isOpen, setOpen] = useState(false);
  const refresh = (): void => void queries.invalidateQueries({ queryKey: filtersQuery.queryKey });
  const remove = useAct(
    (id: string, headers) => answer(api.DELETE('/v1/inbox/filters/{id}', { params: { path: { id } }, headers })),
    refresh,
  );
  return (
    <div className="kbt-saved">
      {filters.length > 0 && (
        <ul aria-label={words.savedFilters}>
          {filters.map(({ id, name, query, isShared, isMine }) => (
            <li key={id}>
              <Link to={`/inbox?${query}`}>
                {name}
                {isShared && <span className="kbt-hint">（{words.shared}）</span>}
              </Link>
              {isMine && (
                <button type="button" className="kbt-plain" aria-label={words.remove(name)} onClick={() => remove.mutate(id)}>
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Popover
        open={isOpen}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        content={
          <SaveForm
            query={queryOf(place)}
            onSaved={() => {
              setOpen(false);
              refresh();
            }}
          />
        }
      >
        <Button type="text">{words.saveFilter}</Button>
      </Popover>
    </div>
  );
}

function SaveForm({ query, onSaved }: { readonly query: string; readonly onSaved: () => void }) {
  const words = useWords(inboxWords);
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useAct(
    (input: { readonly name: string; readonly query: string; readonly isShared: boolean }, headers) =>
      answer(api.POST('/v1/inbox/filters', { body: input, headers })),
    onSaved,
  );
  return (
    <form
      className="kbt-save-filter"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name, query, isShared });
      }}
    >
      {save.error && <ErrorAlert error={save.error} />}
      <label htmlFor="kbt-filter-name">{words.filterName}</label>
      <Input id="kbt-filter-name" required maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
      <Checkbox checked={isShared} onChange={(event) => setShared(event.target.checked)}>
        {words.share}
      </Checkbox>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {words.save}
      </Button>
    </form>
  );
}
