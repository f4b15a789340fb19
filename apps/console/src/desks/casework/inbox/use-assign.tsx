import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useShortcut } from '../../../app/keys/use-shortcut.ts';
import { taskQuery } from '../api.ts';
import { inboxWords } from '../words.ts';

export interface AssignTarget {
  readonly id: string;
  readonly number: string;
}

type Act = 'claim' | 'release';

interface Input {
  readonly act: Act;
  readonly task: AssignTarget;
  readonly isUndo?: boolean;
}

/** Takes and gives back tasks: reversible, so it shows at once, and each can be undone from its message or with z. */
export function useAssign() {
  const words = useWords(inboxWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const last = useRef<{ readonly task: AssignTarget; readonly act: Act }>(undefined);
  const sent = useRef<Promise<unknown>>(Promise.resolve());
  const send = (act: Act, id: string, headers: { readonly 'idempotency-key': string }) =>
    answer(
      act === 'claim'
        ? api.POST('/v1/tasks/{id}/claim', { params: { path: { id } }, headers })
        : api.POST('/v1/tasks/{id}/release', { params: { path: { id } }, headers }),
    );
  const { mutateAsync, error, isPending } = useAct(
    ({ act, task }: Input, headers) => send(act, task.id, headers),
    (_, { act, task, isUndo }) => {
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      if (isUndo) void message.success(words.undone);
      else
        void message.success({
          key: 'assign',
          duration: 10,
          content: <Undoable text={act === 'claim' ? words.claimed(task.number) : words.released(task.number)} onUndo={undo} />,
        });
    },
  );
  const mutate = (input: Input): void => {
    const { queryKey } = taskQuery(input.task.id);
    const assignedToMe = input.act === 'claim';
    queries.setQueryData(queryKey, (old) => old && { ...old, data: { ...old.data, isAssigned: assignedToMe, assignedToMe } });
    last.current = input.isUndo ? undefined : input;
    // One after the other: an undo may follow before the server has answered.
    sent.current = sent.current.then(() => mutateAsync(input)).catch(() => queries.invalidateQueries({ queryKey }));
  };
  const undo = (): void => {
    const done = last.current;
    message.destroy('assign');
    if (done) mutate({ act: done.act === 'claim' ? 'release' : 'claim', task: done.task, isUndo: true });
  };
  useShortcut('z', { zh: '撤销上一步', en: 'Undo' }, undo);
  return { error, isPending, mutate };
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
