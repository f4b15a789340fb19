import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useShortcut } from '../../../app/keys/use-shortcut.ts';
import { inboxWords } from '../words.ts';

export interface AssignTarget {
  readonly id: string;
  readonly number: string;
}

type Act = 'claim' | 'release';

/** Takes and gives back tasks: reversible, so each can be undone from its message or with z. */
export function useAssign() {
  const words = useWords(inboxWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const last = useRef<{ readonly task: AssignTarget; readonly act: Act }>(undefined);
  const send = (act: Act, id: string, headers: { readonly 'idempotency-key': string }) =>
    answer(
      act === 'claim'
        ? api.POST('/v1/tasks/{id}/claim', { params: { path: { id } }, headers })
        : api.POST('/v1/tasks/{id}/release', { params: { path: { id } }, headers }),
    );
  const assign = useAct(
    ({ act, task }: { readonly act: Act; readonly task: AssignTarget; readonly isUndo?: boolean }, headers) => send(act, task.id, headers),
    (_, { act, task, isUndo }) => {
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      last.current = isUndo ? undefined : { task, act };
      if (isUndo) void message.success(words.undone);
      else
        void message.success({
          key: 'assign',
          duration: 10,
          content: <Undoable text={act === 'claim' ? words.claimed(task.number) : words.released(task.number)} onUndo={undo} />,
        });
    },
  );
  const undo = (): void => {
    const done = last.current;
    message.destroy('assign');
    if (done) assign.mutate({ act: done.act === 'claim' ? 'release' : 'claim', task: done.task, isUndo: true });
  };
  useShortcut('z', { zh: '撤销上一步', en: 'Undo' }, undo);
  return assign;
}

function Undoable({ text, onUndo }: { readonly text: string; readonly onUndo: () => void }) {
  const words = useWords(inboxWords);
  return (
    <span>
      {text}{' '}
      <Button type="link" size="small" onClick={onUndo}>
        {words.undo}
      </Button>
    </span>
  );
}
