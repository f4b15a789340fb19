import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../../api/problem-error.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { AskAgain } from '../../../components/ask-again.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { ErrorSummary, useFindingsOf } from '../../../components/error-summary.tsx';
import { usePolicy } from '../policy.ts';
import { sitesQuery, teachersQuery } from '../queries.ts';
import { BasicsFields } from './basics-fields.tsx';
import { fieldIdOf, type ClassForm } from './class-form.ts';
import { PlanEditor } from './plan-editor.tsx';
import { TimetableEditor } from './timetable-editor.tsx';
import { planWords } from './words.ts';

interface ClassFormFieldsProps {
  readonly form: ClassForm;
  readonly onChange: (form: ClassForm) => void;
  readonly onSave: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** The class with its timetable and teaching plan: one form, all findings of the server at its top and at their fields. */
export function ClassFormFields({ form, onChange, onSave, isPending, error }: ClassFormFieldsProps) {
  const words = useWords(planWords);
  const [attempt, setAttempt] = useState(0);
  const teachers = useQuery(teachersQuery);
  const sites = useQuery(sitesQuery);
  const policy = usePolicy();
  const findings = useFindingsOf(error, fieldIdOf);
  const wrong = new Map(findings.flatMap(({ fieldId, text }) => (fieldId === undefined ? [] : [[fieldId, text] as const])));
  const hasPlaces = (teachers.data?.length ?? 1) > 0 && (sites.data?.length ?? 1) > 0;
  const isFault = error !== null && error !== undefined && (problemOf(error).status === 0 || problemOf(error).status >= 500);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        onSave();
      }}
    >
      {isFault ? <ErrorAlert error={error} /> : <ErrorSummary findings={isPending ? [] : findings} attempt={attempt} />}
      <AskAgain queries={[teachers, sites, policy]} />
      {!hasPlaces && (
        <p className="kbt-notice">
          {words.noTeachers} <Link to="/resources">{words.toResources}</Link>
        </p>
      )}
      <BasicsFields form={form} onChange={onChange} wrong={wrong} />
      <TimetableEditor form={form} onChange={onChange} wrong={wrong} />
      <PlanEditor form={form} onChange={onChange} wrong={wrong} />
      <div className="kbt-submit">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
