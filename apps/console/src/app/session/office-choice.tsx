import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { roleNames } from '#libs/contracts';
import { answer, api } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { useWords } from '../i18n/define-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { sessionQuery, type Office, type Session } from './session.ts';
import { sessionWords } from './words.ts';

/**
 * Chooses the office one acts for, and begins anew with nothing of the other office left on the screen.
 * @param isSame the office acted for before the session ended: what is on the screen stays.
 */
export function useChooseOffice({ isSame = false }: { readonly isSame?: boolean } = {}) {
  const queries = useQueryClient();
  return useAct(
    (officeId: string, headers) => answer(api.PUT('/session/office', { body: { officeId }, headers })),
    (session) => {
      if (!isSame) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      queries.setQueryData(sessionQuery.queryKey, session);
    },
  );
}

/** Somebody with roles in several offices says for which one they act. */
export function OfficeChoice({ person }: { readonly person: NonNullable<Session['person']> }) {
  const words = useWords(sessionWords);
  const language = useLanguage();
  const choose = useChooseOffice();
  const rolesOf = (office: Office): string => office.roles.map((role) => roleNames[role][language]).join('、');
  return (
    <main className="kbt-welcome-choice">
      <h1>{words.chooseOffice}</h1>
      {choose.error && <ErrorAlert error={choose.error} />}
      {person.offices.length === 0 && <p>{words.noOffice}</p>}
      <ul>
        {person.offices.map((office) => (
          <li key={office.officeId}>
            <Button size="large" block loading={choose.isPending} onClick={() => choose.mutate(office.officeId)}>
              {office.name} · {rolesOf(office)}
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}
