import { Navigate } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useWords } from '../i18n/define-words.ts';
import { useMyDesks } from './my-desks.ts';
import { shellWords } from './words.ts';

/** The day is a queue, not a menu: the first line of the person's desk. */
export function Home() {
  const words = useWords(shellWords);
  const [first] = useMyDesks().flatMap(({ items }) => items);
  if (first) return <Navigate to={first.to} replace />;
  return (
    <Page title={words.noDesk}>
      <EmptyState why={words.noDeskText} />
    </Page>
  );
}
