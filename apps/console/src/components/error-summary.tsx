import { useEffect, useRef } from 'react';
import { problemOf } from '../api/problem-error.ts';
import { useWords } from '../app/i18n/define-words.ts';
import { useLanguage } from '../app/i18n/language.ts';
import { componentWords } from './words.ts';

export interface Finding {
  /** The id of the field, where there is one. */
  readonly fieldId?: string;
  readonly text: string;
}

interface ErrorSummaryProps {
  /** What is wrong with the form; empty shows nothing. */
  readonly findings: readonly Finding[];
  /** Changes at every attempt to submit: the summary takes the focus again. */
  readonly attempt: number;
}

/** All that is wrong with a form, at its top, focused, each line leading to its field. Nothing typed is cleared. */
export function ErrorSummary({ findings, attempt }: ErrorSummaryProps) {
  const words = useWords(componentWords);
  const box = useRef<HTMLDivElement>(null);
  const isShown = findings.length > 0;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown, attempt]);
  useEffect(() => {
    if (!isShown) return undefined;
    const title = document.title;
    document.title = `${words.errorPrefix}${title}`;
    return () => {
      document.title = title;
    };
  }, [isShown, words.errorPrefix]);
  if (!isShown) return null;
  return (
    <div className="kbt-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="kbt-summary-title">
      <h2 id="kbt-summary-title">{words.summaryTitle}</h2>
      <ul>
        {findings.map(({ fieldId, text }) => (
          <li key={`${fieldId ?? ''}-${text}`}>{fieldId === undefined ? text : <FieldLink fieldId={fieldId} text={text} />}</li>
        ))}
      </ul>
    </div>
  );
}

function FieldLink({ fieldId, text }: { readonly fieldId: string; readonly text: string }) {
  return (
    <a
      href={`#${fieldId}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(fieldId)?.focus();
      }}
    >
      {text}
    </a>
  );
}

/** The server's findings as lines of the summary. @param fieldIdOf the field of a JSON pointer, where the form has it. */
export function useFindingsOf(error: unknown, fieldIdOf: (pointer: string) => string | undefined): readonly Finding[] {
  const language = useLanguage();
  if (error === null || error === undefined) return [];
  const problem = problemOf(error);
  const lines = problem.errors ?? [{ pointer: problem.pointer, code: problem.code, message: problem.detail, messageEn: problem.detailEn }];
  return lines.map(({ pointer, message, messageEn }) => {
    const fieldId = pointer === undefined ? undefined : fieldIdOf(pointer);
    return { text: language === 'en' ? messageEn : message, ...(fieldId === undefined ? {} : { fieldId }) };
  });
}
