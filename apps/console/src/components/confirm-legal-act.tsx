import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { wantsSecondFactor } from '../api/problem-error.ts';
import { useWords } from '../app/i18n/define-words.ts';
import { ErrorAlert } from './error-alert.tsx';
import { ErrorSummary } from './error-summary.tsx';
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
  const hasFailed = props.error !== null && props.error !== undefined;
  const isUnproved = Boolean(props.wantsSecondFactor) && wantsSecondFactor(props.error);
  const confirm = (): void => {
    setAttempt(attempt + 1);
    if (!props.asksReason || reason.trim() !== '') props.onConfirm(reason.trim());
  };
  return (
    <Modal
      open={props.isOpen}
      title={props.title}
      okText={props.act}
      cancelText={words.cancel}
      okButtonProps={{ danger: props.isDanger ?? false }}
      confirmLoading={props.isPending}
      onOk={confirm}
      onCancel={props.onCancel}
      width={640}
    >
      <ErrorSummary attempt={attempt} findings={isMissing ? [{ fieldId: 'kbt-reason', text: words.reasonNeeded }] : []} />
      {hasFailed && !isUnproved && <ErrorAlert error={props.error} />}
      {props.children}
      {props.asksReason && (
        <>
          <label htmlFor="kbt-reason">{words.reason}</label>
          <Input.TextArea
            id="kbt-reason"
            rows={3}
            maxLength={2000}
            value={reason}
            status={isMissing ? 'error' : ''}
            aria-invalid={isMissing}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
      {props.wantsSecondFactor && <SecondFactorNote error={props.error} />}
      <p className="kbt-hint">{words.cannotUndo}</p>
    </Modal>
  );
}
