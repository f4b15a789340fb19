import { useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { answer, api } from '../../../../api/client.ts';
import { useAct } from '../../../../api/use-act.ts';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { useShortcut } from '../../../../app/keys/use-shortcut.ts';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../../components/error-alert.tsx';
import { useLanguage } from '../../../../app/i18n/language.ts';
import { taskQuery, type Material, type TaskDetail } from '../../api.ts';
import { reviewWords } from '../words.ts';
import { Viewer } from './viewer.tsx';

/** The papers of the filing, one opened beside the form; its page is kept while one looks around. */
export function EvidencePane({ task }: { readonly task: TaskDetail }) {
  const words = useWords(reviewWords);
  const language = useLanguage();
  const { materials } = task;
  const [search, setSearch] = useSearchParams();
  const [pages, setPages] = useState<Readonly<Record<string, number>>>({});
  const index = Math.max(
    0,
    materials.findIndex(({ id }) => id === search.get('paper')),
  );
  const current = materials[index];
  const { error, tick } = useTick(task);
  const show = (at: number): void => {
    const material = materials[(at + materials.length) % materials.length];
    if (material) setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), paper: material.id }), { replace: true });
  };
  useShortcut('e', { zh: '下一份材料', en: 'Next paper' }, () => show(index + 1), materials.length > 1);
  useShortcut('v', { zh: '标记已查看', en: 'Mark as looked at' }, () => current && tick(current, !current.isViewed), current !== undefined);
  const name = ({ title, titleEn }: Material): string => (language === 'en' ? titleEn : title);
  if (!current) {
    return (
      <section aria-label={words.evidence}>
        <EmptyState why={words.noEvidence} />
      </section>
    );
  }
  return (
    <section className="kbt-card kbt-evidence" aria-label={words.evidence}>
      <h2>
        {words.evidence}{' '}
        <span className="kbt-hint">{words.viewedCount(materials.filter(({ isViewed }) => isViewed).length, materials.length)}</span>
      </h2>
      {error && <ErrorAlert error={error} />}
      <ul className="kbt-papers">
        {materials.map((material, at) => (
          <li key={material.id} className={material.id === current.id ? 'kbt-paper-current' : ''}>
            <Checkbox
              checked={material.isViewed}
              aria-label={words.markViewed(name(material))}
              onChange={(event) => tick(material, event.target.checked)}
            />
            <button type="button" aria-current={material.id === current.id} onClick={() => show(at)}>
              {name(material)}
            </button>
          </li>
        ))}
      </ul>
      <Viewer
        key={current.id}
        address={current.address}
        mediaType={current.mediaType}
        slot={current.slot}
        name={name(current)}
        page={pages[current.id] ?? 1}
        onPage={(page) => setPages({ ...pages, [current.id]: page })}
      />
    </section>
  );
}

/** Ticks at once on the screen; the server is told, and the tick goes again should it refuse. */
function useTick(task: TaskDetail) {
  const queries = useQueryClient();
  const key = taskQuery(task.id).queryKey;
  const refresh = (): void => void queries.invalidateQueries({ queryKey: key });
  const act = useAct(({ sha256, isViewed }: { readonly sha256: string; readonly isViewed: boolean }, headers) =>
    answer(api.POST('/v1/tasks/{id}/viewed', { params: { path: { id: task.id } }, body: { sha256, isViewed }, headers })),
  );
  const tick = ({ fileSha256 }: Material, isViewed: boolean): void => {
    queries.setQueryData(key, (old) => {
      if (!old) return old;
      const materials = old.data.materials.map((one) => (one.fileSha256 === fileSha256 ? { ...one, isViewed } : one));
      return { ...old, data: { ...old.data, materials } };
    });
    act.mutate({ sha256: fileSha256, isViewed }, { onError: refresh });
  };
  return { error: act.error, tick };
}
