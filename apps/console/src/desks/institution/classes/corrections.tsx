import { Link } from 'react-router';
import { defineWords, useWords } from '../../../app/i18n/define-words.ts';
import type { Filing } from '../queries.ts';

const words_ = defineWords(
  {
    title: (kind: string) => `${kind}需要补正（一次性告知）`,
    opening: '开班申请',
    completion: '结业申请',
    row: (row: number) => `第 ${row} 行`,
    page: (page: number) => `第 ${page} 页`,
    suggested: (value: string) => `建议：${value}`,
    paused: '补正期间审核期限暂停。全部改好后重新提交。',
    go: '去补正并重新提交',
  },
  {
    title: (kind) => `${kind}: corrections needed, all of them at once`,
    opening: 'Opening',
    completion: 'Completion',
    row: (row) => `row ${row}`,
    page: (page) => `page ${page}`,
    suggested: (value) => `Suggested: ${value}`,
    paused: 'The clock of the review stands still meanwhile. File again when all is corrected.',
    go: 'Correct and file again',
  },
);

/** The one correction notice: every point at its place, with clause and suggestion. */
export function Corrections({ filing, classId }: { readonly filing: Filing; readonly classId: string }) {
  const words = useWords(words_);
  return (
    <section className="kbt-notice" aria-labelledby={`kbt-correct-${filing.kind}`}>
      <h2 id={`kbt-correct-${filing.kind}`}>{words.title(words[filing.kind])}</h2>
      {filing.reason?.comment && <p>{filing.reason.comment}</p>}
      <ol>
        {filing.marks.map(({ pointer, row, page, clause, text, suggested }, index) => (
          <li key={`${index}-${pointer ?? ''}`}>
            {text}
            <span className="kbt-hint kbt-line">
              {[
                pointer,
                row !== null && words.row(row),
                page !== null && words.page(page),
                clause,
                suggested !== null && words.suggested(suggested),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      <p>
        {words.paused} <Link to={`/classes/${classId}/filing/${filing.kind}`}>{words.go}</Link>
      </p>
    </section>
  );
}
