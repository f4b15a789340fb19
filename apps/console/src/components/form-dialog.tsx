import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../app/i18n/define-words.ts';
import { ErrorAlert } from './error-alert.tsx';
import { ErrorSummary, type Finding } from './error-summary.tsx';
import { componentWords } from './words.ts';

interface FormDialogProps {
  /** Open unless told. */
  readonly isOpen?: boolean;
  readonly title: string;
  /** The verb on the button: what will be done. */
  readonly act: string;
  readonly isDanger?: boolean;
  /** Pixels; 560 unless told. */
  readonly width?: number;
  readonly isPending?: boolean;
  /** How many times it was sent: see {@link ErrorSummary}. */
  readonly attempt?: number;
  /** What is wrong with what was entered. */
  readonly findings?: readonly Finding[];
  /** A refusal or a fault that is told as a whole and not as findings. */
  readonly error?: unknown;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** Called when it has opened or closed wholly. */
  readonly onShown?: (isShown: boolean) => void;
  readonly children: ReactNode;
}

/** A form in a dialog: what is wrong on top, the fields, and its two buttons. A click beside it loses nothing: only its buttons and Esc close it. */
export function FormDialog(props: FormDialogProps) {
  const { error, onShown } = props;
  const words = useWords(componentWords);
  return (
    <Modal
      open={props.isOpen ?? true}
      width={props.width ?? 560}
      title={props.title}
      okText={props.act}
      okButtonProps={{ danger: props.isDanger ?? false }}
      cancelText={words.cancel}
      confirmLoading={props.isPending ?? false}
      mask={{ closable: false }}
      onOk={props.onSend}
      onCancel={props.onClose}
      {...(onShown ? { afterOpenChange: onShown } : {})}
    >
      <div className="kbt-dialog-form">
        <ErrorSummary attempt={props.attempt ?? 0} findings={props.findings ?? []} />
        {error !== null && error !== undefined && <ErrorAlert error={error} />}
        {props.children}
      </div>
    </Modal>
  );
}
