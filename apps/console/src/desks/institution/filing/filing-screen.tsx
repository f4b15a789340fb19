import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { ConfirmLegalAct } from '../../../components/confirm-legal-act.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { FilingChanges } from '../../../components/filing-changes/filing-changes.tsx';
import { changeWords } from '../../../components/filing-changes/words.ts';
import { Instant } from '../../../components/instant.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { Corrections } from '../classes/corrections.tsx';
import { classQuery, filingQuery, type Filing, type FilingKind } from '../queries.ts';
import { MaterialSlots } from './material-slots.tsx';
import { filingWords } from './words.ts';

const EDITABLE = new Set(['draft', 'returned', 'refused', 'lapsed', 'withdrawn']);

/** 申报: the papers, what is still lacking, and filing it. */
export function FilingScreen() {
  const { classId = '', kind: named } = useParams();
  const kind: FilingKind = named === 'completion' ? 'completion' : 'opening';
  const words = useWords(filingWords);
  const of = useQuery(classQuery(classId));
  const { data, error, refetch } = useQuery(filingQuery(classId, kind));
  return (
    <Page title={words[kind]} lead={of.data?.data.name} actions={<Link to={`/classes/${classId}`}>{words.back}</Link>}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Shown filing={data} classId={classId} /> : !error && <Loading />}
    </Page>
  );
}

function Shown({ filing, classId }: { readonly filing: Filing; readonly classId: string }) {
  const words = useWords(filingWords);
  const isEditable = EDITABLE.has(filing.state);
  return (
    <>
      {filing.state === 'returned' && <Corrections filing={filing} classId={classId} />}
      {filing.state === 'under-review' && <Alert className="kbt-error" type="info" showIcon title={words.underReview} />}
      {filing.state === 'approved' && <Alert className="kbt-error" type="success" showIcon title={words.approved} />}
      <MaterialSlots filing={filing} classId={classId} isEditable={isEditable} />
      {isEditable && <ChangedSince filing={filing} classId={classId} />}
      {isEditable && <CheckAndSubmit filing={filing} classId={classId} />}
      {filing.state === 'under-review' && <Withdraw filing={filing} classId={classId} />}
      <Versions filing={filing} />
    </>
  );
}

/** Before a filing is made anew: what differs from the one before. */
function ChangedSince({ filing: { kind, versions }, classId }: { readonly filing: Filing; readonly classId: string }) {
  const words = useWords(changeWords);
  const last = Math.max(0, ...versions.map(({ version }) => version));
  if (last === 0) return null;
  return (
    <section className="kbt-card" aria-labelledby="kbt-since">
      <h2 id="kbt-since">{words.sinceFiled}</h2>
      <FilingChanges classId={classId} kind={kind} from={last} />
    </section>
  );
}

function useFilingAct(filing: Filing, classId: string, act: 'submit' | 'withdraw', onDone: () => void) {
  const queries = useQueryClient();
  const params = { path: { id: classId, kind: filing.kind } };
  return useAct(
    (_: string, headers) =>
      answer(
        act === 'submit'
          ? api.POST('/v1/classes/{id}/filings/{kind}/submit', { params, headers })
          : api.POST('/v1/classes/{id}/filings/{kind}/withdraw', { params, headers }),
      ),
    () => {
      void queries.invalidateQueries({ queryKey: ['classes'] });
      void queries.invalidateQueries({ queryKey: ['cases', classId] });
      onDone();
    },
  );
}

function CheckAndSubmit({ filing, classId }: { readonly filing: Filing; readonly classId: string }) {
  const words = useWords(filingWords);
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const submit = useFilingAct(filing, classId, 'submit', () => setAsking(false));
  const { findings } = filing;
  return (
    <section className="kbt-card" aria-labelledby="kbt-check">
      <h2 id="kbt-check">{words.check}</h2>
      {submit.data && (
        <Alert className="kbt-error" type="success" showIcon title={words.receipt} description={words.receiptText(submit.data.version)} />
      )}
      {findings.length === 0 ? (
        <p>{words.ready}</p>
      ) : (
        <>
          <p>{words.lackingTitle}</p>
          <ul className="kbt-lines">
            {findings.map(({ code, pointer, message, messageEn }) => (
              <li key={`${code}-${pointer ?? ''}`}>{language === 'en' ? messageEn : message}</li>
            ))}
          </ul>
        </>
      )}
      <Button type="primary" disabled={findings.length > 0} onClick={() => setAsking(true)}>
        {filing.state === 'returned' ? words.resubmit : words.submit}
      </Button>
      <ConfirmLegalAct
        isOpen={isAsking}
        title={words.submitTitle(words[filing.kind])}
        act={words.submit}
        isPending={submit.isPending}
        error={submit.error}
        onConfirm={() => submit.mutate(`${filing.state}-${filing.versions.length}`)}
        onCancel={() => setAsking(false)}
      >
        <p>{words.submitText}</p>
      </ConfirmLegalAct>
    </section>
  );
}

function Withdraw({ filing, classId }: { readonly filing: Filing; readonly classId: string }) {
  const words = useWords(filingWords);
  const [isAsking, setAsking] = useState(false);
  const withdraw = useFilingAct(filing, classId, 'withdraw', () => setAsking(false));
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words.withdraw}</Button>
      <ConfirmLegalAct
        isOpen={isAsking}
        title={words.withdrawTitle}
        act={words.withdraw}
        isDanger
        isPending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate(String(filing.versions.length))}
        onCancel={() => setAsking(false)}
      >
        <p>{words.withdrawText}</p>
      </ConfirmLegalAct>
    </>
  );
}

const versionStates = ['submitted', 'withdrawn', 'returned', 'refused', 'lapsed'] as const;

function Versions({ filing: { versions } }: { readonly filing: Filing }) {
  const words = useWords(filingWords);
  if (versions.length === 0) return null;
  return (
    <section className="kbt-card" aria-labelledby="kbt-versions">
      <h2 id="kbt-versions">{words.versions}</h2>
      <ul className="kbt-lines">
        {versions.map(({ version, status, submittedAt }) => {
          const known = versionStates.find((one) => one === status);
          return (
            <li key={version}>
              {words.version(version)} · {known === undefined ? status : words[known]} · <Instant at={submittedAt} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
