import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Field } from '../../../components/field.tsx';
import type { SubjectColumn } from './subject-columns.ts';
import { readPasted, type SubjectRow } from './subject-rows.ts';
import { subjectWords } from './words.ts';

interface PasteSubjectsProps {
  readonly columns: readonly SubjectColumn[];
  readonly onRead: (rows: readonly SubjectRow[]) => void;
}

/** The list from a spreadsheet; nothing is sent before it was looked at and saved. */
export function PasteSubjects({ columns, onRead }: PasteSubjectsProps) {
  const words = useWords(subjectWords);
  const [text, setText] = useState('');
  const [count, setCount] = useState<number>();
  const titles = columns.map(({ label }) => label);
  const csv = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${titles.join(',')}\n`)}`;
  return (
    <details>
      <summary>{words.paste}</summary>
      <Field id="kbt-paste" label={words.pasteLabel} hint={words.pasteHint(titles.join('、'))}>
        {(control) => <Input.TextArea {...control} rows={4} value={text} onChange={({ target }) => setText(target.value)} />}
      </Field>
      <p className="kbt-submit">
        <Button
          disabled={text.trim() === ''}
          onClick={() => {
            const rows = readPasted(text, columns);
            setCount(rows.length);
            setText('');
            onRead(rows);
          }}
        >
          {words.pasteDo}
        </Button>
        <a href={csv} download="template.csv">
          {words.template}
        </a>
      </p>
      <p role="status">{count !== undefined && words.read(count)}</p>
    </details>
  );
}
