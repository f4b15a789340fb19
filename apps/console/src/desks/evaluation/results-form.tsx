import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../app/i18n/define-words.ts';
import { ConfirmLegalAct } from '../../components/confirm-legal-act.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Field } from '../../components/field.tsx';
import { emptyLine, hasLevel, kinds, numberOn, outcomes, resultsOf, type Common, type Examinee, type Line } from './results.ts';
import { evaluationWords } from './words.ts';

const levels = [5, 4, 3, 2, 1] as const;

interface ResultsFormProps {
  readonly classId: string;
  readonly people: readonly Examinee[];
}

/** The grid of results: what holds for all above it, a line a person, recorded all at once or not at all. */
export function ResultsForm({ classId, people }: ResultsFormProps) {
  const words = useWords(evaluationWords);
  const clock = useQuery({ queryKey: ['clock'], queryFn: () => answer(api.GET('/v1/clock')) });
  const [typed, setCommon] = useState<Common>({ assessedOn: '', kind: 'skill-level', level: 5 });
  const common = { ...typed, assessedOn: typed.assessedOn === '' ? (clock.data?.today ?? '') : typed.assessedOn };
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>({});
  const [isAsking, setAsking] = useState(false);
  const record = useRecord(classId, () => setAsking(false));
  const put = (id: string, change: Partial<Line>): void => setLines({ ...lines, [id]: { ...(lines[id] ?? emptyLine), ...change } });
  return (
    <section className="kbt-card" aria-label={words.title}>
      <CommonFields common={common} onChange={setCommon} />
      <div className="kbt-actions kbt-row">
        <Button
          onClick={() =>
            setLines(Object.fromEntries(people.map(({ id }) => [id, { ...(lines[id] ?? emptyLine), outcome: 'passed' as const }])))
          }
        >
          {words.allPassed}
        </Button>
        <Button onClick={() => setLines(numberOn(people, lines))}>{words.fillNumbers}</Button>
      </div>
      <DataTable caption={words.title} columns={useColumns(lines, put)} rows={people} rowKey={({ id }) => id} />
      <div className="kbt-submit">
        <Button type="primary" onClick={() => setAsking(true)}>
          {words.save(people.length)}
        </Button>
      </div>
      <ConfirmLegalAct
        isOpen={isAsking}
        title={words.confirm}
        act={words.save(people.length)}
        isPending={record.isPending}
        error={record.error}
        onConfirm={() => record.mutate(resultsOf(people, lines, common))}
        onCancel={() => setAsking(false)}
      >
        <p>{words.confirmText}</p>
      </ConfirmLegalAct>
    </section>
  );
}

function useRecord(classId: string, onRecorded: () => void) {
  const words = useWords(evaluationWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useAct(
    (results: ReturnType<typeof resultsOf>, headers) =>
      answer(api.POST('/v1/classes/{id}/assessment/results', { params: { path: { id: classId } }, body: { results }, headers })),
    ({ recorded }) => {
      onRecorded();
      void message.success(words.saved(recorded));
      void queries.invalidateQueries({ queryKey: ['classes', classId] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
    },
  );
}

function CommonFields({ common, onChange }: { readonly common: Common; readonly onChange: (common: Common) => void }) {
  const words = useWords(evaluationWords);
  return (
    <div className="kbt-generator">
      <Field id="results-day" label={words.day}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={common.assessedOn}
            onChange={({ target }) => onChange({ ...common, assessedOn: target.value })}
          />
        )}
      </Field>
      <Field id="results-kind" label={words.kind}>
        {(control) => (
          <Select
            {...control}
            className="kbt-wide"
            value={common.kind}
            options={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
            onChange={(kind) => onChange({ ...common, kind })}
          />
        )}
      </Field>
      {hasLevel(common.kind) && (
        <Field id="results-level" label={words.level}>
          {(control) => (
            <Select
              {...control}
              className="kbt-wide"
              value={common.level}
              options={levels.map((level) => ({ value: level, label: words[`level${level}`] }))}
              onChange={(level: number) => onChange({ ...common, level })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

function useColumns(lines: Readonly<Record<string, Line>>, put: (id: string, change: Partial<Line>) => void): readonly Column<Examinee>[] {
  const words = useWords(evaluationWords);
  const of = (id: string): Line => lines[id] ?? emptyLine;
  const score = (key: 'theoryScore' | 'practiceScore', title: string): Column<Examinee> => ({
    key,
    title,
    render: ({ id, name }) => (
      <InputNumber
        min={0}
        max={100}
        precision={2}
        value={of(id)[key]}
        aria-label={words.of(title, name)}
        onChange={(value) => put(id, { [key]: value })}
      />
    ),
  });
  return [
    {
      key: 'person',
      title: words.person,
      isHeader: true,
      render: ({ name, maskedIdNumber }) => (
        <>
          <span className="kbt-number">{name}</span>
          <span className="kbt-hint kbt-line">{maskedIdNumber}</span>
        </>
      ),
    },
    {
      key: 'outcome',
      title: words.outcome,
      render: ({ id, name }) => (
        <Select
          value={of(id).outcome}
          aria-label={words.of(words.outcome, name)}
          options={outcomes.map((one) => ({ value: one, label: words[one] }))}
          onChange={(outcome) => put(id, { outcome })}
        />
      ),
    },
    score('theoryScore', words.theory),
    score('practiceScore', words.practice),
    {
      key: 'certificate',
      title: words.certificate,
      render: ({ id, name }) => (
        <Input
          value={of(id).number}
          disabled={of(id).outcome !== 'passed'}
          maxLength={40}
          aria-label={words.of(words.certificate, name)}
          onChange={({ target }) => put(id, { number: target.value })}
        />
      ),
    },
  ];
}
