import { Input, Select } from 'antd';
import type { SetURLSearchParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage, type Language } from '../../../app/i18n/language.ts';
import type { ListedValue, ValueKind } from './queries.ts';
import type { PolicyNames } from './value-list.tsx';
import { groupName, groupOf, partNames, valueName } from './value-names.ts';
import { policyWords } from './words.ts';

const KINDS: readonly ValueKind[] = ['stated', 'chosen', 'missing'];

/** The values an address asks for: by source, by part, by words of name, clause or quote. */
export function filteredBy(
  values: readonly ListedValue[],
  search: URLSearchParams,
  { language, names }: { readonly language: Language; readonly names: PolicyNames },
): readonly ListedValue[] {
  const [kind, part, find] = [search.get('kind'), search.get('part'), search.get('find')?.trim().toLowerCase() ?? ''];
  const says = ({ path, clause, quote, amb, reason }: ListedValue): string =>
    [groupName(groupOf(path), language, names.subsidies), valueName(path, language), path, clause, quote, amb, reason]
      .join(' ')
      .toLowerCase();
  return values.filter(
    (one) =>
      (kind === null || one.kind === kind) &&
      (part === null || one.path.startsWith(`/${part}/`) || one.path === `/${part}`) &&
      (find === '' || says(one).includes(find)),
  );
}

interface ValueFiltersProps {
  readonly values: readonly ListedValue[];
  readonly shown: number;
  readonly search: URLSearchParams;
  readonly onSearch: SetURLSearchParams;
}

/** Which values are shown; all of it stands in the address. */
export function ValueFilters({ values, shown, search, onSearch }: ValueFiltersProps) {
  const words = useWords(policyWords);
  const language = useLanguage();
  const set = (name: string, value: string | null): void =>
    onSearch(
      (before) => {
        if (value === null || value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const kind = search.get('kind');
  const parts = Object.entries(partNames).filter(([part]) => values.some(({ path }) => path.startsWith(`/${part}`)));
  return (
    <div className="kbt-value-filters">
      <div className="kbt-pane-head">
        <h2 id="kbt-values">{words.values}</h2>
        <span className="kbt-hint" role="status">
          {words.showing(shown, values.length)}
        </span>
      </div>
      <div className="kbt-chips" role="group" aria-label={words.kinds}>
        <button type="button" aria-pressed={kind === null} onClick={() => set('kind', null)}>
          {words.all}
        </button>
        {KINDS.map((one) => (
          <button key={one} type="button" aria-pressed={kind === one} onClick={() => set('kind', one)}>
            {words[one]} <span>{values.filter((value) => value.kind === one).length}</span>
          </button>
        ))}
      </div>
      <div className="kbt-value-find">
        <Select
          aria-label={words.parts}
          value={search.get('part') ?? ''}
          onChange={(part) => set('part', part)}
          options={[
            { value: '', label: words.allParts },
            ...parts.map(([part, names]) => ({ value: part, label: names[language === 'en' ? 1 : 0] })),
          ]}
        />
        <Input
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={search.get('find') ?? ''}
          maxLength={60}
          onChange={({ target }) => set('find', target.value)}
        />
      </div>
    </div>
  );
}
