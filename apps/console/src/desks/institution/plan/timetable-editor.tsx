import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { Field } from '../../../components/field.tsx';
import { teachersQuery } from '../queries.ts';
import { daysOf, newKey, type ClassForm, type LessonLine, type FormPartProps } from './class-form.ts';
import { planWords } from './words.ts';

/** 课程安排表: made from the dates first, then changed line by line. */
export function TimetableEditor({ form, onChange, wrong }: FormPartProps) {
  const words = useWords(planWords);
  const teachers = useQuery(teachersQuery);
  const options = (teachers.data ?? []).map(({ id, name, qualification }) => ({ value: id, label: `${name}（${qualification}）` }));
  const lines = form.timetable;
  const columns = useLessonColumns({ form, onChange, wrong }, options);
  const last = lines.at(-1);
  return (
    <fieldset className="kbt-card">
      <legend>{words.timetable}</legend>
      <Generator form={form} onChange={onChange} teachers={options} />
      {lines.length > 0 && <DataTable caption={words.timetable} columns={columns} rows={lines} rowKey={({ key }) => key} />}
      <Button
        className="kbt-add"
        onClick={() =>
          onChange({
            ...form,
            timetable: [
              ...lines,
              { key: newKey(), day: last?.day ?? form.startsOn, course: '', hours: 4, teacherId: last?.teacherId ?? '' },
            ],
          })
        }
      >
        {words.addLesson}
      </Button>
    </fieldset>
  );
}

function removeColumn(label: (what: string) => string, onRemove: (key: string) => void): Column<LessonLine> {
  return {
    key: 'remove',
    title: '',
    render: ({ key, day, course }) => (
      <Button type="text" aria-label={label(`${day} ${course}`)} onClick={() => onRemove(key)}>
        ✕
      </Button>
    ),
  };
}

/** Day, course, hours and teacher of a line, each its own control. */
function useLessonColumns(
  { form, onChange, wrong }: FormPartProps,
  options: readonly { readonly value: string; readonly label: string }[],
): readonly Column<LessonLine>[] {
  const words = useWords(planWords);
  const lines = form.timetable;
  const put = (key: string, change: Partial<LessonLine>): void =>
    onChange({ ...form, timetable: lines.map((line) => (line.key === key ? { ...line, ...change } : line)) });
  const control = (index: number, field: string) => {
    const id = `class-timetable-${index}-${field}`;
    return { id, ...(wrong.has(id) ? { status: 'error' as const, 'aria-invalid': true } : {}) };
  };
  return [
    {
      key: 'day',
      title: words.day,
      render: ({ key, day }, index) => (
        <Input
          {...control(index, 'day')}
          type="date"
          aria-label={words.day}
          value={day}
          onChange={({ target }) => put(key, { day: target.value })}
        />
      ),
    },
    {
      key: 'course',
      title: words.course,
      render: ({ key, course }, index) => (
        <Input
          {...control(index, 'course')}
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
          {...control(index, 'hours')}
          aria-label={`${words.hours} ${index + 1}`}
          min={1}
          max={12}
          value={hours}
          onChange={(value) => put(key, { hours: value ?? 1 })}
        />
      ),
    },
    {
      key: 'teacher',
      title: words.teacher,
      render: ({ key, teacherId }, index) => (
        <Select
          {...control(index, 'teacherId')}
          aria-label={`${words.teacher} ${index + 1}`}
          className="kbt-wide"
          value={teacherId === '' ? undefined : teacherId}
          placeholder={words.choose}
          options={[...options]}
          onChange={(value: string) => put(key, { teacherId: value })}
        />
      ),
    },
    removeColumn(words.remove, (key) => onChange({ ...form, timetable: lines.filter((line) => line.key !== key) })),
  ];
}

interface GeneratorProps {
  readonly form: ClassForm;
  readonly onChange: (form: ClassForm) => void;
  readonly teachers: readonly { readonly value: string; readonly label: string }[];
}

function Generator({ form, onChange, teachers }: GeneratorProps) {
  const words = useWords(planWords);
  const [course, setCourse] = useState('');
  const [hours, setHours] = useState(8);
  const [teacherId, setTeacher] = useState<string>();
  const [withWeekends, setWeekends] = useState(false);
  const canFill = form.startsOn !== '' && form.endsOn >= form.startsOn && course !== '' && teacherId !== undefined;
  return (
    <div className="kbt-generator">
      <p className="kbt-hint">{words.timetableHint}</p>
      <Field id="generate-course" label={words.generateCourse}>
        {(control) => <Input {...control} value={course} maxLength={60} onChange={({ target }) => setCourse(target.value)} />}
      </Field>
      <Field id="generate-hours" label={words.generateHours}>
        {(control) => <InputNumber {...control} min={1} max={12} value={hours} onChange={(value) => setHours(value ?? 1)} />}
      </Field>
      <Field id="generate-teacher" label={words.generateTeacher}>
        {(control) => (
          <Select
            {...control}
            className="kbt-wide"
            value={teacherId}
            placeholder={words.choose}
            options={[...teachers]}
            onChange={setTeacher}
          />
        )}
      </Field>
      <Checkbox checked={withWeekends} onChange={({ target }) => setWeekends(target.checked)}>
        {words.weekends}
      </Checkbox>
      <Button
        disabled={!canFill}
        onClick={() =>
          onChange({
            ...form,
            timetable: daysOf(form.startsOn, form.endsOn, withWeekends).map((day) => ({
              key: newKey(),
              day,
              course,
              hours,
              teacherId: teacherId ?? '',
            })),
          })
        }
      >
        {words.generate}
      </Button>
    </div>
  );
}
