import { useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { roleNames } from '#libs/contracts';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import type { Account, Grant } from './queries.ts';
import { RightsChecks } from './rights-checks.tsx';
import { peopleWords } from './words.ts';

interface CloseDialogProps {
  readonly account: Account;
  readonly grant: Grant;
  readonly onClose: () => void;
}

/** 终止岗位: who would be left to sign is told before it ends. */
export function CloseDialog({ account: { accountId, displayName }, grant: { id, officeId, officeName, role }, onClose }: CloseDialogProps) {
  const words = useWords(peopleWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const close = useAct(
    (grantId: string, headers) => answer(api.POST('/v1/grants/{id}/close', { params: { path: { id: grantId } }, headers })),
    () => {
      void message.success(words.closed);
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  );
  return (
    <Modal
      open
      width={560}
      title={words.closeTitle}
      okText={words.close}
      okButtonProps={{ danger: true }}
      cancelText={words.cancel}
      confirmLoading={close.isPending}
      mask={{ closable: false }}
      onOk={() => close.mutate(id)}
      onCancel={onClose}
    >
      {close.error && <ErrorAlert error={close.error} />}
      <p>{words.closeText(roleNames[role][language], officeName, displayName)}</p>
      <RightsChecks wanted={{ change: 'close', accountId, officeId, roles: [role] }} />
    </Modal>
  );
}
