import { useEffect, useState, type ReactNode } from 'react';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { useWords } from '../i18n/define-words.ts';
import { OfficeChoice } from './office-choice.tsx';
import { SessionDialogs } from './session-dialogs.tsx';
import { useSession, type Session } from './session.ts';
import { Welcome } from './welcome.tsx';
import { sessionWords } from './words.ts';

/** Lets in who is signed in and acts for an office. Once inside, a session that ends is told over the page and takes nothing away from it. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const words = useWords(sessionWords);
  const { data, error, refetch } = useSession();
  const [inside, setInside] = useState(false);
  const isReady = data?.person !== null && data?.person !== undefined && data.officeId !== null;
  useEffect(() => {
    if (isReady) setInside(true);
  }, [isReady]);
  if (inside && data) {
    return (
      <>
        <KeepsLastPerson session={data}>{children}</KeepsLastPerson>
        <SessionDialogs session={data} />
      </>
    );
  }
  if (error) {
    return (
      <main className="kbt-opening">
        <h1>{words.unavailable}</h1>
        <ErrorAlert error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!data) return <h1 className="kbt-opening">{words.loading}</h1>;
  if (!data.person) return <Welcome sandbox={data.sandbox} />;
  return <OfficeChoice person={data.person} />;
}

/** The screens stay as they are while the dialog over them says that the session has ended. */
function KeepsLastPerson({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <div inert={session.person === null}>{children}</div>;
}
