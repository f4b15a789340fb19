import { DownloadOutlined } from '@ant-design/icons';
import { useWords } from '../app/i18n/define-words.ts';
import { paperWords } from './paper-words.ts';

interface SheetLinkProps {
  /** Address of the workbook: the list's own address with `.xlsx`. */
  readonly href: string;
  /** Which list, read out after the label. */
  readonly of: string;
}

/** The list as a workbook: the same rows, rights and masks as on the screen. */
export function SheetLink({ href, of }: SheetLinkProps) {
  const words = useWords(paperWords);
  return (
    <a href={href} download className="kbt-sheet" aria-label={words.sheetOf(of)}>
      <DownloadOutlined aria-hidden="true" /> {words.excel}
    </a>
  );
}
