import { useEffect, useRef } from 'react';
import type { Bilingual } from '../../desks/desk.ts';
import { addShortcut } from './keys-store.ts';

/** A key that does something while the component is shown; told in the help on `?`. Legal acts (refusing, signing, paying) get none. */
export function useShortcut(keys: string, label: Bilingual, run: () => void, isOn = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const { zh, en } = label;
  useEffect(() => (isOn ? addShortcut({ keys, zh, en, run: () => latest.current() }) : undefined), [keys, zh, en, isOn]);
}
