import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import type { TaskDetail } from '../api.ts';
import { classQuery, eligibilityQuery, enrollmentsQuery, filingQuery, recomputationQuery } from './case-queries.ts';
import { reviewWords } from './words.ts';

export interface Check {
  readonly key: string;
  readonly name: string;
  readonly result: 'pass' | 'fail' | 'none';
  readonly left: string;
  readonly right: string;
  readonly basis: string;
}

const day = (instant: string | undefined): string | undefined => {
  if (instant === undefined) return undefined;
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
};

/** Required papers, the filing's time, the number of people, what the filing itself lacks; for a claim the independent recomputation. */
export function useChecks(task: TaskDetail): { readonly isPending: boolean; readonly items: readonly Check[] } {
  const words = useWords(reviewWords);
  const { classId, kind, id } = task.case;
  const isFiling = kind === 'class' && (task.stage === 'opening' || task.stage === 'completion');
  const filing = useFilingChecks(classId ?? '', task.stage === 'completion' ? 'completion' : 'opening', isFiling && classId !== null);
  const recomputed = useQuery({ ...recomputationQuery(id), enabled: kind === 'claim' }).data;
  const claim: readonly Check[] =
    kind === 'claim' && recomputed && task.package
      ? [
          {
            key: 'recomputed',
            name: words.checkRecomputed,
            result: recomputed.agrees ? 'pass' : 'fail',
            left: `¥${recomputed.total.value}`,
            right: `¥${task.package.amount.value}`,
            basis: 'I12',
          },
        ]
      : [];
  const registers: Check = {
    key: 'registers',
    name: words.checkRegisters,
    result: 'none',
    left: '—',
    right: words.registersNone,
    basis: '',
  };
  const eligible = useEligibilityChecks(classId ?? '', isFiling && task.stage === 'opening' && classId !== null);
  return {
    isPending: isFiling && (filing === undefined || eligible === undefined),
    items: [...(filing ?? []), ...(eligible ?? []), ...claim, registers],
  };
}

/** How many rows are named; the roster's own tab shows them all. */
const ROWS_SHOWN = 12;

/** Who may join and be paid: yes, no with the clause, or to be asked. */
function useEligibilityChecks(classId: string, isOn: boolean): readonly Check[] | undefined {
  const words = useWords(reviewWords);
  const isEnglish = useLanguage() === 'en';
  const eligibility = useQuery({ ...eligibilityQuery(classId), enabled: isOn }).data;
  if (!isOn) return [];
  return eligibility?.checks.map(({ to, code, title, titleEn, value, yes, no, unknown, rowsNo, ask }): Check => {
    const rows = rowsNo.slice(0, ROWS_SHOWN).join(isEnglish ? ', ' : '、') + (no > ROWS_SHOWN ? '…' : '');
    const asks = ask.map((one) => (isEnglish ? one.askEn : one.ask)).join(' ');
    const { kind, clause, reason } = value as { readonly kind: string; readonly clause?: string; readonly reason?: string };
    return {
      key: `eligible-${to}-${code}`,
      name: isEnglish ? titleEn : title,
      result: no > 0 ? 'fail' : unknown > 0 ? 'none' : 'pass',
      left: kind === 'missing' ? words.nobodySays : words.persons(yes + no + unknown),
      right: words.eligible(yes, no > 0 ? words.notEligible(no, rows) : '', unknown > 0 ? words.toBeAsked(unknown, asks) : ''),
      basis: clause ?? reason ?? '',
    };
  });
}

function useFilingChecks(classId: string, kind: 'opening' | 'completion', isOn: boolean): readonly Check[] | undefined {
  const words = useWords(reviewWords);
  const language = useLanguage();
  const filing = useQuery({ ...filingQuery(classId, kind), enabled: isOn }).data;
  const trainingClass = useQuery({ ...classQuery(classId), enabled: isOn }).data;
  const roster = useInfiniteQuery({ ...enrollmentsQuery(classId), enabled: isOn }).data;
  if (!filing || !trainingClass || !roster) return undefined;
  const people = roster.pages.flatMap(({ items }) => items).filter(({ status }) => status === 'enrolled').length;
  const filedOn = day(filing.versions.at(-1)?.submittedAt);
  const { latestOn } = filing.window;
  return [
    ...filing.materials.map(({ slot, title, titleEn, isThere, clause }): Check => ({
      key: `material-${slot}`,
      name: words.checkMaterial(language === 'en' ? titleEn : title),
      result: isThere ? 'pass' : 'fail',
      left: words.needed,
      right: isThere ? words.there : words.missing,
      basis: clause,
    })),
    {
      key: 'window',
      name: words.checkWindow,
      result: latestOn === null || filedOn === undefined ? 'none' : filedOn <= latestOn ? 'pass' : 'fail',
      left: latestOn === null ? '—' : words.until(latestOn),
      right: filedOn ?? '—',
      basis: '',
    },
    {
      key: 'capacity',
      name: words.checkCapacity,
      result: people <= trainingClass.capacity ? 'pass' : 'fail',
      left: words.atMost(trainingClass.capacity),
      right: words.persons(people),
      basis: '',
    },
  ];
}
