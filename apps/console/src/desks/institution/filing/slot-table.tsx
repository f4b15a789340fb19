import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { FileButton } from '../../../components/file-button.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { filingWords } from './words.ts';

/** A paper the policy asks for. */
export interface Slot {
  readonly slot: string;
  readonly title: string;
  readonly titleEn: string;
  readonly form: 'file' | 'form';
  readonly clause: string;
  readonly isThere: boolean;
}

export interface SlotFile {
  readonly id: string;
  readonly slot: string;
  readonly fileName: string;
}

interface SlotTableProps {
  readonly slots: readonly Slot[];
  readonly files: readonly SlotFile[];
  readonly hrefOf: (file: SlotFile) => string;
  /** Undefined: nothing can be changed any more. */
  readonly change:
    | {
        readonly upload: (slot: string, file: File) => void;
        readonly remove: (id: string) => void;
        readonly pendingSlot: string | undefined;
      }
    | undefined;
}

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.doc,.docx,.xls,.xlsx';

/** 申报材料: one line a paper, with its clause, what was uploaded, and the button to upload it. */
export function SlotTable({ slots, files, hrefOf, change }: SlotTableProps) {
  const words = useWords(filingWords);
  const language = useLanguage();
  const columns: readonly Column<Slot>[] = [
    { key: 'slot', title: words.slot, isHeader: true, render: ({ title, titleEn }) => (language === 'en' ? titleEn : `《${title}》`) },
    { key: 'clause', title: words.clause, render: ({ clause }) => clause },
    {
      key: 'state',
      title: words.state,
      render: ({ isThere }) => <StatusTag tone={isThere ? 'good' : 'attention'}>{isThere ? words.there : words.lacking}</StatusTag>,
    },
    {
      key: 'files',
      title: words.files,
      render: ({ slot, title, form }) =>
        form === 'form' ? (
          <span className="kbt-hint">{words.made}</span>
        ) : (
          <Files
            files={files.filter((one) => one.slot === slot)}
            hrefOf={hrefOf}
            onRemove={change?.remove}
            button={
              change && (
                <FileButton
                  label={words.upload}
                  about={title}
                  accept={ACCEPT}
                  isPending={change.pendingSlot === slot}
                  onFile={(file) => change.upload(slot, file)}
                />
              )
            }
          />
        ),
    },
  ];
  return <DataTable caption={words.materials} columns={columns} rows={slots} rowKey={({ slot }) => slot} />;
}

interface FilesProps {
  readonly files: readonly SlotFile[];
  readonly hrefOf: (file: SlotFile) => string;
  readonly onRemove: ((id: string) => void) | undefined;
  readonly button: ReactNode;
}

function Files({ files, hrefOf, onRemove, button }: FilesProps) {
  const words = useWords(filingWords);
  return (
    <>
      <ul className="kbt-files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={hrefOf(file)} target="_blank" rel="noreferrer">
              {file.fileName}
            </a>
            {onRemove && (
              <Button type="text" size="small" onClick={() => onRemove(file.id)} aria-label={`${words.remove} ${file.fileName}`}>
                ✕
              </Button>
            )}
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}
