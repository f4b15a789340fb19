import { useEffect } from 'react';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { useWords } from '../i18n/define-words.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { useSession } from './session.ts';
import { Welcome } from './welcome.tsx';
import { sessionWords } from './words.ts';

/** Where a sign-in in a tab of its own ends: tells the tab one came from, which kept its page, and that this one may be closed. */
export function SignedIn() {
  const words = useWords(sessionWords);
  const { data, error, refetch } = useSession();
  const person = data?.person;
  useEffect(() => {
    if (person) tellOtherTabs();
  }, [person]);
  useEffect(() => {
    document.title = `${words.backTitle} · 开班通`;
  }, [words]);
  if (data && !person) return <Welcome sandbox={data.sandbox} />;
  return (
    <main className="kbt-opening">
      <h1>{person ? words.backTitle : words.loading}</h1>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {person && (
        <>
          <p role="status">{words.backText(person.name)}</p>
          <p>
            <a href="/console/">{words.backHome}</a>
          </p>
        </>
      )}
    </main>
  );
}
