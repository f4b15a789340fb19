import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { worded } from '../../../components/case-words.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { Loading } from '../../../components/loading.tsx';
import { classQuery } from './case-queries.ts';
import { MarkButton } from './mark-button.tsx';
import { formWords } from './form-words.ts';
import { reviewWords } from './words.ts';

/** The application as filed; each field can be commented on. */
export function ClassFacts({ classId }: { readonly classId: string }) {
  const words = useWords(reviewWords);
  const form = useWords(formWords);
  const { data, error, refetch } = useQuery(classQuery(classId));
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  const days = new Set(data.timetable.map(({ day }) => day)).size;
  const hours = data.timetable.reduce((sum, lesson) => sum + lesson.hours, 0);
  return (
    <>
      <dl className="kbt-facts">
        <Fact label={form.name} pointer="/name" value={data.name} />
        <Fact label={form.classType} pointer="/classType" value={worded(form.classTypes, data.classType)} />
        <Fact label={form.occupation} pointer="/occupationCode" value={`${data.occupationName} ${data.occupationCode}`} />
        <Fact label={form.period} pointer="/startsOn" value={`${data.startsOn} — ${data.endsOn}`} />
        <Fact label={form.capacity} pointer="/capacity" value={words.persons(data.capacity)} />
        {data.orderId !== null && <Fact label={form.order} pointer="/orderId" value={data.orderId} />}
        <Fact
          label={form.plan}
          pointer="/teachingPlan"
          value={data.teachingPlan.map(({ course, hours: planned }) => `${course} ${form.hours(planned)}`).join('；')}
        />
        <Fact label={form.timetable} pointer="/timetable" value={form.lessons(days, hours)} />
      </dl>
      <DataTable
        caption={form.timetable}
        rows={data.timetable}
        rowKey={(lesson) => `${lesson.day}-${lesson.course}`}
        columns={[
          { key: 'day', title: form.timetable, isHeader: true, render: ({ day }) => day },
          { key: 'course', title: form.plan, render: ({ course }) => course },
          { key: 'hours', title: form.hours(0).replace('0 ', ''), align: 'right', render: ({ hours: planned }) => planned },
          {
            key: 'mark',
            title: words.action,
            render: ({ day }, index) => <MarkButton anchor={{ pointer: `/timetable/${index}` }} place={`${form.timetable} ${day}`} />,
          },
        ]}
      />
    </>
  );
}

function Fact({ label, pointer, value }: { readonly label: string; readonly pointer: string; readonly value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span>{value}</span>
        <MarkButton anchor={{ pointer }} place={label} />
      </dd>
    </div>
  );
}
