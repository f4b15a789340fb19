import { Button, Segmented, Select } from 'antd';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useMe } from '../../../app/session/session.ts';
import { caseWords } from '../../../components/case-words.ts';
import { BUCKETS, VIEWS, type Counts, type InboxPlace, type View } from '../api.ts';
import { inboxWords } from '../words.ts';
import { SavedFilters } from './saved-filters.tsx';

interface InboxFiltersProps {
  readonly place: InboxPlace;
  readonly counts: Counts | undefined;
  readonly onChange: (changes: Partial<Record<keyof InboxPlace | 'task', string | undefined>>) => void;
}

const COUNT_LIMIT = 10_000;
const shownCount = (count: number | undefined): string => (count === undefined ? '' : count >= COUNT_LIMIT ? ' 9999+' : ` ${count}`);

/** Which part of the inbox: whose, how near, which stage. Each can be cleared alone. */
export function InboxFilters({ place, counts, onChange }: InboxFiltersProps) {
  const words = useWords(inboxWords);
  const cases = useWords(caseWords);
  const { roles } = useMe();
  const views = VIEWS.filter((view) => view !== 'escalated' || roles.includes('leader'));
  const countOf = (view: View): number | undefined =>
    view === 'group' || view === 'mine' || view === 'unassigned' ? counts?.[view] : undefined;
  const hasDays = place.view !== 'done' && place.view !== 'escalated';
  return (
    <div className="kbt-filters">
      <Segmented<View>
        aria-label={words.views}
        value={place.view}
        onChange={(view) => onChange({ view, task: undefined })}
        options={views.map((view) => ({ value: view, label: `${words.view[view]}${shownCount(countOf(view))}` }))}
      />
      {hasDays && (
        <div role="group" aria-label={words.buckets} className="kbt-buckets">
          {BUCKETS.map((bucket) => (
            <Button
              key={bucket}
              aria-pressed={place.bucket === bucket}
              type={place.bucket === bucket ? 'primary' : 'default'}
              className={`kbt-bucket-${bucket}`}
              onClick={() => onChange({ bucket: place.bucket === bucket ? undefined : bucket, task: undefined })}
            >
              {words.bucket[bucket]}
              {shownCount(counts?.[bucket])}
            </Button>
          ))}
        </div>
      )}
      {hasDays && (
        <Select
          aria-label={words.stage}
          className="kbt-stage-filter"
          value={place.stage ?? ''}
          onChange={(stage) => onChange({ stage, task: undefined })}
          options={[{ value: '', label: words.anyStage }, ...Object.entries(cases.stage).map(([value, label]) => ({ value, label }))]}
        />
      )}
      <SavedFilters place={place} />
    </div>
  );
}
