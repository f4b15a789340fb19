import { Alert, Button } from 'antd';
import { problemOf } from '../api/problem-error.ts';
import { useWords } from '../app/i18n/define-words.ts';
import { useLanguage } from '../app/i18n/language.ts';
import { componentWords } from './words.ts';

interface ErrorAlertProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** What went wrong, in the server's own words, with what to do next; a fault shows the number under which it is found in the logs. */
export function ErrorAlert({ error, title, onRetry }: ErrorAlertProps) {
  const words = useWords(componentWords);
  const language = useLanguage();
  const problem = problemOf(error);
  const detail = language === 'en' ? problem.detailEn : problem.detail;
  const findings = (problem.errors ?? []).map((one) => (language === 'en' ? one.messageEn : one.message));
  const isFault = problem.status === 0 || problem.status >= 500;
  const hasTrace = isFault && problem.traceId !== '';
  // Without more to tell the alert stays one line.
  const body = (title !== undefined || findings.length > 0 || hasTrace) && (
    <>
      {title !== undefined && <p>{detail}</p>}
      {findings.length > 0 && (
        <ul>
          {findings.map((text, index) => (
            <li key={`${index}-${text}`}>{text}</li>
          ))}
        </ul>
      )}
      {hasTrace && (
        <p className="kbt-hint">
          {words.traceId} <code>{problem.traceId}</code>
        </p>
      )}
    </>
  );
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      className="kbt-error"
      title={title ?? detail}
      {...(body === false ? {} : { description: body })}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {words.retry}
          </Button>
        )
      }
    />
  );
}
