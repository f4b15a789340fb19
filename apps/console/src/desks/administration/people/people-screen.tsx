import { useSearchParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Page } from '../../../components/page.tsx';
import { TabPanels } from '../../../components/tab-panels.tsx';
import { DelegationList } from './delegation-list.tsx';
import { InterestList } from './interest-list.tsx';
import { OfficeList } from './office-list.tsx';
import { PeopleList } from './people-list.tsx';
import { peopleWords } from './words.ts';

/** 人员与岗位: people with their roles, delegations, interests, offices of the region. */
export function PeopleScreen() {
  const words = useWords(peopleWords);
  const [search, setSearch] = useSearchParams();
  return (
    <Page title={words.title} lead={words.lead}>
      <TabPanels
        label={words.tabs}
        active={search.get('tab') ?? 'people'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        panels={[
          { key: 'people', label: words.people, content: <PeopleList /> },
          { key: 'delegations', label: words.delegations, content: <DelegationList /> },
          { key: 'interests', label: words.interests, content: <InterestList /> },
          { key: 'offices', label: words.offices, content: <OfficeList /> },
        ]}
      />
    </Page>
  );
}
