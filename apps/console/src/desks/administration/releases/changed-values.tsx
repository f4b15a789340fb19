import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { KindTag } from '../policies/kind-tag.tsx';
import { subsidiesQuery, type ListedValue } from '../policies/queries.ts';
import { groupName, groupOf, valueName } from '../policies/value-names.ts';
import { valueShown } from '../policies/value-shown.tsx';
import type { Changes } from './queries.ts';
import { releaseWords } from './words.ts';

type Changed = Changes['values'][number];

/** Every value that would read otherwise, before and after, with what it rests on. */
export function ChangedValues({ changes: { base, values, unchanged } }: { readonly changes: Changes }) {
  const words = useWords(releaseWords);
  const language = useLanguage();
  const { data } = useQuery({ ...subsidiesQuery(base?.hash ?? ''), enabled: base !== null });
  const titles = useMemo(
    () => Object.fromEntries((data ?? []).map(({ subsidy, title, titleEn }) => [subsidy, language === 'en' ? titleEn : title])),
    [data, language],
  );
  const columns: readonly Column<Changed>[] = [
    {
      key: 'value',
      title: words.value,
      isHeader: true,
      render: ({ path }) => (
        <>
          {base ? (
            <Link to={`/policies/${base.hash}?value=${encodeURIComponent(path)}`}>{valueName(path, language)}</Link>
          ) : (
            valueName(path, language)
          )}
          <span className="kbt-line kbt-hint">{groupName(groupOf(path), language, titles)}</span>
        </>
      ),
    },
    { key: 'before', title: words.before, render: ({ before }) => <Side value={before} nothing={words.added} /> },
    { key: 'after', title: words.after, render: ({ after }) => <Side value={after} nothing={words.gone} /> },
  ];
  return (
    <section aria-labelledby="kbt-changes">
      <h2 id="kbt-changes" className="kbt-section">
        {words.changes}
      </h2>
      <p className="kbt-hint">
        {base ? words.comparedWith(base.title, base.packId) : words.comparedWithNone} · {words.unchanged(unchanged)}
      </p>
      {values.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <DataTable caption={words.changes} columns={columns} rows={values} rowKey={({ path }) => path} />
      )}
    </section>
  );
}

function Side({ value, nothing }: { readonly value: ListedValue | null; readonly nothing: string }) {
  const language = useLanguage();
  if (!value) return <span className="kbt-hint">{nothing}</span>;
  return (
    <>
      <strong>{valueShown(value.value, value.path, language)}</strong>{' '}
      <span className="kbt-line">
        <KindTag kind={value.kind} />{' '}
        <span className="kbt-hint" lang="zh-CN">
          {[value.clause, value.amb, value.reason].filter((part) => part !== null).join(' · ')}
        </span>
      </span>
    </>
  );
}
