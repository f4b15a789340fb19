import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { roleNames } from '#libs/contracts';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
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
    <FormDialog
      title={words.closeTitle}
      act={words.close}
      isDanger
      isPending={close.isPending}
      error={close.error}
      onSend={() => close.mutate(id)}
      onClose={onClose}
    >
      <p>{words.closeText(roleNames[role][language], officeName, displayName)}</p>
      <RightsChecks wanted={{ change: 'close', accountId, officeId, roles: [role] }} />
    </FormDialog>
  );
}
