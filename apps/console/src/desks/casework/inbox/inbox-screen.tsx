import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { Page } from '../../../components/page.tsx';
import { countsQuery, inboxQuery, type InboxItem } from '../api.ts';
import { inboxWords } from '../words.ts';
import { BulkBar } from './bulk-bar.tsx';
import { InboxFilters } from './inbox-filters.tsx';
import { InboxList } from './inbox-list.tsx';
import { TaskPreview } from './task-preview.tsx';
import { useInboxPlace } from './use-inbox-place.ts';
import { useNearBuckets } from './use-near-buckets.ts';
import './inbox.css';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** The queue of the day: what waits on the left, what one looks at on the right. */
export function InboxScreen() {
  const words = useWords(inboxWords);
  const { place, taskId, change } = useInboxPlace();
  const counts = useQuery(countsQuery).data;
  const query = useInfiniteQuery(inboxQuery(place));
  useNearBuckets(place, query.isSuccess);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const placeKey = JSON.stringify(place);
  useEffect(() => setSelected(new Set()), [placeKey]);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const looked = items.find(({ id }) => id === taskId);
  const isFiltered = place.bucket !== undefined || place.stage !== undefined;
  const why = isFiltered ? words.emptyFiltered : place.view === 'done' ? words.emptyDone : words.empty(counts?.doneToday ?? 0);
  return (
    <Page
      title={words.title}
      lead={counts && words.lead(counts.doneToday)}
      actions={<SheetLink href={`/v1/tasks.xlsx?${new URLSearchParams({ ...place }).toString()}`} of={words.title} />}
    >
      <InboxFilters place={place} counts={counts} onChange={change} />
      <div className="kbt-inbox">
        <section aria-label={words.list} className="kbt-inbox-list">
          <BulkBar items={items.filter(({ id }) => selected.has(id))} onClear={() => setSelected(new Set())} />
          <KeysetList<InboxItem>
            query={query}
            empty={<EmptyState why={why} {...(isFiltered ? { next: { to: '/inbox', label: words.clear } } : {})} />}
          >
            {(shown) => (
              <InboxList
                items={shown}
                taskId={taskId}
                selected={selected}
                onLook={(id) => change({ task: id }, true)}
                onSelect={setSelected}
              />
            )}
          </KeysetList>
        </section>
        <section className="kbt-inbox-preview kbt-card" aria-live="polite">
          {taskId === undefined ? <p className="kbt-hint">{words.pick}</p> : <TaskPreview key={taskId} id={taskId} listed={looked} />}
        </section>
      </div>
    </Page>
  );
}
