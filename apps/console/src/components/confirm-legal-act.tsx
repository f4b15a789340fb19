import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { wantsSecondFactor } from '../api/problem-error.ts';
import { useWords } from '../app/i18n/define-words.ts';
import { Field } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { SecondFactorNote } from './second-factor-note.tsx';
import { componentWords } from './words.ts';

interface ConfirmLegalActProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** The verb on the button: what will be done. */
  readonly act: string;
  /** Exactly what will be sent or signed. */
  readonly children: ReactNode;
  /** Whether a reason must be given. */
  readonly asksReason?: boolean;
  readonly isDanger?: boolean;
  /** Whether the act wants a fresh second factor: said above its button. */
  readonly wantsSecondFactor?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

/** The last look before an act with legal effect: what it does, what cannot be undone, and the reason where one is due. */
export function ConfirmLegalAct(props: ConfirmLegalActProps) {
  const words = useWords(componentWords);
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isMissing = Boolean(props.asksReason) && attempt > 0 && reason.trim() === '';
  const isUnproved = Boolean(props.wantsSecondFactor) && wantsSecondFactor(props.error);
  const confirm = (): void => {
    setAttempt(attempt + 1);
    if (!props.asksReason || reason.trim() !== '') props.onConfirm(reason.trim());
  };
  return (
    <FormDialog
      isOpen={props.isOpen}
      width={640}
      title={props.title}
      act={props.act}
      isDanger={props.isDanger ?? false}
      isPending={props.isPending}
      attempt={attempt}
      findings={isMissing ? [{ fieldId: 'kbt-reason', text: words.reasonNeeded }] : []}
      error={isUnproved ? null : props.error}
      onSend={confirm}
      onClose={props.onCancel}
    >
      {props.children}
      {props.asksReason && (
        <Field id="kbt-reason" label={words.reason} error={isMissing ? words.reasonNeeded : undefined}>
          {(control) => (
            <Input.TextArea {...control} rows={3} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      )}
      {props.wantsSecondFactor && <SecondFactorNote error={props.error} />}
      <p className="kbt-hint">{words.cannotUndo}</p>
    </FormDialog>
  );
}
