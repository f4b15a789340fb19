import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Role } from '#libs/contracts';
import { answer, api, ifMatch, type Versioned } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { ConfirmLegalAct } from '../../../components/confirm-legal-act.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Instant } from '../../../components/instant.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { YearShown } from '../calendar/year-shown.tsx';
import { ChangedValues } from './changed-values.tsx';
import { ImpactShown } from './impact-shown.tsx';
import { changesQuery, impactQuery, releaseQuery, type Release } from './queries.ts';
import { ReleaseState } from './release-state.tsx';
import './releases.css';
import { releaseWords } from './words.ts';

/** One proposal: what it would put in force, what that would move, and the second person's act. */
export function ReleaseScreen() {
  const { releaseId = '' } = useParams();
  const words = useWords(releaseWords);
  const { data, error, refetch } = useQuery(releaseQuery(releaseId));
  if (!data) return <Waiting title={words.title} error={error} onRetry={refetch} />;
  return <Shown release={data} />;
}

function Shown({ release }: { readonly release: Versioned<Release> }) {
  const words = useWords(releaseWords);
  const { id, year, packId, state, reason } = release.data;
  const changes = useQuery(changesQuery(id));
  const impact = useQuery(impactQuery(id));
  const error = changes.error ?? impact.error;
  return (
    <Page
      title={year === null ? words.policyOf(packId ?? '') : words.calendarOf(year)}
      lead={reason}
      actions={<ReleaseState state={state} />}
    >
      <section className="kbt-card kbt-release-card">
        <Facts release={release.data} />
        {state === 'proposed' && impact.data !== undefined && changes.data !== undefined && <Decide release={release} />}
      </section>
      {error && <ErrorAlert error={error} onRetry={() => void Promise.all([changes.refetch(), impact.refetch()])} />}
      {(!changes.data || !impact.data) && !error && <Loading />}
      {impact.data?.calendar && changes.data && (
        <YearShown year={impact.data.calendar.year} days={changes.data.days} impact={impact.data.calendar} />
      )}
      {changes.data && impact.data?.calendar === null && (
        <>
          <ChangedValues changes={changes.data} />
          <ImpactShown impact={impact.data} />
        </>
      )}
    </Page>
  );
}

/** When it would hold, when it was proposed and decided. */
function Facts({ release: { effectiveFrom, effectiveTo, proposedAt, decidedAt } }: { readonly release: Release }) {
  const words = useWords(releaseWords);
  return (
    <dl className="kbt-facts">
      {effectiveFrom !== null && (
        <div>
          <dt>{words.from}</dt>
          <dd>{effectiveTo === null ? effectiveFrom : `${effectiveFrom} – ${effectiveTo}`}</dd>
        </div>
      )}
      <div>
        <dt>{words.proposedAt}</dt>
        <dd>
          <Instant at={proposedAt} />
        </dd>
      </div>
      {decidedAt !== null && (
        <div>
          <dt>{words.decidedAt}</dt>
          <dd>
            <Instant at={decidedAt} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The second person's act; offered only once changes and impact are on the screen. */
function Decide({ release: { data, version } }: { readonly release: Versioned<Release> }) {
  const words = useWords(releaseWords);
  const { roles } = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<'release' | 'refuse'>();
  const act = useAct(
    (which: 'release' | 'refuse', headers) => {
      const options = { params: { path: { id: data.id } }, headers: { ...headers, ...ifMatch(version) } };
      return answer(
        which === 'release' ? api.POST('/v1/policy-releases/{id}/release', options) : api.POST('/v1/policy-releases/{id}/refuse', options),
      );
    },
    (_, which) => {
      setAsked(undefined);
      void message.success(which === 'release' ? words.releaseDone : words.refuseDone);
      for (const key of ['policy-releases', 'policies', 'calendar']) void queries.invalidateQueries({ queryKey: [key] });
    },
  );
  if (!roles.includes(Role.CountyAdministrator) && !roles.includes(Role.Leader)) return <p className="kbt-hint">{words.notYours}</p>;
  const isRelease = asked === 'release';
  return (
    <>
      {data.isMine && <Alert type="info" showIcon title={words.mine} className="kbt-error" />}
      <div className="kbt-actions">
        {!data.isMine && (
          <Button type="primary" onClick={() => setAsked('release')}>
            {words.release}
          </Button>
        )}
        <Button onClick={() => setAsked('refuse')}>{words.refuse}</Button>
      </div>
      <ConfirmLegalAct
        isOpen={asked !== undefined}
        title={isRelease ? words.release : words.refuse}
        act={isRelease ? words.release : words.refuse}
        isDanger={!isRelease}
        wantsSecondFactor
        isPending={act.isPending}
        error={act.error}
        onConfirm={() => asked && act.mutate(asked)}
        onCancel={() => setAsked(undefined)}
      >
        <p>
          <strong>{data.year === null ? words.policyOf(data.packId ?? '') : words.calendarOf(data.year)}</strong>
        </p>
        <p>{isRelease ? words.releaseText : words.refuseText}</p>
        {data.hash !== null && <code className="kbt-hash">{data.hash.replaceAll(/(.{8})/g, '$1 ')}</code>}
      </ConfirmLegalAct>
    </>
  );
}
