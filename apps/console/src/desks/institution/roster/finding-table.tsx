import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import type { Finding } from './fix/rows.ts';
import { rosterWords } from './words.ts';

/** What was found, a line a finding with its remedy. */
export function FindingTable({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords(rosterWords);
  const language = useLanguage();
  const columns: readonly Column<Finding>[] = [
    {
      key: 'place',
      title: words.place,
      isHeader: true,
      render: ({ row, column }) => (row === 0 ? words.whole : column === null ? words.row(row) : words.cell(column, row)),
    },
    { key: 'field', title: words.field, render: ({ title }) => title ?? '—' },
    { key: 'problem', title: words.problem, render: ({ message, messageEn }) => (language === 'en' ? messageEn : message) },
    ...(language === 'en' ? [] : [{ key: 'remedy', title: words.remedy, render: ({ remedy }: Finding) => remedy }]),
  ];
  return (
    <DataTable
      caption={words.result}
      columns={columns}
      rows={findings}
      rowKey={({ row, code, column }) => `${row}-${column ?? ''}-${code}`}
      rowClassName={({ severity }) => (severity === 'error' ? 'kbt-row-bad' : undefined)}
    />
  );
}
