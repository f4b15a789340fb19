import { Select } from 'antd';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import type { Paragraph, PolicyText, Stretch } from './policy-text.ts';
import type { PolicyDocument } from './queries.ts';
import { useFollow } from './use-follow.ts';
import { policyWords } from './words.ts';

interface DocumentPaneProps {
  readonly document: PolicyDocument;
  readonly text: PolicyText;
  /** The quote of the value that is looked at. */
  readonly quote: Stretch | undefined;
  /** A line to bring into view, where another pane leads. */
  readonly line: number | undefined;
  /** The reader has scrolled to another clause. */
  readonly onClause: (clause: string) => void;
}

/** 原文: the document as issued, its clauses as anchors, the quote of the value that is looked at marked in it. */
export function DocumentPane({ document, text, quote, line, onClause }: DocumentPaneProps) {
  const words = useWords(policyWords);
  const pane = useRef<HTMLDivElement>(null);
  const follow = useFollow(pane, (top) => onClause(top.dataset['clause'] ?? ''), '[data-line]');
  useEffect(() => {
    const mark = quote && pane.current?.querySelector<HTMLElement>('mark');
    if (mark) follow.bring(mark);
  }, [quote, follow, document.hash]);
  useEffect(() => {
    const target = line === undefined ? undefined : [...(pane.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const found = target?.findLast((one) => Number(one.dataset['line']) <= (line ?? 0));
    if (found) follow.bring(found, 'start');
  }, [line, follow]);
  const goTo = (clause: string): void => {
    const wanted = text.lineOf(clause);
    const found = pane.current?.querySelector<HTMLElement>(`[data-line="${wanted}"]`);
    if (found) follow.bring(found, 'start');
    onClause(clause);
  };
  const options = useMemo(
    () => document.clauses.map(({ id, heading }) => ({ value: id, label: `${id} ${shorten(heading, id)}` })),
    [document],
  );
  return (
    <>
      <div className="kbt-pane-head">
        <h2 id="kbt-document">{words.text}</h2>
        <Select
          className="kbt-clause-choice"
          aria-label={words.goToClause}
          placeholder={words.goToClause}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          options={options}
          onChange={(clause: string | null) => clause !== null && goTo(clause)}
        />
      </div>
      <div className="kbt-paper" ref={pane} tabIndex={0} role="region" aria-labelledby="kbt-document" lang="zh-CN">
        {text.paragraphs.map((paragraph) => (
          <Shown key={paragraph.line} paragraph={paragraph} quote={quote && touches(paragraph, quote) ? quote : undefined} />
        ))}
      </div>
    </>
  );
}

const LABEL = 26;
const shorten = (heading: string, id: string): string => {
  const bare = heading === id ? '' : heading.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*/, '');
  return bare.length > LABEL ? `${bare.slice(0, LABEL)}…` : bare;
};

const endOf = ({ lines }: Paragraph): number => {
  const last = lines.at(-1);
  return last ? last.from + last.text.length : 0;
};
const touches = (paragraph: Paragraph, { from, to }: Stretch): boolean => (paragraph.lines[0]?.from ?? 0) < to && endOf(paragraph) > from;

/** Marks of layout are for the file, not for the reader. */
const clean = (text: string): string => text.replaceAll(/\*\*|^#+\s*/g, '');

/** A line, or the part of it before, within or after the quote. */
function parts(text: string, from: number, quote: Stretch | undefined): readonly { readonly text: string; readonly isQuoted: boolean }[] {
  if (!quote || quote.from >= from + text.length || quote.to <= from) return [{ text, isQuoted: false }];
  const begin = Math.max(0, quote.from - from);
  const end = Math.min(text.length, quote.to - from);
  return [
    { text: text.slice(0, begin), isQuoted: false },
    { text: text.slice(begin, end), isQuoted: true },
    { text: text.slice(end), isQuoted: false },
  ].filter((part) => part.text !== '');
}

const Shown = memo(function Shown({ paragraph, quote }: { readonly paragraph: Paragraph; readonly quote: Stretch | undefined }) {
  const { line, lines, clause, isHead } = paragraph;
  const isTable = lines[0]?.text.startsWith('|') ?? false;
  return (
    <p
      data-line={line}
      data-clause={clause}
      className={[
        isHead ? 'kbt-clause-head' : '',
        isTable ? 'kbt-paper-table' : '',
        lines[0]?.text.startsWith('#') ? 'kbt-paper-title' : '',
      ].join(' ')}
    >
      {isHead && <span className="kbt-clause-id">{clause}</span>}
      {lines.map(({ text, from }) => (
        <span key={from}>
          {parts(text, from, quote).map((part, index) =>
            part.isQuoted ? <mark key={index}>{clean(part.text)}</mark> : <span key={index}>{clean(part.text)}</span>,
          )}
          {isTable && '\n'}
        </span>
      ))}
    </p>
  );
});
