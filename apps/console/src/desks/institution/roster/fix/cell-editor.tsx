import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { isComposing } from './keys.ts';

/** Characters a cell takes on the screen; the server's own limit. */
export const LONGEST_VALUE = 200;

/** Where one goes from the cell: `blur` is a click elsewhere, `here` gives up what was typed. */
export type Leave = 'blur' | 'here' | 'down' | 'right' | 'left' | 'next-finding' | 'previous-finding';

interface CellEditorProps {
  readonly label: string;
  readonly value: string;
  /** Shown while nothing is typed: what a masked cell asks for. */
  readonly placeholder: string | undefined;
  readonly describedBy: string;
  /** The typed text, and where to go then; undefined: nothing was typed, or it is given up. */
  readonly onLeave: (typed: string | undefined, leave: Leave) => void;
  /** Several cells at once: they are laid over the grid instead. */
  readonly onPasteCells: (text: string) => void;
}

function leaveOf({ key, shiftKey }: KeyboardEvent): Leave | undefined {
  if (key === 'Escape') return 'here';
  if (key === 'Enter') return 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  if (key === 'F8') return shiftKey ? 'previous-finding' : 'next-finding';
  return undefined;
}

/** The text of one cell while it is edited: Enter, Tab and F8 keep it, Escape does not, an input method composes undisturbed. */
export function CellEditor({ label, value, placeholder, describedBy, onLeave, onPasteCells }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const hasLeft = useRef(false);
  const isTouched = useRef(false);
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  const leave = (typed: string, to: Leave): void => {
    if (hasLeft.current) return;
    hasLeft.current = true;
    onLeave(isTouched.current ? typed : undefined, to);
  };
  return (
    <input
      ref={input}
      className="kbt-fix-editor"
      aria-label={label}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck={false}
      maxLength={LONGEST_VALUE}
      defaultValue={value}
      placeholder={placeholder}
      onBlur={({ target }) => leave(target.value, 'blur')}
      onInput={() => (isTouched.current = true)}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (!/[\t\r\n]/.test(text.trimEnd())) return;
        event.preventDefault();
        hasLeft.current = true;
        onPasteCells(text);
      }}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        const to = leaveOf(event);
        if (to === undefined) return;
        event.preventDefault();
        if (to === 'here') isTouched.current = false;
        leave(event.currentTarget.value, to);
      }}
    />
  );
}
