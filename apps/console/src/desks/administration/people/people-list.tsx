import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { roleNames } from '#libs/contracts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useMe } from '../../../app/session/session.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { KeysetList } from '../../../components/keyset-list.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { accountsQuery, type Account, type Grant } from './queries.ts';
import { ResetDialog } from './reset-dialog.tsx';
import { peopleWords } from './words.ts';

/** Accounts with their roles; each role is ended, another is granted, a lost authenticator taken away, from its row. */
export function PeopleList() {
  const words = useWords(peopleWords);
  const query = useInfiniteQuery(accountsQuery);
  const { accountId } = useMe();
  const [granting, setGranting] = useState<Account>();
  const [resetting, setResetting] = useState<Account>();
  const [closing, setClosing] = useState<{ readonly account: Account; readonly grant: Grant }>();
  const columns: readonly Column<Account>[] = [
    {
      key: 'person',
      title: words.person,
      isHeader: true,
      render: ({ displayName, login, isLocked, isClosed, hasSecondFactor }) => (
        <>
          {displayName} {isClosed && <StatusTag tone="neutral">{words.shut}</StatusTag>}
          {isLocked && <StatusTag tone="bad">{words.locked}</StatusTag>}
          <span className="kbt-line kbt-hint">
            {login} {!isClosed && (hasSecondFactor ? words.factor : words.noFactor)}
          </span>
        </>
      ),
    },
    {
      key: 'roles',
      title: words.roles,
      render: (account) => <Rights account={account} onClose={(grant) => setClosing({ account, grant })} />,
    },
    {
      key: 'action',
      title: words.action,
      render: (account) => (
        <span className="kbt-row-acts">
          <Button
            size="small"
            aria-label={words.grantTo(account.displayName)}
            disabled={account.isClosed}
            onClick={() => setGranting(account)}
          >
            {words.grant}
          </Button>
          {mayReset(account, accountId) && (
            <Button size="small" aria-label={words.resetOf(account.displayName)} onClick={() => setResetting(account)}>
              {words.reset}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      <KeysetList query={query} empty={<EmptyState why={words.none} />}>
        {(items) => <DataTable caption={words.people} columns={columns} rows={items} rowKey={({ accountId }) => accountId} />}
      </KeysetList>
      {granting && <GrantDialog account={granting} onClose={() => setGranting(undefined)} />}
      {resetting && <ResetDialog account={resetting} onClose={() => setResetting(undefined)} />}
      {closing && <CloseDialog {...closing} onClose={() => setClosing(undefined)} />}
    </>
  );
}

/** Whether an authenticator is there to be taken away from somebody at work here; one's own another administrator takes. */
function mayReset({ accountId, hasSecondFactor, grants }: Account, own: string): boolean {
  return hasSecondFactor && accountId !== own && grants.some(({ isInForce }) => isInForce);
}

interface RightsProps {
  readonly account: Account;
  readonly onClose: (grant: Grant) => void;
}

function Rights({ account: { displayName, grants }, onClose }: RightsProps) {
  const words = useWords(peopleWords);
  const language = useLanguage();
  const now = grants.filter(({ isInForce, validTo }) => isInForce || validTo === null);
  if (now.length === 0) return <span className="kbt-hint">{words.noRoles}</span>;
  return (
    <ul className="kbt-rights">
      {now.map((grant) => {
        const name = roleNames[grant.role][language];
        return (
          <li key={grant.id}>
            <strong>{name}</strong>
            <span className="kbt-hint">
              {grant.officeName} {!grant.isInForce && words.toCome(grant.validFrom.slice(0, 10))}{' '}
              {grant.validTo !== null && words.until(grant.validTo.slice(0, 10))}
            </span>
            <Button size="small" aria-label={words.closeNamed(name, displayName)} onClick={() => onClose(grant)}>
              {words.close}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
