import { useState } from 'react';
import { api, ifMatch, versioned, type Versioned } from '../../../../api/client.ts';
import { useAct } from '../../../../api/use-act.ts';
import { useWords } from '../../../../app/i18n/define-words.ts';
import type { Roster } from '../roster.ts';
import { changeOf, type Editing } from './edits.ts';
import { fixWords } from './words.ts';

/** Sends the edits to be judged. They are forgotten only once the judgement is there: whatever fails, they can be sent again. */
export function useJudge({ data, version }: Versioned<Roster>, editing: Editing, onJudged: (roster: Versioned<Roster>) => void) {
  const words = useWords(fixWords);
  const [told, setTold] = useState('');
  const act = useAct(
    (change: ReturnType<typeof changeOf>, headers) =>
      versioned<Roster>(
        api.POST('/v1/rosters/{id}/corrections', {
          params: { path: { id: data.id } },
          body: change,
          headers: { ...headers, ...ifMatch(version) },
        }),
      ),
    (judged) => {
      editing.clear();
      setTold(words.judged(judged.data.errorRows));
      onJudged(judged);
    },
  );
  const judge = (): void => {
    setTold('');
    act.mutate(changeOf(editing.edits));
  };
  return { ...act, judge, told };
}
