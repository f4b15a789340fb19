import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, ifMatch } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { ConfirmLegalAct } from '../../../components/confirm-legal-act.tsx';
import type { Override } from '../../../components/overrides/overrides-query.ts';
import { overrideWords } from '../../../components/overrides/words.ts';

type Verb = 'approve' | 'refuse';

/** The second person's decision; whoever proposed it reads why there are no buttons. */
export function DecideOverride({ override, name }: { readonly override: Override; readonly name: string }) {
  const words = useWords(overrideWords);
  const queries = useQueryClient();
  const [verb, setVerb] = useState<Verb>();
  const { id: overrideId, claimId, fact, value, reason, state, isMine, version } = override;
  const decide = useAct(
    (act: Verb, headers) => {
      const request = { params: { path: { id: claimId, override: overrideId } }, headers: { ...headers, ...ifMatch(version) } };
      return answer(
        act === 'approve'
          ? api.POST('/v1/claims/{id}/overrides/{override}/approve', request)
          : api.POST('/v1/claims/{id}/overrides/{override}/refuse', request),
      );
    },
    () => {
      setVerb(undefined);
      void queries.invalidateQueries({ queryKey: ['claims'] });
    },
  );
  if (state !== 'proposed') return null;
  if (isMine) return <span className="kbt-hint">{words.mine}</span>;
  return (
    <span className="kbt-row-acts">
      <Button size="small" type="primary" onClick={() => setVerb('approve')}>
        {words.approve}
      </Button>
      <Button size="small" onClick={() => setVerb('refuse')}>
        {words.refuse}
      </Button>
      <ConfirmLegalAct
        isOpen={verb !== undefined}
        title={words.confirmTitle(name)}
        act={verb === 'refuse' ? words.refuse : words.approve}
        isDanger={verb === 'refuse'}
        isPending={decide.isPending}
        error={decide.error}
        onConfirm={() => verb && decide.mutate(verb)}
        onCancel={() => setVerb(undefined)}
      >
        <p>
          {words.facts[fact]} {value !== null && <Amount value={value.value} capital />}
        </p>
        <p>
          {words.reason}：{reason}
        </p>
        <p>{words.confirmText}</p>
      </ConfirmLegalAct>
    </span>
  );
}
