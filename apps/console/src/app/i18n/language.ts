import { useSyncExternalStore } from 'react';

export type Language = 'zh' | 'en';

const KEY = 'kaibantong.language';
const listeners = new Set<() => void>();

function remembered(): Language {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === 'zh' || kept === 'en') return kept;
  } catch {
    // A browser that keeps nothing asks each time.
  }
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

let current = remembered();
document.documentElement.lang = current === 'en' ? 'en' : 'zh-CN';

/** The language of the moment, outside of components: for requests. */
export function languageNow(): Language {
  return current;
}

/** Switches the language of everything on the page; nothing is loaded again and nothing typed is lost. */
export function switchLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // It holds for this page at least.
  }
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
