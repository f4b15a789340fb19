import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import { useMe } from '../../../app/session/session.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { PayeeChanges } from '../../../components/payee/payee-changes.tsx';
import { Page } from '../../../components/page.tsx';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Sites } from './sites.tsx';
import { Teachers } from './teachers.tsx';
import { resourceWords } from './words.ts';

/** The account the institution is paid to, as the bureau has it: a change is seen here before it is in force, and can be stopped. */
function OwnPayee() {
  const { officeId } = useMe().office;
  const own = useQuery({
    queryKey: ['institutions', 'own', officeId],
    queryFn: () => answer(api.GET('/v1/institutions/{id}', { params: { path: { id: officeId } } })),
  });
  return own.data ? <PayeeChanges institution={own.data} mayPropose={false} /> : <AskAgain queries={[own]} />;
}

/** 师资与场地: registered once, named in every class; and the account the institution is paid to. */
export function ResourcesScreen() {
  const words = useWords(resourceWords);
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="kbt-columns">
        <Teachers />
        <Sites />
      </div>
      <OwnPayee />
    </Page>
  );
}
