import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useWords } from '../i18n/define-words.ts';
import { shellWords } from './words.ts';

export function NotFound() {
  const words = useWords(shellWords);
  return (
    <Page title={words.notFound}>
      <EmptyState why={words.notFoundText} next={{ to: '/', label: words.home }} />
    </Page>
  );
}
