import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import type { ListedValue } from './queries.ts';
import { useFollow } from './use-follow.ts';
import { groupName, groupOf, valueName } from './value-names.ts';
import { valueShown } from './value-shown.tsx';
import { KindTag } from './kind-tag.tsx';
import { policyWords } from './words.ts';

/** What the policy itself calls things: its subsidies, its groups of people. */
export interface PolicyNames {
  readonly subsidies: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

interface ValueListProps {
  readonly values: readonly ListedValue[];
  readonly names: PolicyNames;
  readonly selected: string | undefined;
  /** The clause the reader of the document stands in. */
  readonly clause: string | undefined;
  readonly onSelect: (path: string) => void;
  /** The reader has scrolled to another value. */
  readonly onTop: (path: string) => void;
}

const idOf = (path: string): string => `kbt-value${path.replaceAll('/', '-')}`;

function grouped(values: readonly ListedValue[]): readonly (readonly [group: string, values: readonly ListedValue[]])[] {
  const groups = new Map<string, ListedValue[]>();
  for (const value of values) {
    const group = groupOf(value.path);
    groups.set(group, [...(groups.get(group) ?? []), value]);
  }
  return [...groups];
}

/** 数值: every value with its tag; one tab stop, arrows go from value to value. */
export function ValueList({ values, names, selected, clause, onSelect, onTop }: ValueListProps) {
  const words = useWords(policyWords);
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const follow = useFollow(list, (top) => onTop(top.dataset['path'] ?? ''), '[data-path]');
  const groups = useMemo(() => grouped(values), [values]);
  const order = useMemo(() => groups.flatMap(([, some]) => some), [groups]);
  useEffect(() => {
    const row = selected === undefined ? null : document.getElementById(idOf(selected));
    if (row) follow.bring(row, 'nearest');
  }, [selected, follow]);
  useEffect(() => {
    const row = clause === undefined ? undefined : order.find((one) => one.kind === 'stated' && one.clause === clause);
    const found = row && document.getElementById(idOf(row.path));
    if (found) follow.bring(found, 'start');
  }, [clause, follow, order]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = order.findIndex(({ path }) => path === selected);
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: order.length - 1 }[event.key];
    const next = to === undefined ? undefined : order[to];
    if (!next) return;
    event.preventDefault();
    onSelect(next.path);
  };
  return (
    <div
      className="kbt-values"
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={words.values}
      aria-activedescendant={selected !== undefined && order.some(({ path }) => path === selected) ? idOf(selected) : undefined}
      onKeyDown={onKeyDown}
    >
      {groups.map(([group, some]) => (
        <div key={group} role="group" aria-label={groupName(group, language, names.subsidies)}>
          <div className="kbt-value-group" aria-hidden="true">
            {groupName(group, language, names.subsidies)}
          </div>
          {some.map((value) => (
            <div
              key={value.path}
              id={idOf(value.path)}
              data-path={value.path}
              role="option"
              aria-selected={value.path === selected}
              className={value.clause !== null && value.clause === clause ? 'kbt-value kbt-value-here' : 'kbt-value'}
              onClick={() => onSelect(value.path)}
            >
              <span className="kbt-value-name">{valueName(value.path, language)}</span>
              <span className="kbt-value-shown">{valueShown(value.value, value.path, language, names.groups)}</span>
              <span className="kbt-value-source">
                <KindTag kind={value.kind} />
                <span className="kbt-hint" lang="zh-CN">
                  {value.clause ?? value.amb ?? ''}
                </span>
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
