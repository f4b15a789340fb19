import { useCallback, useState } from 'react';
import { useMe } from './session.ts';

/** What must not stay in a browser: numbers as long as those of identity cards, phones and bank accounts. */
const PERSONAL = /\d{11,}[\dXx]?/g;

function read(key: string): unknown {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as unknown);
  } catch {
    return undefined;
  }
}

/**
 * State that outlives a sign-in and an accidental reload of this tab, for the same account only; gone with the tab. Long numbers are left out.
 * @param name what it is a draft of, e.g. `decision/<task id>`.
 */
export function useDraft<T>(name: string, initial: T): readonly [T, (value: T) => void, () => void] {
  const key = `kaibantong.draft.${useMe().accountId}.${name}`;
  const [state, setState] = useState<{ readonly key: string; readonly value: T }>(() => ({
    key,
    value: (read(key) as T | undefined) ?? initial,
  }));
  const current = state.key === key ? state.value : ((read(key) as T | undefined) ?? initial);
  const set = useCallback(
    (value: T) => {
      setState({ key, value });
      try {
        sessionStorage.setItem(key, JSON.stringify(value).replaceAll(PERSONAL, ''));
      } catch {
        // Without storage the draft lives as long as the page.
      }
    },
    [key],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(key);
    setState({ key, value: initial });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the first value is a constant of the caller
  }, [key]);
  return [current, set, forget];
}
