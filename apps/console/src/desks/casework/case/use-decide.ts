import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { answer, api, ifMatch } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem-error.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { taskQuery, type TaskDetail } from '../api.ts';
import { useReviewDraft } from './review-draft.tsx';
import { reviewWords } from './words.ts';

type Page = components['schemas']['InboxPage'];

/** Sends a decision; then the next task of the list one came from opens by itself. */
export function useDecide(task: TaskDetail, version: number | undefined) {
  const words = useWords(reviewWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { forget } = useReviewDraft();
  const following = (): string | undefined => {
    const lists = queries.getQueriesData<InfiniteData<Page>>({ queryKey: ['tasks', 'list'] });
    for (const [, list] of lists) {
      const items = list?.pages.flatMap(({ items: shown }) => shown) ?? [];
      const at = items.findIndex(({ id }) => id === task.id);
      const next =
        at < 0
          ? undefined
          : [...items.slice(at + 1), ...items.slice(0, at)].find(
              ({ isAssigned, assignedToMe, closedAt }) => closedAt === null && (!isAssigned || assignedToMe),
            );
      if (next) return next.id;
    }
    return undefined;
  };
  return useAct(
    (body: components['schemas']['DecisionRequest'], headers) =>
      answer(
        api.POST('/v1/tasks/{id}/decision', { params: { path: { id: task.id } }, body, headers: { ...headers, ...ifMatch(version) } }),
      ).catch((error: unknown) => {
        if (error instanceof ProblemError && error.problem.code === 'VERSION_STALE')
          void queries.invalidateQueries({ queryKey: taskQuery(task.id).queryKey });
        throw error;
      }),
    ({ next }) => {
      const to = following();
      forget();
      void message.success(words.sent(next.sentence[language]), 6);
      void navigate(to === undefined ? '/inbox' : `/tasks/${to}`, { replace: true });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['cases'] });
      void queries.invalidateQueries({ queryKey: ['claims'] });
    },
  );
}
