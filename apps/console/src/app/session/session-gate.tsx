import { useEffect, useState, type ReactNode } from 'react';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { useWords } from '../i18n/define-words.ts';
import { useChooseOffice, OfficeChoice } from './office-choice.tsx';
import { follow, type Place } from './place.ts';
import { SessionDialogs } from './session-dialogs.tsx';
import { InsideSession, useSession } from './session.ts';
import { Welcome } from './welcome.tsx';
import { sessionWords } from './words.ts';

/**
 * Lets in who is signed in and acts for an office. Once inside, a session that ends is told over the page and takes nothing away from it; the
 * same person, signed in again, goes on where they were.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const words = useWords(sessionWords);
  const { data, error, refetch } = useSession();
  const place = usePlace(data);
  if (place.at !== 'door') {
    const isInside = place.at === 'inside';
    return (
      <InsideSession value={place.session}>
        <div inert={!isInside}>{children}</div>
        <SessionDialogs session={place.session} hasEnded={!isInside} />
      </InsideSession>
    );
  }
  if (error && !data) {
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

/** Follows the server's answers: takes up the office again after a new sign-in, and loads everything anew where the browser is somebody else's now. */
function usePlace(data: Parameters<typeof follow>[1]): Place {
  const [before, setPlace] = useState<Place>({ at: 'door' });
  const place = follow(before, data);
  if (place !== before) setPlace(place);
  const { mutate: choose } = useChooseOffice({ isSame: true });
  const office = place.at === 'between' ? place.session.officeId : null;
  useEffect(() => {
    if (office !== null) choose(office, { onError: () => location.reload() });
  }, [office, choose]);
  useEffect(() => {
    if (place.at === 'replaced') location.reload(); // what is on the screen is another person's, or another office's
  }, [place.at]);
  return place;
}
