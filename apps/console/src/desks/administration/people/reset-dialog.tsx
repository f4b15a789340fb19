import { useQueryClient } from '@tanstack/react-query';
import { App, Radio } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { wantsSecondFactor } from '../../../api/problem-error.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { SecondFactorNote } from '../../../components/second-factor-note.tsx';
import type { Account } from './queries.ts';
import { peopleWords } from './words.ts';

type Reason = components['schemas']['SecondFactorResetRequest']['reason'];
const REASONS: readonly Reason[] = ['lost', 'broken', 'suspected'];

/** 解除验证器: of somebody who has lost theirs, with the reason; they are signed out and enrol another. */
export function ResetDialog({ account: { accountId, displayName }, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const words = useWords(peopleWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [reason, setReason] = useState<Reason>();
  const [attempt, setAttempt] = useState(0);
  const reset = useAct(
    (given: Reason, headers) =>
      answer(api.POST('/v1/accounts/{id}/second-factor/reset', { params: { path: { id: accountId } }, body: { reason: given }, headers })),
    () => {
      void message.success(words.resetDone);
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  );
  const isMissing = attempt > 0 && reason === undefined;
  return (
    <FormDialog
      title={words.resetOf(displayName)}
      act={words.reset}
      isDanger
      isPending={reset.isPending}
      attempt={attempt}
      findings={isMissing ? [{ fieldId: 'kbt-reset-lost', text: words.resetReasonNeeded }] : []}
      error={wantsSecondFactor(reset.error) ? null : reset.error}
      onSend={() => {
        setAttempt(attempt + 1);
        if (reason !== undefined) reset.mutate(reason);
      }}
      onClose={onClose}
    >
      <p>{words.resetText(displayName)}</p>
      <fieldset className="kbt-reset-reason">
        <legend>{words.resetReason}</legend>
        <Radio.Group value={reason} onChange={({ target }) => setReason(target.value as Reason)}>
          {REASONS.map((one) => (
            <Radio key={one} id={`kbt-reset-${one}`} value={one}>
              {words.resetReasons[one]}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <SecondFactorNote error={reset.error} isBeside />
    </FormDialog>
  );
}
