import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { useBasicCourses } from '../policy.ts';
import { newKey, type CourseLine, type FormPartProps } from './class-form.ts';
import { planWords } from './words.ts';

/** 培训教学实施计划: hours of each course, the policy's basic courses checked as one types (CLS-01). */
export function PlanEditor({ form, onChange, wrong }: FormPartProps) {
  const words = useWords(planWords);
  const basics = useBasicCourses(form.classType);
  const lines = form.teachingPlan;
  const put = (key: string, change: Partial<CourseLine>): void =>
    onChange({ ...form, teachingPlan: lines.map((line) => (line.key === key ? { ...line, ...change } : line)) });
  const add = (course: string): void => onChange({ ...form, teachingPlan: [...lines, { key: newKey(), course, hours: 4 }] });
  const columns: readonly Column<CourseLine>[] = [
    {
      key: 'course',
      title: words.course,
      render: ({ key, course }, index) => (
        <Input
          id={`class-teachingPlan-${index}-course`}
          aria-label={`${words.course} ${index + 1}`}
          value={course}
          maxLength={60}
          onChange={({ target }) => put(key, { course: target.value })}
        />
      ),
    },
    {
      key: 'hours',
      title: words.hours,
      render: ({ key, hours }, index) => (
        <InputNumber
          aria-label={`${words.hours} ${index + 1}`}
          min={1}
          max={1000}
          value={hours}
          onChange={(value) => put(key, { hours: value ?? 1 })}
        />
      ),
    },
    {
      key: 'remove',
      title: '',
      render: ({ key, course }) => (
        <Button
          type="text"
          aria-label={words.remove(course)}
          onClick={() => onChange({ ...form, teachingPlan: lines.filter((line) => line.key !== key) })}
        >
          ✕
        </Button>
      ),
    },
  ];
  const sum = (items: readonly { readonly hours: number }[]): number => items.reduce((total, { hours }) => total + hours, 0);
  return (
    <fieldset className="kbt-card" id="class-teachingPlan" tabIndex={-1} aria-invalid={wrong.has('class-teachingPlan')}>
      <legend>{words.plan}</legend>
      {basics.length > 0 && <p className="kbt-hint">{words.planHint}</p>}
      <ul className="kbt-basics">
        {basics.map((basic) => {
          const isThere = lines.some(({ course }) => course.includes(basic));
          return (
            <li key={basic} className={isThere ? 'kbt-there' : 'kbt-lacking'}>
              {isThere ? <CheckCircleOutlined aria-hidden="true" /> : <WarningOutlined aria-hidden="true" />}{' '}
              {isThere ? words.has(basic) : words.lacks(basic)}
              {!isThere && (
                <Button size="small" type="link" onClick={() => add(basic)}>
                  {words.addBasic(basic)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {lines.length > 0 && <DataTable caption={words.plan} columns={columns} rows={lines} rowKey={({ key }) => key} />}
      <Button className="kbt-add" onClick={() => add('')}>
        {words.addCourse}
      </Button>
      <p className="kbt-hint">{words.totals(sum(lines), sum(form.timetable))}</p>
    </fieldset>
  );
}
