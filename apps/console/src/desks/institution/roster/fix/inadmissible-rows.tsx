import { Button } from 'antd';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../../app/i18n/language.ts';
import { inadmissible } from './bulk.ts';
import type { Edits, EditStep } from './edits.ts';
import type { Finding } from './rows.ts';
import { fixWords } from './words.ts';

/** Lines shown one by one; all of them are mended by one button. */
const SHOWN = 50;

interface InadmissibleRowsProps {
  readonly findings: readonly Finding[];
  readonly edits: Edits;
  readonly onChange: (steps: readonly EditStep[]) => void;
}

/** People who stand twice, or may not be in: no cell mends that, their rows are left out. */
export function InadmissibleRows({ findings, edits, onChange }: InadmissibleRowsProps) {
  const words = useWords(fixWords);
  const language = useLanguage();
  const found = inadmissible(findings, edits);
  if (found.length === 0) return null;
  const rows = [...new Set(found.map(({ row }) => row))];
  const leaveOut = (of: readonly number[]): void => onChange(of.map((row) => ({ row, isLeftOut: true })));
  return (
    <details className="kbt-fix-bulk">
      <summary>{words.same(rows.length)}</summary>
      <p className="kbt-hint">{words.sameLead}</p>
      <ul>
        {found.slice(0, SHOWN).map(({ row, code, title, message, messageEn }) => (
          <li key={`${row}-${code}`} className="kbt-fix-bar">
            <span>
              {words.cellOf(row, title ?? '')}：{language === 'en' ? messageEn : message}
            </span>
            <Button size="small" onClick={() => leaveOut([row])}>
              {words.leaveOut(row)}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p>{words.more(found.length - SHOWN)}</p>}
      <Button onClick={() => leaveOut(rows)}>{words.leaveOutAll(rows.length)}</Button>
    </details>
  );
}
