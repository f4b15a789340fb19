import { Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { FileButton } from '../../../components/file-button.tsx';
import { fixWords } from './fix/words.ts';
import { rosterWords } from './words.ts';

interface RosterUploadProps {
  /** Whether a roster waits already, which the new one replaces. */
  readonly replaces: boolean;
  readonly isPrimary: boolean;
  readonly isPending: boolean;
  /** Edits nobody judged yet: they go with the roster that is replaced. */
  readonly edits: number;
  readonly onFile: (file: File) => void;
}

/** Chooses the workbook; asks first where edits on the screen would be lost. */
export function RosterUpload({ replaces, isPrimary, isPending, edits, onFile }: RosterUploadProps) {
  const words = useWords(rosterWords);
  const fix = useWords(fixWords);
  const [asked, setAsked] = useState<File>();
  const settle = (file: File | undefined): void => {
    setAsked(undefined);
    if (file) onFile(file);
  };
  return (
    <>
      <FileButton
        isPrimary={isPrimary}
        label={replaces ? words.another : words.choose}
        accept=".xlsx"
        isPending={isPending}
        onFile={(file) => (edits > 0 ? setAsked(file) : onFile(file))}
      />
      <Modal
        open={asked !== undefined}
        title={fix.leaveTitle}
        okText={words.another}
        okButtonProps={{ danger: true }}
        cancelText={fix.remain}
        onOk={() => settle(asked)}
        onCancel={() => settle(undefined)}
      >
        <p>{fix.replaceText(edits)}</p>
      </Modal>
    </>
  );
}
