import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { LineSteps } from '../../../components/line-steps.tsx';
import { Loading } from '../../../components/loading.tsx';
import { OverrideTable } from '../../../components/overrides/override-table.tsx';
import { overridesQuery } from '../../../components/overrides/overrides-query.ts';
import { overrideWords } from '../../../components/overrides/words.ts';
import { Page } from '../../../components/page.tsx';
import { claimQuery } from '../case/case-queries.ts';
import { DecideOverride } from './decide-override.tsx';
import { ProposeForm } from './propose-form.tsx';

/** One claim: what is raised or set for its persons, by one who proposes and another who decides. */
export function OverrideScreen() {
  const { claimId = '' } = useParams();
  const words = useWords(overrideWords);
  const claim = useQuery(claimQuery(claimId));
  const { data, error, refetch } = useQuery(overridesQuery(claimId));
  return (
    <Page title={`${words.title} ${claim.data?.number ?? ''}`} lead={words.lead} actions={<Link to="/overrides">{words.claims}</Link>}>
      {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data && (
        <section className="kbt-card" aria-labelledby="kbt-overrides">
          <h2 id="kbt-overrides">{words.card}</h2>
          {data.items.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <OverrideTable
              claimId={claimId}
              overrides={data.items}
              act={(override, name) => data.isOpen && <DecideOverride override={override} name={name} />}
            />
          )}
          {data.allowed.length === 0 && <Alert type="info" showIcon title={words.nothingAllowed} />}
          {data.allowed.length > 0 && !data.isOpen && <Alert type="info" showIcon title={words.notNow} />}
        </section>
      )}
      {data?.isOpen === true && data.allowed.length > 0 && <ProposeForm claimId={claimId} allowed={data.allowed} />}
      <ComputedNow claimId={claimId} />
    </Page>
  );
}

/** Each person's amount and its arithmetic, so that one sees what a limit does. */
function ComputedNow({ claimId }: { readonly claimId: string }) {
  const words = useWords(overrideWords);
  const { data } = useQuery(claimQuery(claimId));
  if (!data) return null;
  return (
    <section className="kbt-card" aria-labelledby="kbt-computed">
      <h2 id="kbt-computed">{words.current}</h2>
      {data.lines.length === 0 && <p>{words.noLines}</p>}
      <ol className="kbt-persons">
        {data.lines.map(({ lineId, name, maskedIdNumber, amount, explanation }) => (
          <li key={lineId}>
            {name} <span className="kbt-number">{maskedIdNumber}</span>：<Amount value={amount.value} />
            <LineSteps explanation={explanation} />
          </li>
        ))}
      </ol>
    </section>
  );
}
