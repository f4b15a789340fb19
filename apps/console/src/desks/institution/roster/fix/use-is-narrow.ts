import { useSyncExternalStore } from 'react';

/** The width below which tables are cards. */
const narrow = matchMedia('(width < 640px)');

/** Whether the screen is a telephone's. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener);
      return () => narrow.removeEventListener('change', listener);
    },
    () => narrow.matches,
  );
}
