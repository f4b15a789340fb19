import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { roleNames } from '#libs/contracts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Waiting } from '../../components/waiting.tsx';
import type { Desk } from '../../desks/desk.ts';
import { useWords } from '../i18n/define-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { useMe } from '../session/session.ts';
import { mayOpen } from './my-desks.ts';
import { shellWords } from './words.ts';

/** Screens of a desk for whoever holds one of its roles; told plainly to everybody else. The server asks again at every request. */
export function DeskGate({ desk }: { readonly desk: Desk }) {
  const words = useWords(shellWords);
  const language = useLanguage();
  const { roles } = useMe();
  if (mayOpen(desk, roles)) {
    return (
      <Suspense fallback={<Waiting title={desk.title[language]} error={null} onRetry={() => undefined} />}>
        <Outlet />
      </Suspense>
    );
  }
  return (
    <Page title={words.forbidden}>
      <EmptyState
        why={words.forbiddenText(desk.roles.map((role) => roleNames[role][language]).join('、'))}
        next={{ to: '/', label: words.home }}
      />
    </Page>
  );
}
