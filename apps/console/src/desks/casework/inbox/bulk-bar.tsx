import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { problemOf, type Problem } from '../../../api/problem-error.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import type { InboxItem } from '../api.ts';
import { inboxWords } from '../words.ts';

interface Result {
  readonly item: InboxItem;
  readonly problem?: Problem;
}

/** Reversible acts on several tasks; each has its own result, and no failure hides behind a number. */
export function BulkBar({ items, onClear }: { readonly items: readonly InboxItem[]; readonly onClear: () => void }) {
  const words = useWords(inboxWords);
  const queries = useQueryClient();
  const [results, setResults] = useState<readonly Result[]>();
  const [isRunning, setRunning] = useState(false);
  const run = async (act: 'claim' | 'release'): Promise<void> => {
    setRunning(true);
    const done: Result[] = [];
    for (const item of items) {
      const path = { params: { path: { id: item.id } } };
      const request = act === 'claim' ? api.POST('/v1/tasks/{id}/claim', path) : api.POST('/v1/tasks/{id}/release', path);
      done.push(
        await answer(request).then(
          () => ({ item }),
          (error: unknown) => ({ item, problem: problemOf(error) }),
        ),
      );
    }
    setRunning(false);
    setResults(done);
    void queries.invalidateQueries({ queryKey: ['tasks'] });
  };
  const close = (): void => {
    setResults(undefined);
    onClear();
  };
  return (
    <>
      {items.length > 0 && (
        <div className="kbt-bulk" role="group" aria-label={words.selected(items.length)}>
          <span role="status">{words.selected(items.length)}</span>
          <Button size="small" loading={isRunning} onClick={() => void run('claim')}>
            {words.bulkClaim}
          </Button>
          <Button size="small" loading={isRunning} onClick={() => void run('release')}>
            {words.bulkRelease}
          </Button>
          <Button size="small" type="text" onClick={onClear}>
            {words.clearSelection}
          </Button>
        </div>
      )}
      {results && <BulkResults results={results} onClose={close} />}
    </>
  );
}

function BulkResults({ results, onClose }: { readonly results: readonly Result[]; readonly onClose: () => void }) {
  const words = useWords(inboxWords);
  const language = useLanguage();
  const done = results.filter(({ problem }) => !problem).length;
  return (
    <Modal open title={words.bulkResult} onOk={onClose} onCancel={onClose} cancelButtonProps={{ style: { display: 'none' } }}>
      <p>{words.bulkDone(done, results.length)}</p>
      <ul className="kbt-bulk-results">
        {results.map(({ item, problem }) => (
          <li key={item.id} className={problem ? 'kbt-bad' : ''}>
            {problem ? '✗' : '✓'} {item.number} {item.title}
            {problem && `：${language === 'en' ? problem.detailEn : problem.detail}`}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
