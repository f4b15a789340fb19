import { useQuery } from '@tanstack/react-query';
import { roleNames } from '#libs/contracts';
import { answer, api } from '../../api/client.ts';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { Instant } from '../../components/instant.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useWords } from '../i18n/define-words.ts';
import { useLanguage } from '../i18n/language.ts';
import { useMe } from '../session/session.ts';
import { BeginEnrolment } from './begin-enrolment.tsx';
import { ConfirmEnrolment } from './confirm-enrolment.tsx';
import './account.css';
import { accountWords } from './words.ts';

/** 我的账号: who one is here, and the authenticator one signs with. */
export function AccountScreen() {
  const words = useWords(accountWords);
  const language = useLanguage();
  const { name, login, offices } = useMe();
  return (
    <Page title={words.title} lead={words.lead}>
      <section className="kbt-card" aria-labelledby="kbt-account-who">
        <h2 id="kbt-account-who">{words.who}</h2>
        <dl className="kbt-facts">
          <div>
            <dt>{words.name}</dt>
            <dd>{name}</dd>
          </div>
          <div>
            <dt>{words.login}</dt>
            <dd>{login}</dd>
          </div>
          <div>
            <dt>{words.offices}</dt>
            <dd>
              {offices.map((office) => (
                <span key={office.officeId} className="kbt-line">
                  {office.name} · {office.roles.map((role) => roleNames[role][language]).join('、')}
                </span>
              ))}
            </dd>
          </div>
        </dl>
      </section>
      <section className="kbt-card" aria-labelledby="kbt-account-factor">
        <h2 id="kbt-account-factor">{words.factor}</h2>
        <p>{words.factorText}</p>
        <SecondFactor />
      </section>
    </Page>
  );
}

/** Whether an authenticator is enrolled; the way to one, or to another. */
function SecondFactor() {
  const words = useWords(accountWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['second-factor'],
    queryFn: () => answer(api.GET('/v1/me/second-factor')),
    gcTime: 0, // what is pending is a secret: not kept when one leaves the page
  });
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  const { isEnrolled, enrolledAt, pending } = data;
  return (
    <>
      <p>
        {isEnrolled && enrolledAt !== null ? (
          <>
            <StatusTag tone="good">{words.enrolled}</StatusTag> <Instant at={enrolledAt} />
          </>
        ) : (
          <StatusTag tone="attention">{words.notEnrolled}</StatusTag>
        )}
      </p>
      {pending === null ? <BeginEnrolment isEnrolled={isEnrolled} /> : <ConfirmEnrolment pending={pending} />}
      <p className="kbt-hint">{words.lost}</p>
    </>
  );
}
