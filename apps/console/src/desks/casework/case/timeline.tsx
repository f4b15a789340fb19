import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { roleNames, type Role } from '#libs/contracts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { timelineQuery } from '../../../components/case-timeline.ts';
import { caseWords, worded } from '../../../components/case-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Instant } from '../../../components/instant.tsx';
import { Loading } from '../../../components/loading.tsx';
import { reasonWords } from '../../../components/reason-words.ts';
import { reviewWords } from './words.ts';

interface Entry {
  readonly key: string;
  readonly at: string;
  readonly isDecision: boolean;
  readonly text: ReactNode;
}

/** Who did what when, the newest first; decisions stand out, the rest can be hidden. */
export function Timeline({ caseId }: { readonly caseId: string }) {
  const words = useWords(reviewWords);
  const [onlyDecisions, setOnlyDecisions] = useState(false);
  const { data, error, refetch } = useQuery(timelineQuery(caseId));
  const entries = useEntries(data);
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  const shown = entries.filter(({ isDecision }) => isDecision || !onlyDecisions);
  return (
    <>
      <Checkbox checked={onlyDecisions} onChange={(event) => setOnlyDecisions(event.target.checked)}>
        {words.decisionsOnly}
      </Checkbox>
      <ol className="kbt-timeline">
        {shown.map((entry) => (
          <li key={entry.key} className={entry.isDecision ? 'kbt-timeline-decision' : ''}>
            <Instant at={entry.at} />
            <div>{entry.text}</div>
          </li>
        ))}
      </ol>
    </>
  );
}

function useEntries(data: Awaited<ReturnType<NonNullable<ReturnType<typeof timelineQuery>['queryFn']>>> | undefined): readonly Entry[] {
  const words = useWords(reviewWords);
  const cases = useWords(caseWords);
  const reasons = useWords(reasonWords);
  const language = useLanguage();
  if (!data) return [];
  const roleName = (role: string): string => (Object.hasOwn(roleNames, role) ? roleNames[role as Role][language] : role);
  const decisions = data.decisions.map((one): Entry => ({
    key: one.id,
    at: one.at,
    isDecision: true,
    text: (
      <>
        <b>
          {worded(cases.stage, one.stage)} · {worded(cases.action, one.action)}
        </b>{' '}
        {one.personName} {roleName(one.role)} {one.officeName}
        {one.reasonCode !== null && <span>（{worded(reasons, one.reasonCode)}）</span>}
        {one.comment !== null && <q className="kbt-quote">{one.comment}</q>}
        {one.marks.map((mark, index) => (
          <q key={`${one.id}-${index}`} className="kbt-quote">
            {mark.pointer} {mark.text} {mark.suggested !== undefined && `（${words.letterSuggested}：${mark.suggested}）`} {mark.clause}
          </q>
        ))}
      </>
    ),
  }));
  const stages = data.stages.flatMap(({ stage, round, openedAt, dueOn, outcome, outcomeAt }): Entry[] => [
    {
      key: `${stage}-${round}-opened`,
      at: openedAt,
      isDecision: false,
      text: `${words.opened}：${worded(cases.stage, stage)}${round > 1 ? `（${words.round(round)}）` : ''}${dueOn === null ? '' : `，${words.due} ${dueOn}`}`,
    },
    ...(outcome === null || outcomeAt === null
      ? []
      : [
          {
            key: `${stage}-${round}-ended`,
            at: outcomeAt,
            isDecision: false,
            text: `${words.ended}：${worded(cases.stage, stage)} · ${worded(cases.outcome, outcome)}`,
          },
        ]),
  ]);
  return [...decisions, ...stages].sort((a, b) => b.at.localeCompare(a.at));
}
