import { ErrorAlert } from './error-alert.tsx';
import { Loading } from './loading.tsx';
import { Page } from './page.tsx';

interface WaitingProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => unknown;
}

/** A screen whose content is not there: its title all the same, and that it is loading or what went wrong. */
export function Waiting({ title, error, onRetry }: WaitingProps) {
  const isFault = error !== null && error !== undefined;
  return <Page title={title}>{isFault ? <ErrorAlert error={error} onRetry={() => void onRetry()} /> : <Loading rows={10} />}</Page>;
}
