import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemError } from '../../api/problem-error.ts';
import { useWords } from '../i18n/define-words.ts';
import { shellWords } from './words.ts';

/** What a screen that failed leaves behind: plain words and a way on. */
export function PageFault() {
  const words = useWords(shellWords);
  const error = useRouteError();
  return (
    <Page title={words.fault}>
      {error instanceof ProblemError && <ErrorAlert error={error} />}
      <p>{words.faultText}</p>
      {error instanceof Error && !(error instanceof ProblemError) && <pre className="kbt-fault">{error.message}</pre>}
      <Button type="primary" onClick={() => location.reload()}>
        {words.reload}
      </Button>
    </Page>
  );
}
