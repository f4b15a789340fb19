import { CommentOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useReviewDraft, type PlacedMark } from './review-draft.tsx';
import { reviewWords } from './words.ts';

interface MarkButtonProps {
  /** Where the comment stands: a field, a row, a page. */
  readonly anchor: Pick<PlacedMark, 'pointer' | 'row' | 'page'>;
  readonly place: string;
}

/** A comment on exactly this place; it becomes a point of the one correction notice (一次性告知). */
export function MarkButton({ anchor, place }: MarkButtonProps) {
  const words = useWords(reviewWords);
  const { draft, mayMark, change } = useReviewDraft();
  const [isOpen, setOpen] = useState(false);
  if (!mayMark) return null;
  const count = draft.marks.filter((mark) => mark.place === place).length;
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<CommentOutlined aria-hidden="true" />}
        aria-label={count > 0 ? `${words.markOn(place)} ${count}` : words.markOn(place)}
        onClick={() => setOpen(true)}
      >
        {count > 0 ? count : words.mark}
      </Button>
      {isOpen && (
        <MarkDialog
          place={place}
          onClose={() => setOpen(false)}
          onAdd={(mark) => {
            change({ marks: [...draft.marks, { ...anchor, ...mark, place }] });
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

interface MarkDialogProps {
  readonly place: string;
  readonly onAdd: (mark: { readonly text: string; readonly suggested?: string; readonly clause?: string }) => void;
  readonly onClose: () => void;
}

function MarkDialog({ place, onAdd, onClose }: MarkDialogProps) {
  const words = useWords(reviewWords);
  const [text, setText] = useState('');
  const [suggested, setSuggested] = useState('');
  const [clause, setClause] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isMissing = attempt > 0 && text.trim() === '';
  const add = (): void => {
    setAttempt(attempt + 1);
    if (text.trim() === '') return;
    onAdd({
      text: text.trim(),
      ...(suggested.trim() === '' ? {} : { suggested: suggested.trim() }),
      ...(clause.trim() === '' ? {} : { clause: clause.trim() }),
    });
  };
  return (
    <FormDialog
      title={words.markOn(place)}
      act={words.markAdd}
      attempt={attempt}
      findings={isMissing ? [{ fieldId: 'kbt-mark-text', text: words.markNeeded }] : []}
      onSend={add}
      onClose={onClose}
      // The dialog takes the focus itself as it opens: only then can it be handed to the text.
      onShown={(isShown) => isShown && document.getElementById('kbt-mark-text')?.focus()}
    >
      <div className="kbt-form">
        <label htmlFor="kbt-mark-text">{words.markText}</label>
        <Input.TextArea
          id="kbt-mark-text"
          rows={3}
          maxLength={500}
          value={text}
          aria-invalid={isMissing}
          onChange={(event) => setText(event.target.value)}
        />
        <label htmlFor="kbt-mark-suggested">{words.markSuggested}</label>
        <Input id="kbt-mark-suggested" maxLength={500} value={suggested} onChange={(event) => setSuggested(event.target.value)} />
        <label htmlFor="kbt-mark-clause">{words.markClause}</label>
        <Input id="kbt-mark-clause" maxLength={100} value={clause} onChange={(event) => setClause(event.target.value)} />
      </div>
    </FormDialog>
  );
}
