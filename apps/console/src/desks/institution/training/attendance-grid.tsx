import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { everyPage } from '../../../api/every-page.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import type { Enrollment } from '../enrollments.ts';
import type { ClassDetail } from '../queries.ts';
import { trainingWords } from './words.ts';

const nowhere: ReadonlySet<string> = new Set();

interface AttendanceGridProps {
  readonly of: ClassDetail;
  readonly people: readonly Enrollment[];
}

/** 签到表: planned days across, people down, gaps visible at once; those not recorded today can be recorded. */
export function AttendanceGrid({ of, people }: AttendanceGridProps) {
  const words = useWords(trainingWords);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const attendance = useQuery({
    queryKey: ['classes', of.id, 'attendance'],
    queryFn: () => everyPage((query) => answer(api.GET('/v1/classes/{id}/attendance', { params: { path: { id: of.id }, query } }))),
  });
  const clock = useQuery({ queryKey: ['clock'], queryFn: () => answer(api.GET('/v1/clock')) });
  const record = useRecordToday(of.id, () => setChosen(new Set()));
  const days = [...new Set(of.timetable.map(({ day }) => day))].sort();
  const today = clock.data?.today ?? '';
  const there = new Map((attendance.data ?? []).map(({ enrollmentId, days: on }) => [enrollmentId, new Set(on)]));
  const isPlanned = days.includes(today);
  const missing = people.filter(({ id }) => !there.get(id)?.has(today)).map(({ id }) => id);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <section aria-labelledby="kbt-grid">
      <h2 id="kbt-grid">{words.grid}</h2>
      <p className="kbt-hint">{words.gridHint}</p>
      {(attendance.error ?? record.error) && <ErrorAlert error={attendance.error ?? record.error} />}
      {isPlanned && missing.length > 0 && (
        <div className="kbt-actions kbt-row">
          <Checkbox checked={chosen.size === missing.length} onChange={({ target }) => setChosen(new Set(target.checked ? missing : []))}>
            {words.all}
          </Checkbox>
          <Button
            disabled={chosen.size === 0}
            loading={record.isPending}
            onClick={() => clock.data && record.mutate({ ids: [...chosen], at: clock.data.now })}
          >
            {words.mark(chosen.size)}
          </Button>
        </div>
      )}
      <div className="kbt-table" role="region" aria-label={words.grid} tabIndex={0}>
        <table className="kbt-grid">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" className="right">
                {words.days}
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className={day === today ? 'center kbt-today' : 'center'}>
                  {day.slice(5)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                days={days}
                there={there.get(person.id) ?? nowhere}
                today={today}
                chosen={isPlanned && missing.includes(person.id) ? chosen.has(person.id) : undefined}
                onToggle={() => toggle(person.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface PersonRowProps {
  readonly person: Enrollment;
  readonly days: readonly string[];
  readonly there: ReadonlySet<string>;
  readonly today: string;
  /** Undefined where there is nothing to record today. */
  readonly chosen: boolean | undefined;
  readonly onToggle: () => void;
}

function PersonRow({ person: { name, maskedIdNumber, payableDays }, days, there, today, chosen, onToggle }: PersonRowProps) {
  const words = useWords(trainingWords);
  return (
    <tr>
      <th scope="row">
        {chosen === undefined ? (
          <span className="kbt-number">{name}</span>
        ) : (
          <Checkbox checked={chosen} onChange={onToggle} aria-label={words.pick(`${name} ${maskedIdNumber}`)}>
            <span className="kbt-number">{name}</span>
          </Checkbox>
        )}
        <span className="kbt-hint kbt-line">{maskedIdNumber}</span>
      </th>
      <td className="right">{payableDays}</td>
      {days.map((day) => (
        <Day key={day} isThere={there.has(day)} isPast={day <= today} />
      ))}
    </tr>
  );
}

function Day({ isThere, isPast }: { readonly isThere: boolean; readonly isPast: boolean }) {
  const words = useWords(trainingWords);
  if (!isThere && !isPast) return <td className="center">·</td>;
  return (
    <td className={isThere ? 'center kbt-there' : 'center kbt-lacking'}>
      <span aria-hidden="true">{isThere ? '●' : '○'}</span>
      <span className="kbt-hidden">{isThere ? words.here : words.absent}</span>
    </td>
  );
}

/** Records people as present at this moment of a planned day. */
function useRecordToday(classId: string, onRecorded: () => void) {
  const words = useWords(trainingWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useAct(
    ({ ids, at }: { readonly ids: readonly string[]; readonly at: string }, headers) =>
      answer(
        api.POST('/v1/classes/{id}/attendance', {
          params: { path: { id: classId } },
          headers,
          body: {
            events: ids.map((enrollmentId) => ({
              deviceEventId: `console-${enrollmentId}-${at.slice(0, 10)}`,
              enrollmentId,
              deviceId: 'console',
              kind: 'clock-in' as const,
              occurredAt: at,
            })),
          },
        }),
      ),
    ({ stored }) => {
      onRecorded();
      void message.success(words.recorded(stored));
      void queries.invalidateQueries({ queryKey: ['classes', classId] });
    },
  );
}
