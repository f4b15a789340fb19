import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Role } from '#libs/contracts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { ButtonLink } from '../../../components/button-link.tsx';
import { Page } from '../../../components/page.tsx';
import { PayeeChanges } from '../../../components/payee/payee-changes.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { mayRegister } from './may-register.ts';
import { institutionQuery, type Institution } from './queries.ts';
import { institutionWords } from './words.ts';

/** One institution: what is on record of it, its account and the changes of it, an account for its operator. */
export function InstitutionScreen() {
  const { institutionId = '' } = useParams();
  const words = useWords(institutionWords);
  const me = useMe();
  const [isOpening, setOpening] = useState(false);
  const { data, error, refetch } = useQuery(institutionQuery(institutionId));
  if (!data) return <Waiting title={words.title} error={error} onRetry={refetch} />;
  const institution = data.data;
  const acts = mayRegister(me) && (
    <>
      <ButtonLink to={`/institutions/${institution.id}/change`}>{words.change}</ButtonLink>
      {me.roles.includes(Role.CountyAdministrator) && <Button onClick={() => setOpening(true)}>{words.account}</Button>}
    </>
  );
  return (
    <Page title={institution.name} lead={words.kinds[institution.kind]} actions={acts}>
      <Facts institution={institution} />
      <PayeeChanges institution={institution} mayPropose={mayRegister(me)} />
      {isOpening && <AccountDialog institution={institution} onClose={() => setOpening(false)} />}
    </Page>
  );
}

function Facts({ institution }: { readonly institution: Institution }) {
  const words = useWords(institutionWords);
  const { region, creditCode, licenseKind, licenseNumber, licenseOffice, licenseUntil } = institution;
  const lines: readonly (readonly [string, string])[] = [
    [words.region, region],
    [words.creditCode, creditCode ?? words.notRecorded],
    [words.licenseKind, licenseKind === null ? words.notRecorded : words.licenseKinds[licenseKind]],
    [words.licenseNumber, licenseNumber ?? words.notRecorded],
    [words.licenseOffice, licenseOffice ?? words.notRecorded],
    [words.licenseUntil, licenseUntil ?? (licenseKind === null ? words.notRecorded : words.longTerm)],
  ];
  return (
    <section className="kbt-card" aria-labelledby="kbt-i-facts">
      <h2 id="kbt-i-facts">{words.facts}</h2>
      <dl className="kbt-facts">
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
