import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../app/i18n/define-words.ts';
import { ErrorAlert } from './error-alert.tsx';
import { Loading } from './loading.tsx';
import { componentWords } from './words.ts';

interface KeysetListProps<Item> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Item[]; readonly nextCursor?: string | null }>>;
  /** Shown when there is nothing: why, and what next. */
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** Pages of a list, one after the other: loading, empty, error and "show more" in one place. */
export function KeysetList<Item>({ query, empty, children }: KeysetListProps<Item>) {
  const words = useWords(componentWords);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  if (isPending) return <Loading />;
  if (!data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <>{empty}</>;
  return (
    <>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {children(items)}
      <p className="kbt-list-foot">
        {hasNextPage ? words.shown(items.length) : words.all(items.length)}
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </p>
    </>
  );
}
