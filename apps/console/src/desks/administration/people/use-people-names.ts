import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { accountsQuery, type Account } from './queries.ts';

interface PeopleNames {
  readonly accounts: readonly Account[];
  readonly ofAccount: (id: string) => string | undefined;
  readonly ofPerson: (id: string) => string | undefined;
}

/** The names behind ids, as far as the accounts of the region are read. */
export function usePeopleNames(): PeopleNames {
  const { data } = useInfiniteQuery(accountsQuery);
  return useMemo(() => {
    const accounts = data?.pages.flatMap(({ items }) => items) ?? [];
    return {
      accounts,
      ofAccount: (id) => accounts.find(({ accountId }) => accountId === id)?.displayName,
      ofPerson: (id) => accounts.find(({ personId }) => personId === id)?.displayName,
    };
  }, [data]);
}
