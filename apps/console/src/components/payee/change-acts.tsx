import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { OfficeKind, Role } from '#libs/contracts';
import { answer, api, ifMatch } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../app/i18n/define-words.ts';
import { useMe } from '../../app/session/session.ts';
import { ConfirmLegalAct } from '../confirm-legal-act.tsx';
import type { PayeeChange } from './queries.ts';
import { payeeWords } from './words.ts';

type Act = 'confirm' | 'refuse' | 'stop';

/** What may be done with one change of an account, by whom it is; the server asks again. */
function useActs({ state, isMine, isEffective }: PayeeChange): readonly Act[] {
  const { office, roles } = useMe();
  const isOwn = office.officeKind === OfficeKind.Institution || office.officeKind === OfficeKind.EvaluationBody;
  const isBureau = office.officeKind === OfficeKind.HumanResources;
  const maySecond = isBureau && !isMine && (roles.includes(Role.CountyAdministrator) || roles.includes(Role.Leader));
  const mayStop = isOwn || (isBureau && [Role.CountyAdministrator, Role.Leader, Role.Caseworker].some((role) => roles.includes(role)));
  const isOpen = state === 'proposed' || (state === 'confirmed' && !isEffective);
  return [
    ...(state === 'proposed' && maySecond ? (['confirm', 'refuse'] as const) : []),
    ...(isOpen && mayStop ? (['stop'] as const) : []),
  ];
}

/** The second person's acts on a change of an account, and stopping it. */
export function ChangeActs({ change }: { readonly change: PayeeChange }) {
  const words = useWords(payeeWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Act>();
  const acts = useActs(change);
  const { id, institutionId, version, payeeName, payeeBank, payeeAccount } = change;
  const act = useAct(
    (which: Act, headers) => {
      const options = { params: { path: { id: institutionId, change: id } }, headers: { ...headers, ...ifMatch(version) } };
      if (which === 'confirm') return answer(api.POST('/v1/institutions/{id}/payee-changes/{change}/confirm', options));
      if (which === 'refuse') return answer(api.POST('/v1/institutions/{id}/payee-changes/{change}/refuse', options));
      return answer(api.POST('/v1/institutions/{id}/payee-changes/{change}/stop', options));
    },
    () => {
      setAsked(undefined);
      void message.success(words.done);
      void queries.invalidateQueries({ queryKey: ['institutions'] });
    },
  );
  const texts = { confirm: words.confirmText, refuse: words.refuseText, stop: words.stopText };
  return (
    <>
      {change.isMine && change.state === 'proposed' && <span className="kbt-hint">{words.mine}</span>}
      <div className="kbt-actions">
        {acts.map((which) => (
          <Button key={which} size="small" aria-label={`${words[which]} ${payeeAccount}`} onClick={() => setAsked(which)}>
            {words[which]}
          </Button>
        ))}
      </div>
      <ConfirmLegalAct
        isOpen={asked !== undefined}
        title={words[asked ?? 'confirm']}
        act={words[asked ?? 'confirm']}
        isDanger={asked !== 'confirm'}
        isPending={act.isPending}
        error={act.error}
        wantsSecondFactor={asked === 'confirm' || asked === 'refuse'}
        onConfirm={() => asked && act.mutate(asked)}
        onCancel={() => setAsked(undefined)}
      >
        <p>
          <strong>{`${payeeName}，${payeeBank}，${payeeAccount}`}</strong>
        </p>
        <p>{texts[asked ?? 'confirm']}</p>
      </ConfirmLegalAct>
    </>
  );
}
