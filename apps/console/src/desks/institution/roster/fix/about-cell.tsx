import { Button } from 'antd';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../../app/i18n/language.ts';
import { shownValue, type Edits, type EditStep } from './edits.ts';
import type { FindingsByPlace, GridColumn, GridRow } from './rows.ts';
import { fixWords } from './words.ts';

interface AboutCellProps {
  readonly id: string;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly edits: Edits;
  readonly findings: FindingsByPlace;
  readonly onChange: (steps: readonly EditStep[]) => void;
}

/** The cell one is at, whole: what is wrong with it and what to do; the grid names this as its description. */
export function AboutCell({ id, row, column, edits, findings, onChange }: AboutCellProps) {
  const words = useWords(fixWords);
  const { field, letter, title } = column;
  const edit = edits.get(row.row);
  const wasLeftOut = row.state === 'left-out';
  const isLeftOut = edit?.isLeftOut ?? wasLeftOut;
  return (
    <div className="kbt-fix-about">
      <div id={id}>
        <p>
          <strong>
            {letter}
            {row.row} {title}
          </strong>
          ：{shownValue(row, field, edit) || '—'}
        </p>
        <Notes row={row} column={column} edits={edits} findings={findings} />
      </div>
      <div className="kbt-fix-bar">
        <Button size="small" onClick={() => onChange([{ row: row.row, isLeftOut: isLeftOut === wasLeftOut ? !wasLeftOut : undefined }])}>
          {isLeftOut ? words.takeBack(row.row) : words.leaveOut(row.row)}
        </Button>
        {row.corrected.includes(field) && edit?.values[field] !== null && (
          <Button size="small" onClick={() => onChange([{ row: row.row, field, value: null }])}>
            {words.restore}
          </Button>
        )}
      </div>
    </div>
  );
}

function Notes({ row, column, edits, findings }: Omit<AboutCellProps, 'id' | 'onChange'>) {
  const words = useWords(fixWords);
  const language = useLanguage();
  const { field } = column;
  const typed = edits.get(row.row)?.values[field];
  if (typed !== undefined) return <p>{typed === null ? words.restored : words.edited}</p>;
  const found = findings.ofCell(row.row, field);
  const isMasked = row.masked.includes(field);
  return (
    <>
      {found.map(({ code, severity, message, remedy, messageEn }) => (
        <p key={code} className={severity === 'error' ? 'kbt-wrong' : 'kbt-lacking'}>
          {language === 'en' ? messageEn : `${message}；${remedy}`}
        </p>
      ))}
      {found.length === 0 && <p className="kbt-hint">{isMasked ? words.masked : words.fine}</p>}
      {row.corrected.includes(field) && <p className="kbt-hint">{words.corrected}</p>}
    </>
  );
}
