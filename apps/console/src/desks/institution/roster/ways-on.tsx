import { Button } from 'antd';
import { api, ifMatch, versioned, type Versioned } from '../../../api/client.ts';
import { problemOf } from '../../../api/problem-error.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import type { Editing } from './fix/edits.ts';
import { useJudge } from './fix/use-judge.ts';
import { fixWords } from './fix/words.ts';
import type { Roster } from './roster.ts';
import { rosterWords } from './words.ts';

interface WaysOnProps {
  readonly roster: Versioned<Roster>;
  readonly editing: Editing;
  /** Whether cells can be edited on this screen. */
  readonly mends: boolean;
  readonly onJudged: (roster: Versioned<Roster>) => void;
  readonly onSettled: (roster: Versioned<Roster>) => void;
  /** Asks for the import as it is now, after somebody else changed it. */
  readonly onReload: () => void;
}

/** Judge again, confirm all or those who passed, discard. Nothing is confirmed past edits that nobody judged. */
export function WaysOn({ roster, editing, mends, onJudged, onSettled, onReload }: WaysOnProps) {
  const words = useWords(rosterWords);
  const fix = useWords(fixWords);
  const { data } = roster;
  const judging = useJudge(roster, editing, onJudged);
  const settle = useSettle(roster, onSettled);
  const isBusy = judging.isPending || settle.isPending;
  const hasEdits = editing.count > 0;
  const isStale = judging.error !== null && problemOf(judging.error).code === 'VERSION_STALE';
  const reload = (): void => {
    judging.reset();
    onReload();
  };
  return (
    <>
      {judging.error && <ErrorAlert error={judging.error} />}
      {settle.error && <ErrorAlert error={settle.error} />}
      {hasEdits && <p className="kbt-hint">{fix.unjudged(editing.count)}</p>}
      <div className="kbt-submit">
        {(mends || hasEdits) && (
          <Button type={hasEdits ? 'primary' : 'default'} loading={judging.isPending} disabled={settle.isPending} onClick={judging.judge}>
            {fix.judge(editing.count)}
          </Button>
        )}
        {isStale && <Button onClick={reload}>{fix.reload}</Button>}
        <Confirm data={data} isMain={!hasEdits} isDisabled={hasEdits || isBusy} onConfirm={settle.mutate} />
        <Button type="text" disabled={isBusy} onClick={() => settle.mutate('discard')}>
          {words.discard}
        </Button>
      </div>
      <p role="status">{judging.told}</p>
    </>
  );
}

interface ConfirmProps {
  readonly data: Roster;
  readonly isMain: boolean;
  readonly isDisabled: boolean;
  readonly onConfirm: (act: 'confirm' | 'partial') => void;
}

function Confirm({ data, isMain, isDisabled, onConfirm }: ConfirmProps) {
  const words = useWords(rosterWords);
  if (data.errorRows === 0) {
    return (
      <Button
        type={isMain ? 'primary' : 'default'}
        disabled={isDisabled || data.blocked || data.validRows === 0}
        onClick={() => onConfirm('confirm')}
      >
        {words.confirm(data.validRows)}
      </Button>
    );
  }
  if (data.validRows === 0 || data.blocked) return null;
  return (
    <Button disabled={isDisabled} onClick={() => onConfirm('partial')}>
      {words.confirmPartial(data.validRows)}
    </Button>
  );
}

function useSettle({ data, version }: Versioned<Roster>, onSettled: (roster: Versioned<Roster>) => void) {
  return useAct((act: 'confirm' | 'partial' | 'discard', headers) => {
    const options = { params: { path: { id: data.id } }, headers: { ...headers, ...ifMatch(version) } };
    return versioned<Roster>(
      act === 'discard'
        ? api.DELETE('/v1/rosters/{id}', options)
        : api.POST('/v1/rosters/{id}/confirm', { ...options, body: { partial: act === 'partial' } }),
    );
  }, onSettled);
}
