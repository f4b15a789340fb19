import { useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PolicySnapshot } from '#libs/policy';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { usePolicy } from '../policy.ts';
import { subjectWords } from './words.ts';

/** A claim without a class: which of the policy's subsidies for persons or units it is for. */
export function NewFreeClaimScreen() {
  const words = useWords(subjectWords);
  const policy = usePolicy();
  return (
    <Page title={words.newTitle} lead={words.newLead} actions={<Link to="/claims">{words.back}</Link>}>
      {policy.isPending && <Loading />}
      {policy.data === undefined ? <AskAgain queries={[policy]} /> : <Choose policy={policy.data} />}
    </Page>
  );
}

function Choose({ policy }: { readonly policy: PolicySnapshot | null }) {
  const words = useWords(subjectWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [subsidy, setSubsidy] = useState<string>();
  const offered = Object.entries(policy?.subsidies ?? {}).flatMap(([key, rule]) =>
    rule.claimedBy === 'list' || rule.claimedBy === 'unit' ? [{ key, rule, basis: rule.claimedBy }] : [],
  );
  const chosen = offered.find(({ key }) => key === subsidy);
  const create = useAct(
    (body: { readonly basis: 'list' | 'unit'; readonly subsidy: string }, headers) => answer(api.POST('/v1/claims', { body, headers })),
    ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['claims'] });
      void navigate(`/claims/${id}`);
    },
  );
  if (offered.length === 0) return <EmptyState why={words.nothing} next={{ to: '/claims', label: words.back }} />;
  return (
    <section className="kbt-card" aria-labelledby="kbt-free">
      <h2 id="kbt-free">{words.choose}</h2>
      {create.error && <ErrorAlert error={create.error} />}
      <Radio.Group
        className="kbt-choices"
        aria-labelledby="kbt-free"
        value={subsidy}
        onChange={({ target }) => setSubsidy(String(target.value))}
      >
        {offered.map(({ key, rule, basis }) => (
          <Radio key={key} value={key}>
            {language === 'en' ? rule.titleEn : rule.title}{' '}
            <span className="kbt-hint">
              {basis === 'unit' ? words.byUnit : words.byList} · {rule.clause}
            </span>
          </Radio>
        ))}
      </Radio.Group>
      <p className="kbt-submit">
        <Button
          type="primary"
          disabled={chosen === undefined}
          loading={create.isPending}
          onClick={() => chosen && create.mutate({ basis: chosen.basis, subsidy: chosen.key })}
        >
          {words.draft}
        </Button>
      </p>
    </section>
  );
}
