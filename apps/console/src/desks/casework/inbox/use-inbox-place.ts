import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { BUCKETS, VIEWS, type Bucket, type InboxPlace, type View } from '../api.ts';

const among = <T extends string>(all: readonly T[], value: string | null): T | undefined => all.find((one) => one === value);

/** The part of the inbox the address names, and the task that is looked at. A filter is a place: it can be sent, saved and gone back to. */
export function useInboxPlace() {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const place = useMemo((): InboxPlace => {
    const given = new URLSearchParams(text);
    const bucket = among<Bucket>(BUCKETS, given.get('bucket'));
    const stage = given.get('stage');
    return { view: among<View>(VIEWS, given.get('view')) ?? 'group', ...(bucket ? { bucket } : {}), ...(stage ? { stage } : {}) };
  }, [text]);
  const change = useCallback(
    (changes: Partial<Record<keyof InboxPlace | 'task', string | undefined>>, replace = false) => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace },
      );
    },
    [setSearch],
  );
  return { place, taskId: search.get('task') ?? undefined, change };
}

/** The address of a place, as saved filters keep it. */
export function queryOf({ view, bucket, stage }: InboxPlace): string {
  return new URLSearchParams({ view, ...(bucket ? { bucket } : {}), ...(stage ? { stage } : {}) }).toString();
}
