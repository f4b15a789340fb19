import { Button } from 'antd';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useReviewDraft } from './review-draft.tsx';
import { reviewWords } from './words.ts';

/** The points so far: all that will be told, at once. */
export function MarkList() {
  const words = useWords(reviewWords);
  const { draft, change } = useReviewDraft();
  return (
    <section aria-label={words.marks}>
      <h3>{words.marks}</h3>
      {draft.marks.length === 0 && <p className="kbt-hint">{words.marksNone}</p>}
      <ul className="kbt-mark-list">
        {draft.marks.map((mark, index) => (
          <li key={`${mark.place}-${index}`}>
            <span>
              <b>{mark.place}</b>：{mark.text}
            </span>
            <Button
              size="small"
              type="text"
              aria-label={words.markRemove(mark.place)}
              onClick={() => change({ marks: draft.marks.filter((_, at) => at !== index) })}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
