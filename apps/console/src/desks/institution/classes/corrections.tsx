import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router';
import { defineWords, useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { worded } from '../../../components/case-words.ts';
import { changesQuery, type FilingChangesOf } from '../../../components/filing-changes/changes-query.ts';
import { changeWords } from '../../../components/filing-changes/words.ts';
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
  const fields = useWords(changeWords).field;
  const language = useLanguage();
  /** The field or paper by its name; a place this page has no name for stays the server's pointer. */
  const placeOf = (pointer: string): string => {
    const paper = filing.materials.find(({ slot }) => pointer === `/materials/${slot}`);
    if (paper) return language === 'en' ? paper.titleEn : paper.title;
    return worded(fields, pointer);
  };
  const place = `/classes/${classId}/filing/${filing.kind}`;
  const { pathname } = useLocation();
  const from = Math.max(0, ...filing.versions.map(({ version }) => version));
  const changes = useQuery({ ...changesQuery({ classId, kind: filing.kind, from }), enabled: from > 0 }).data;
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
                pointer !== null && placeOf(pointer),
                row !== null && words.row(row),
                page !== null && words.page(page),
                clause,
                suggested !== null && words.suggested(suggested),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {changes && <Mended at={{ pointer, row }} changes={changes} />}
          </li>
        ))}
      </ol>
      <p>
        {words.paused} {pathname !== place && <Link to={place}>{words.go}</Link>}
      </p>
    </section>
  );
}

type Place = Pick<Filing['marks'][number], 'pointer' | 'row'>;

/** What was done at a marked place since it was returned: before and after, or that nothing was changed yet. */
function Mended({ at: { pointer, row }, changes }: { readonly at: Place; readonly changes: FilingChangesOf }) {
  const words = useWords(changeWords);
  const told = (text: string) => <span className="kbt-line kbt-is">{text}</span>;
  const material = changes.materials.find(({ slot }) => pointer === `/materials/${slot}`);
  if (material) return told(words.replaced);
  const field = [...changes.fields, ...changes.lessons, ...changes.courses].find((one) => one.pointer === pointer);
  if (field) return told(words.changedTo(field.before ?? words.nothing, field.after ?? words.dropped));
  if (row !== null && changes.roster.some((one) => one.row === row && one.change === 'removed')) return told(words.rowRemoved);
  return pointer === null && row === null ? null : <span className="kbt-line kbt-lacking">{words.notYet}</span>;
}
