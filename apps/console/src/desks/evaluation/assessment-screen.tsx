import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../app/i18n/define-words.ts';
import { AskAgain } from '../../components/ask-again.tsx';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { ResultsForm } from './results-form.tsx';
import type { Examinee } from './results.ts';
import { evaluationWords } from './words.ts';

const PAGE = 200;

async function examineesOf(classId: string): Promise<readonly Examinee[]> {
  const people: Examinee[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: { limit: number; cursor?: string } = { limit: PAGE, ...(cursor === '' ? {} : { cursor }) };
    const page: { items: Examinee[]; nextCursor: string | null } = await answer(
      api.GET('/v1/classes/{id}/enrollments', { params: { path: { id: classId }, query } }),
    );
    people.push(...page.items.filter(({ isCompleted, status }) => isCompleted && status === 'enrolled'));
    cursor = page.nextCursor;
  }
  return people;
}

/** One roster: accepted, then results and certificates for everybody on it. */
export function AssessmentScreen() {
  const { classId = '' } = useParams();
  const words = useWords(evaluationWords);
  const queries = useQueryClient();
  const people = useQuery({ queryKey: ['classes', classId, 'examinees'], queryFn: () => examineesOf(classId) });
  const accept = useAct(
    (_: string, headers) => answer(api.POST('/v1/classes/{id}/assessment/accept', { params: { path: { id: classId } }, headers })),
    () => void queries.invalidateQueries({ queryKey: ['classes', classId] }),
  );
  const open = (people.data ?? []).filter(({ outcome }) => outcome === null);
  return (
    <Page title={words.title} lead={words.lead} actions={<Link to="/assessments">{words.back}</Link>}>
      <AskAgain queries={[people]} />
      {accept.error && <ErrorAlert error={accept.error} />}
      {people.isPending && <Loading />}
      {people.data && open.length === 0 && <Alert type="success" showIcon className="kbt-error" title={words.done} />}
      {open.length > 0 && (
        <>
          {accept.data ? (
            <Alert type="info" showIcon className="kbt-error" title={words.accepted(accept.data.examinees)} />
          ) : (
            <p>
              <Button loading={accept.isPending} onClick={() => accept.mutate(classId)}>
                {words.accept}
              </Button>
            </p>
          )}
          <ResultsForm classId={classId} people={open} />
        </>
      )}
    </Page>
  );
}
