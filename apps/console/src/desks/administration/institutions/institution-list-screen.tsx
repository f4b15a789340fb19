import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { ButtonLink } from '../../../components/button-link.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { Page } from '../../../components/page.tsx';
import { institutionsQuery } from './queries.ts';
import { mayRegister } from './may-register.ts';
import { institutionWords } from './words.ts';

/** 机构登记: the institutions of the region and where their money goes. */
export function InstitutionListScreen() {
  const words = useWords(institutionWords);
  const query = useInfiniteQuery(institutionsQuery);
  const register = mayRegister(useMe()) && (
    <ButtonLink isPrimary to="/institutions/new">
      {words.register}
    </ButtonLink>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={register}>
      <KeysetList query={query} empty={<EmptyState why={words.none} />}>
        {(items) => (
          <DataTable
            caption={words.title}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', title: words.name, isHeader: true, render: ({ id, name }) => <Link to={`/institutions/${id}`}>{name}</Link> },
              { key: 'kind', title: words.kind, render: ({ kind }) => words.kinds[kind] },
              { key: 'region', title: words.region, render: ({ region }) => region },
              {
                key: 'payee',
                title: words.payee,
                render: ({ payeeBank, payeeAccount }) => (payeeAccount === null ? words.notRecorded : `${payeeBank ?? ''} ${payeeAccount}`),
              },
            ]}
          />
        )}
      </KeysetList>
    </Page>
  );
}
