import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Page } from '../../../components/page.tsx';
import { everybodyQuery } from '../enrollments.ts';
import { filingWords } from '../filing/words.ts';
import { classQuery } from '../queries.ts';
import { AttendanceGrid } from './attendance-grid.tsx';
import { ScreenCode } from './screen-code.tsx';
import { Vouchers } from './vouchers.tsx';
import { trainingWords } from './words.ts';

/** 培训实施: vouchers, the code on the classroom's screen, who was there. */
export function TrainingScreen() {
  const { classId = '' } = useParams();
  const words = useWords(trainingWords);
  const back = useWords(filingWords).back;
  const of = useQuery(classQuery(classId));
  const people = useQuery(everybodyQuery(classId));
  const error = of.error ?? people.error;
  return (
    <Page title={words.title} lead={words.lead} actions={<Link to={`/classes/${classId}`}>{back}</Link>}>
      {error && <ErrorAlert error={error} onRetry={() => void Promise.all([of.refetch(), people.refetch()])} />}
      {of.data && people.data ? (
        people.data.length === 0 ? (
          <EmptyState why={words.nobody} next={{ to: `/classes/${classId}/roster`, label: words.grid }} />
        ) : (
          <>
            <div className="kbt-columns">
              <Vouchers classId={classId} people={people.data} />
              <ScreenCode classId={classId} />
            </div>
            <AttendanceGrid of={of.data.data} people={people.data} />
          </>
        )
      ) : (
        !error && <Loading />
      )}
    </Page>
  );
}
