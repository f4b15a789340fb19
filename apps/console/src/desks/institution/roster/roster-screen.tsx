import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Steps } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, versioned, type Versioned } from '../../../api/client.ts';
import { formBody } from '../../../api/form-body.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { filingWords } from '../filing/words.ts';
import { classQuery } from '../queries.ts';
import { Findings } from './findings.tsx';
import { useEdits } from './fix/edits.ts';
import { People } from './people.tsx';
import { RosterUpload } from './roster-upload.tsx';
import { rosterQuery, type Roster } from './roster.ts';
import { rosterWords } from './words.ts';

/** 花名册导入: upload, judge, confirm; nothing is written before. */
export function RosterScreen() {
  const { classId = '' } = useParams();
  const words = useWords(rosterWords);
  const back = useWords(filingWords).back;
  const of = useQuery(classQuery(classId));
  const queries = useQueryClient();
  const { roster, setRoster, shown } = useWaitingRoster(classId);
  const editing = useEdits();
  const upload = useAct(
    ({ file }: { readonly file: File; readonly name: string }, headers) =>
      versioned(
        api.POST('/v1/classes/{id}/rosters', { params: { path: { id: classId } }, body: { file: '' }, headers, ...formBody({ file }) }),
      ),
    (result) => {
      editing.clear();
      setRoster(result);
    },
  );
  const settled = (result: Versioned<Roster>): void => {
    editing.clear();
    setRoster(result);
    void queries.invalidateQueries({ queryKey: ['classes', classId] });
  };
  const state = roster?.data.state;
  return (
    <Page
      title={words.title}
      lead={of.data ? `${of.data.data.name} · ${words.lead}` : words.lead}
      actions={<Link to={`/classes/${classId}`}>{back}</Link>}
    >
      <Steps
        aria-label={words.steps}
        className="kbt-steps"
        current={stepOf(state, upload.isPending)}
        items={[{ title: words.step1 }, { title: words.step2 }, { title: words.step3 }]}
      />
      {upload.error && <ErrorAlert error={upload.error} />}
      {state === 'confirmed' && <Alert type="success" showIcon className="kbt-error" title={words.enrolled(roster?.data.enrolled ?? 0)} />}
      <div className="kbt-actions kbt-row">
        <RosterUpload
          replaces={roster !== undefined}
          isPrimary={state !== 'validated'}
          isPending={upload.isPending}
          edits={editing.count}
          onFile={(file) => upload.mutate({ file, name: `${file.name}/${file.size}/${file.lastModified}` })}
        />
        <a href="/v1/rosters/template" download>
          {words.template}
        </a>
      </div>
      {upload.isPending && <Loading rows={4} />}
      <AskAgain queries={[shown]} />
      {roster !== undefined && state === 'validated' && !upload.isPending && (
        <Findings
          key={roster.data.id}
          roster={roster}
          editing={editing}
          onJudged={setRoster}
          onSettled={settled}
          onReload={() => void queries.invalidateQueries(rosterQuery(roster.data.id))}
        />
      )}
      <People classId={classId} />
    </Page>
  );
}

function stepOf(state: Roster['state'] | undefined, isJudging: boolean): number {
  if (state === undefined) return isJudging ? 1 : 0;
  return state === 'validated' ? 1 : 2;
}

/** The import this screen is about. The address holds its id, so that a reload finds it again. */
function useWaitingRoster(classId: string) {
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const importId = search.get('import');
  const shown = useQuery({ ...rosterQuery(importId ?? ''), enabled: importId !== null });
  const setRoster = (result: Versioned<Roster>): void => {
    queries.setQueryData(rosterQuery(result.data.id).queryKey, result);
    if (importId !== result.data.id) setSearch({ import: result.data.id }, { replace: true });
  };
  return { roster: shown.data?.data.classId === classId ? shown.data : undefined, setRoster, shown };
}
