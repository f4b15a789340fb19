import { useSyncExternalStore } from 'react';

export interface Shortcut {
  /** `j`, `shift+x`, `ctrl+k`, or two after each other: `g i`. */
  readonly keys: string;
  readonly zh: string;
  readonly en: string;
  readonly run: () => void;
}

const KEY = 'kaibantong.keys';
const shortcuts = new Set<Shortcut>();
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
let areOn = remembered();
let prefix: { readonly key: string; readonly at: number } | undefined;

const PREFIX_MS = 1200;

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

function tell(): void {
  snapshot = [...shortcuts];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Adds a shortcut; answers how to take it away. */
export function addShortcut(shortcut: Shortcut): () => void {
  shortcuts.add(shortcut);
  tell();
  return () => {
    shortcuts.delete(shortcut);
    tell();
  };
}

/** Keys of one character can be switched off (WCAG 2.1.4); those with Ctrl stay. */
export function switchKeys(on: boolean): void {
  areOn = on;
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // It holds for this page at least.
  }
  tell();
}

export const useShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => snapshot);
export const useKeysAreOn = (): boolean => useSyncExternalStore(subscribe, () => areOn);

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function named(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && /^[a-z]$/.test(key) ? 'shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'ctrl+' : ''}${shift}${key}`;
}

/** Whether a key press is meant for a shortcut: not while an input method composes, not while typing, not behind a dialog. */
function isForUs(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.altKey) return false;
  const withControl = event.ctrlKey || event.metaKey;
  if (!withControl && (!areOn || isTyping(event.target))) return false;
  return document.querySelector('[role="dialog"]') === null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (!isForUs(event)) return;
  const name = named(event);
  const sequence = prefix && event.timeStamp - prefix.at < PREFIX_MS ? `${prefix.key} ${name}` : name;
  prefix = undefined;
  const found = [...shortcuts].findLast(({ keys }) => keys === sequence) ?? [...shortcuts].findLast(({ keys }) => keys === name);
  if (found) {
    event.preventDefault();
    found.run();
  } else if ([...shortcuts].some(({ keys }) => keys.startsWith(`${name} `))) {
    prefix = { key: name, at: event.timeStamp };
  }
}

document.addEventListener('keydown', onKeyDown);
