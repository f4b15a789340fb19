import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useShortcut } from '../../../app/keys/use-shortcut.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { Coverage } from './coverage.tsx';
import { DocumentPane } from './document-pane.tsx';
import './policies.css';
import { PolicyText } from './policy-text.ts';
import { documentQuery, policiesQuery, subsidiesQuery, valuesQuery, type ListedValue, type PolicyDocument } from './queries.ts';
import { ValueDetail } from './value-detail.tsx';
import { ValueFilters, filteredBy } from './value-filters.tsx';
import { ValueList, type PolicyNames } from './value-list.tsx';
import { policyWords } from './words.ts';

/** 政策与原文对照: the document on one side, its values on the other, in step. */
export function PolicyScreen() {
  const { policy = '' } = useParams();
  const words = useWords(policyWords);
  const values = useQuery(valuesQuery(policy));
  const document = useQuery(documentQuery(policy));
  const listed = useQuery(policiesQuery).data?.find(({ hash, packId }) => hash === policy || packId === policy);
  const error = values.error ?? document.error;
  if (!values.data || !document.data)
    return <Waiting title={words.title} error={error} onRetry={() => Promise.all([values.refetch(), document.refetch()])} />;
  return (
    <Beside
      policy={policy}
      title={listed?.title ?? document.data.packId}
      lead={listed ? `${listed.documentNumber} · ${listed.regionName}` : document.data.packId}
      values={values.data}
      document={document.data}
    />
  );
}

/** The policy's own names for its subsidies and groups of people. */
function usePolicyNames(policy: string, values: readonly ListedValue[]): PolicyNames {
  const language = useLanguage();
  const { data } = useQuery(subsidiesQuery(policy));
  return useMemo(() => {
    const groups = values.flatMap(({ path, value }): (readonly [string, string])[] => {
      const code = /^\/groups\/([^/]+)\/value$/.exec(path)?.[1];
      return code !== undefined && typeof value === 'string' ? [[code, value]] : [];
    });
    const subsidies = (data ?? []).map(({ subsidy, title, titleEn }) => [subsidy, language === 'en' ? titleEn : title] as const);
    return { groups: Object.fromEntries(groups), subsidies: Object.fromEntries(subsidies) };
  }, [data, values, language]);
}

/** The document a value is quoted from: the policy's own, or its parent's. */
function useShownDocument(own: PolicyDocument, from: string | null): PolicyDocument {
  const parent = useQuery({ ...documentQuery(from ?? ''), enabled: from !== null });
  return from === null ? own : (parent.data ?? own);
}

interface BesideProps {
  readonly policy: string;
  readonly title: string;
  readonly lead: string;
  readonly values: readonly ListedValue[];
  readonly document: PolicyDocument;
}

function Beside({ policy, title, lead, values, document: own }: BesideProps) {
  const words = useWords(policyWords);
  const [search, setSearch] = useSearchParams();
  const [clause, setClause] = useState<string>();
  const [line, setLine] = useState<number>();
  const names = usePolicyNames(policy, values);
  const path = search.get('value') ?? undefined;
  const wanted = useDeferredValue(search);
  const language = useLanguage();
  const shown = useMemo(() => filteredBy(values, wanted, { language, names }), [values, wanted, language, names]);
  const value = values.find((one) => one.path === path);
  const document = useShownDocument(own, value?.from ?? null);
  const text = useMemo(() => new PolicyText(document), [document]);
  const quote = useMemo(() => (value?.quote ? text.find(value.quote, value.clause) : undefined), [text, value]);
  const select = (next: string): void => {
    setLine(undefined);
    setClause(undefined);
    setSearch(
      (before) => {
        before.set('value', next);
        return before;
      },
      { replace: true },
    );
  };
  const step = (by: number): void => {
    const at = shown.findIndex((one) => one.path === path);
    const next = shown[Math.max(0, at + by)];
    if (next) select(next.path);
  };
  useShortcut('j', { zh: policyWords.zh.next, en: policyWords.en.next }, () => step(1));
  useShortcut('k', { zh: policyWords.zh.previous, en: policyWords.en.previous }, () => step(-1));
  const lead2 = (
    <>
      <span lang="zh-CN">{lead}</span>
      <Coverage values={values} document={own} />
    </>
  );
  return (
    <Page title={title} lead={lead2}>
      <div className="kbt-beside">
        <section className="kbt-pane" aria-labelledby="kbt-document">
          {document !== own && <p className="kbt-parent-note">{words.parentText(document.packId)}</p>}
          <DocumentPane document={document} text={text} quote={quote} line={line} onClause={setClause} />
        </section>
        <section className="kbt-pane" aria-labelledby="kbt-values">
          <ValueFilters values={values} shown={shown.length} search={search} onSearch={setSearch} />
          {shown.length === 0 ? (
            <EmptyState why={words.noValues} />
          ) : (
            <ValueList
              values={shown}
              names={names}
              selected={path}
              clause={clause}
              onSelect={select}
              onTop={(top) => {
                const first = values.find((one) => one.path === top);
                if (first?.clause && first.from === (value?.from ?? null)) setLine(text.lineOf(first.clause));
              }}
            />
          )}
          {value ? <ValueDetail value={value} names={names} policy={policy} /> : <p className="kbt-value-detail kbt-hint">{words.howTo}</p>}
        </section>
      </div>
    </Page>
  );
}
