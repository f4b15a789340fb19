import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useShortcut } from '../../../app/keys/use-shortcut.ts';
import type { InboxItem } from '../api.ts';
import { inboxWords } from '../words.ts';
import { TaskRow } from './task-row.tsx';

interface InboxListProps {
  readonly items: readonly InboxItem[];
  readonly taskId: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onLook: (id: string) => void;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** The rows, one tab stop for all of them: arrows or j and k move, Enter opens, x selects. */
export function InboxList({ items, taskId, selected, onLook, onSelect }: InboxListProps) {
  const words = useWords(inboxWords);
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const index = items.findIndex(({ id }) => id === taskId);
  const current = items[index];
  const moveTo = (to: number): void => {
    const item = items[Math.min(Math.max(to, 0), items.length - 1)];
    if (!item) return;
    onLook(item.id);
    list.current?.querySelector<HTMLElement>(`[data-task="${item.id}"]`)?.focus();
  };
  const open = (): void => {
    if (current) void navigate(`/tasks/${current.id}`);
  };
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  useShortcut('j', { zh: '下一件', en: 'Next task' }, () => moveTo(index + 1));
  useShortcut('k', { zh: '上一件', en: 'Previous task' }, () => moveTo(index - 1));
  useShortcut('Enter', { zh: '打开办理', en: 'Open the task' }, open, current !== undefined);
  useShortcut('x', { zh: '选择', en: 'Select' }, () => current && toggle(current.id));
  useKeepsScroll(list);
  return (
    <ul
      ref={list}
      className="kbt-tasks"
      aria-label={words.list}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        moveTo(index + (event.key === 'ArrowDown' ? 1 : -1));
      }}
    >
      {items.map((item, at) => (
        <TaskRow
          key={item.id}
          item={item}
          isCurrent={item.id === taskId}
          isTabStop={index < 0 ? at === 0 : item.id === taskId}
          isSelected={selected.has(item.id)}
          onLook={() => onLook(item.id)}
          onOpen={() => void navigate(`/tasks/${item.id}`)}
          onToggle={() => toggle(item.id)}
        />
      ))}
    </ul>
  );
}

let keptScroll = 0;

/** Coming back from a case, the list stands where it was left. */
function useKeepsScroll(list: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = list.current?.closest<HTMLElement>('.kbt-inbox-list');
    if (!box) return undefined;
    box.scrollTop = keptScroll;
    const remember = (): void => {
      keptScroll = box.scrollTop;
    };
    box.addEventListener('scroll', remember, { passive: true });
    return () => box.removeEventListener('scroll', remember);
  }, [list]);
}
