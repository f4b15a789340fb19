import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { slotName } from '../../../components/slot-words.ts';
import type { TaskDetail } from '../api.ts';
import { classQuery, enrollmentsQuery, filingQuery, recomputationQuery } from './case-queries.ts';
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
  return { isPending: isFiling && filing === undefined, items: [...(filing ?? []), ...claim, registers] };
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
    ...filing.materials.map(({ slot, isThere, clause }): Check => ({
      key: `material-${slot}`,
      name: words.checkMaterial(slotName(slot, language)),
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
