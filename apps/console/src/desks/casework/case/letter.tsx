import { useWords } from '../../../app/i18n/define-words.ts';
import { worded } from '../../../components/case-words.ts';
import { reasonWords } from '../../../components/reason-words.ts';
import type { TaskDetail } from '../api.ts';
import type { Draft } from './review-draft.tsx';
import { reviewWords } from './words.ts';

interface LetterProps {
  readonly task: TaskDetail;
  readonly action: string;
  readonly draft: Draft;
}

/** What the institution will read, before it is sent: every point at once, with place, clause and suggested value. */
export function Letter({ task, action, draft }: LetterProps) {
  const words = useWords(reviewWords);
  const reasons = useWords(reasonWords);
  const opening = { return: words.letterReturn, refuse: words.letterRefuse, approve: words.letterApprove }[action] ?? words.letterOther;
  const marks = action === 'return' ? draft.marks : [];
  return (
    <section className="kbt-letter" aria-label={words.letter}>
      <h3>{words.letter}</h3>
      <p>
        {task.case.institution.name}：《{task.case.title}》（{task.case.number}）
      </p>
      <p>{opening}</p>
      {draft.reasonCode !== undefined && action !== 'approve' && (
        <p>
          {words.reasonLine}：{worded(reasons, draft.reasonCode)}
        </p>
      )}
      {draft.comment.trim() !== '' && <p className="kbt-free-text">{draft.comment}</p>}
      <ol>
        {marks.map((mark, index) => (
          <li key={`${mark.place}-${index}`}>
            <b>{mark.place}</b>：{mark.text}
            {mark.suggested !== undefined && `（${words.letterSuggested}：${mark.suggested}）`}
            {mark.clause !== undefined && (
              <span className="kbt-hint">
                （{words.letterClause}：{mark.clause}）
              </span>
            )}
          </li>
        ))}
      </ol>
      {action === 'approve' && draft.exclusions.length > 0 && <p>{words.excluded(draft.exclusions.length)}</p>}
      <p className="kbt-letter-end">{words.letterEnd(task.office?.name ?? '')}</p>
    </section>
  );
}
