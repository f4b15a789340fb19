/** What a key asks of the grid. */
export type Command =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'edge'; readonly row?: 'first' | 'last'; readonly column?: 'first' | 'last' }
  | { readonly kind: 'page'; readonly by: -1 | 1 }
  | { readonly kind: 'finding'; readonly by: -1 | 1 }
  | { readonly kind: 'edit' | 'empty' | 'undo' };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, Command>> = {
  ArrowUp: { kind: 'move', rows: -1, columns: 0 },
  ArrowDown: { kind: 'move', rows: 1, columns: 0 },
  ArrowLeft: { kind: 'move', rows: 0, columns: -1 },
  ArrowRight: { kind: 'move', rows: 0, columns: 1 },
  Home: { kind: 'edge', column: 'first' },
  End: { kind: 'edge', column: 'last' },
  PageUp: { kind: 'page', by: -1 },
  PageDown: { kind: 'page', by: 1 },
  Enter: { kind: 'edit' },
  F2: { kind: 'edit' },
  Delete: { kind: 'empty' },
  Backspace: { kind: 'empty' },
};

const WITH_CONTROL: Readonly<Record<string, Command>> = {
  Home: { kind: 'edge', row: 'first', column: 'first' },
  End: { kind: 'edge', row: 'last', column: 'last' },
  ArrowUp: { kind: 'edge', row: 'first' },
  ArrowDown: { kind: 'edge', row: 'last' },
  z: { kind: 'undo' },
};

/** Whether an input method still composes: its keys are its own (keyCode 229 where a browser does not say isComposing). */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): Command | undefined {
  if (altKey) return undefined;
  if (key === 'F8') return { kind: 'finding', by: shiftKey ? -1 : 1 };
  if (ctrlKey || metaKey) return WITH_CONTROL[key.length === 1 ? key.toLowerCase() : key];
  return MOVES[key];
}
