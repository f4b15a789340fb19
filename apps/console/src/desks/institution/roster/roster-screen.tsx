import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Steps } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, versioned, type Versioned } from '../../../api/client.ts';
import { formBody } from '../../../api/form-body.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { FileButton } from '../../../components/file-button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { filingWords } from '../filing/words.ts';
import { classQuery } from '../queries.ts';
import { Findings } from './findings.tsx';
import { People } from './people.tsx';
import type { Roster } from './roster.ts';
import { rosterWords } from './words.ts';

/** 花名册导入: upload, judge, confirm; nothing is written before. */
export function RosterScreen() {
  const { classId = '' } = useParams();
  const words = useWords(rosterWords);
  const back = useWords(filingWords).back;
  const of = useQuery(classQuery(classId));
  const queries = useQueryClient();
  const [roster, setRoster] = useState<Versioned<Roster>>();
  const upload = useAct(
    ({ file }: { readonly file: File; readonly name: string }, headers) =>
      versioned(
        api.POST('/v1/classes/{id}/rosters', { params: { path: { id: classId } }, body: { file: '' }, headers, ...formBody({ file }) }),
      ),
    setRoster,
  );
  const settled = (result: Versioned<Roster>): void => {
    setRoster(result);
    void queries.invalidateQueries({ queryKey: ['classes', classId] });
  };
  const state = roster?.data.state;
  const step = state === undefined ? (upload.isPending ? 1 : 0) : state === 'validated' ? 1 : 2;
  return (
    <Page
      title={words.title}
      lead={of.data ? `${of.data.data.name} · ${words.lead}` : words.lead}
      actions={<Link to={`/classes/${classId}`}>{back}</Link>}
    >
      <Steps
        aria-label={words.steps}
        className="kbt-steps"
        current={step}
        items={[{ title: words.step1 }, { title: words.step2 }, { title: words.step3 }]}
      />
      {upload.error && <ErrorAlert error={upload.error} />}
      {state === 'confirmed' && <Alert type="success" showIcon className="kbt-error" title={words.enrolled(roster?.data.enrolled ?? 0)} />}
      <div className="kbt-actions kbt-row">
        <FileButton
          isPrimary={state !== 'validated'}
          label={roster === undefined ? words.choose : words.another}
          accept=".xlsx"
          isPending={upload.isPending}
          onFile={(file) => upload.mutate({ file, name: `${file.name}/${file.size}/${file.lastModified}` })}
        />
        <a href="/v1/rosters/template" download>
          {words.template}
        </a>
      </div>
      {upload.isPending && <Loading rows={4} />}
      {roster !== undefined && state === 'validated' && !upload.isPending && <Findings roster={roster} onSettled={settled} />}
      <People classId={classId} />
    </Page>
  );
}
