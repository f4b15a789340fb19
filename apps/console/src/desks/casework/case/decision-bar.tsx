import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { useShortcut } from '../../../app/keys/use-shortcut.ts';
import { caseWords, worded } from '../../../components/case-words.ts';
import type { TaskDetail } from '../api.ts';
import { isSignature } from './act-rules.ts';
import { DecideDialog } from './decide-dialog.tsx';
import { useReviewDraft } from './review-draft.tsx';
import { signWords } from './sign-words.ts';
import { reviewWords } from './words.ts';

interface DecisionBarProps {
  readonly task: TaskDetail;
  readonly version: number | undefined;
}

const DANGER = new Set(['refuse', 'stop', 'dismiss']);
const GOOD = new Set(['approve', 'sign', 'accept', 'complete', 'acknowledge', 'uphold']);

/** The acts open to this person, always in the same place; where there are none, why not, in words with the clause. */
export function DecisionBar({ task, version }: DecisionBarProps) {
  const words = useWords(reviewWords);
  const signs = useWords(signWords);
  const cases = useWords(caseWords);
  const language = useLanguage();
  const { draft } = useReviewDraft();
  const [search, setSearch] = useSearchParams();
  const [action, setAction] = useState<string | undefined>(search.get('act') ?? undefined);
  const open = (wanted: string): void => {
    setAction(wanted);
    setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), act: wanted }), { replace: true });
  };
  const close = (): void => {
    setAction(undefined);
    setSearch(
      (before) => {
        before.delete('act');
        return before;
      },
      { replace: true },
    );
  };
  useShortcut('a', { zh: '通过', en: 'Approve' }, () => open('approve'), task.actions.includes('approve'));
  useShortcut('r', { zh: '一次性告知补正', en: 'Return for correction' }, () => open('return'), task.actions.includes('return'));
  const unviewed = task.materials.filter(({ isViewed }) => !isViewed).length;
  const why = task.closedAt !== null ? words.closed : language === 'en' ? task.whyNot?.messageEn : task.whyNot?.message;
  return (
    <section className="kbt-decide" aria-label={words.decide}>
      {task.actions.length === 0 ? (
        <p>
          <b>{words.whyNot}</b>
          {why}
        </p>
      ) : (
        <>
          <span className="kbt-hint" role="status">
            {task.actions.some((one) => isSignature(task.stage, one)) && signs.signNeeds} {unviewed > 0 && words.unviewed(unviewed)}{' '}
            {draft.marks.length > 0 && `${words.marks} ${draft.marks.length}`}
          </span>
          <span className="kbt-actions">
            {[...task.actions]
              .sort((a, b) => Number(GOOD.has(a)) - Number(GOOD.has(b)))
              .map((one) => (
                <Button key={one} type={GOOD.has(one) ? 'primary' : 'default'} danger={DANGER.has(one)} onClick={() => open(one)}>
                  {worded(cases.action, one)}
                </Button>
              ))}
          </span>
        </>
      )}
      {action !== undefined && task.actions.includes(action) && (
        <DecideDialog task={task} version={version} action={action} onClose={close} />
      )}
    </section>
  );
}
