import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useLanguage } from '../../../app/i18n/language.ts';
import { ClassPapers } from '../../../components/case-papers.tsx';
import { Page } from '../../../components/page.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { classQuery, filingQuery, trackingQuery, type ClassDetail } from '../queries.ts';
import { classTypeWords, classWords } from '../words.ts';
import { Corrections } from './corrections.tsx';
import { TaskList } from './task-list.tsx';

/** One class: where it stands in one sentence, what must be corrected, and what there is to do next. */
export function ClassScreen() {
  const { classId = '' } = useParams();
  const words = useWords(classWords);
  const { data, error, refetch } = useQuery(classQuery(classId));
  if (!data) return <Waiting title={words.title} error={error} onRetry={refetch} />;
  return <Shown of={data.data} />;
}

function Shown({ of }: { readonly of: ClassDetail }) {
  const words = useWords(classWords);
  const language = useLanguage();
  const isFiled = of.openingState !== 'draft';
  const tracking = useQuery(trackingQuery(of.id, isFiled));
  const opening = useQuery(filingQuery(of.id, 'opening'));
  const completion = useQuery(filingQuery(of.id, 'completion'));
  const sentence = isFiled ? tracking.data?.sentence[language] : words.notFiled;
  return (
    <Page
      title={of.name}
      lead={sentence}
      actions={
        <Link to={`/classes/${of.id}/plan`}>
          <Button>{words.change}</Button>
        </Link>
      }
    >
      {opening.data?.state === 'returned' && <Corrections filing={opening.data} classId={of.id} />}
      {completion.data?.state === 'returned' && <Corrections filing={completion.data} classId={of.id} />}
      {opening.data?.window.lawfulStartOn != null && of.openingState === 'draft' && (
        <Alert type="warning" showIcon className="kbt-error" title={words.missed(opening.data.window.lawfulStartOn)} />
      )}
      <div className="kbt-columns">
        <TaskList of={of} opening={opening.data} completion={completion.data} stage={tracking.data?.stage} />
        <div>
          <Overview of={of} />
          <ClassPapers classId={of.id} isOpen={of.openingState === 'approved'} />
        </div>
      </div>
    </Page>
  );
}

function Overview({ of }: { readonly of: ClassDetail }) {
  const words = useWords(classWords);
  const types = useWords(classTypeWords);
  const hours = of.timetable.reduce((sum, lesson) => sum + lesson.hours, 0);
  const days = new Set(of.timetable.map(({ day }) => day)).size;
  const facts: readonly (readonly [string, string])[] = [
    [words.number, of.number],
    [words.type, types[of.classType]],
    [words.occupation, `${of.occupationName}（${of.occupationCode}）`],
    [words.days, words.from(of.startsOn, of.endsOn)],
    [words.planned, words.lessons(days, hours)],
    [words.capacity, words.people(of.capacity)],
  ];
  return (
    <section className="kbt-card" aria-labelledby="kbt-overview">
      <h2 id="kbt-overview">{words.overview}</h2>
      <dl className="kbt-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
