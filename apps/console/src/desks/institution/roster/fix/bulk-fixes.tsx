import { Button, Input, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { rewrites, settings, stillOpen, type Which } from './bulk.ts';
import { LONGEST_VALUE } from './cell-editor.tsx';
import type { Edits, EditStep } from './edits.ts';
import type { Field, FindingsByPlace, GridRows } from './rows.ts';
import { fixWords } from './words.ts';

interface BulkFixesProps {
  readonly of: GridRows;
  readonly findings: FindingsByPlace;
  readonly edits: Edits;
  readonly onChange: (steps: readonly EditStep[]) => void;
}

/** Many cells at once; each button says beforehand how many it changes, and one step back undoes all of them. */
export function BulkFixes({ of, findings, edits, onChange }: BulkFixesProps) {
  const words = useWords(fixWords);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="kbt-fix-bulk" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.bulk}</summary>
      {isOpen && (
        <>
          <p className="kbt-hint">{words.bulkLead}</p>
          <SetColumn id={id} of={of} findings={findings} edits={edits} onChange={onChange} />
          <Rewrites of={of} edits={edits} onChange={onChange} />
        </>
      )}
    </details>
  );
}

function Rewrites({ of, edits, onChange }: Pick<BulkFixesProps, 'of' | 'edits' | 'onChange'>) {
  const words = useWords(fixWords);
  const all = useMemo(() => rewrites(of), [of]);
  const [trim, halfWidth] = [stillOpen(all.trim, edits), stillOpen(all.halfWidth, edits)];
  return (
    <div className="kbt-fix-bar">
      <Button disabled={trim.length === 0} onClick={() => onChange(trim)}>
        {words.trim(trim.length)}
      </Button>
      <Button disabled={halfWidth.length === 0} onClick={() => onChange(halfWidth)}>
        {words.halfWidth(halfWidth.length)}
      </Button>
    </div>
  );
}

function SetColumn({ id, of, findings, edits, onChange }: BulkFixesProps & { readonly id: string }) {
  const words = useWords(fixWords);
  const [field, setField] = useState<Field>(() => commonest(of, findings));
  const [which, setWhich] = useState<Which>('finding');
  const [value, setValue] = useState('');
  const steps = useMemo(() => settings(of, { field, which, value }, findings, edits), [of, field, which, value, findings, edits]);
  return (
    <div className="kbt-fix-bar">
      <label htmlFor={`${id}-column`}>{words.column}</label>
      <Select
        id={`${id}-column`}
        value={field}
        onChange={setField}
        options={of.columns.map((one) => ({ value: one.field, label: one.title }))}
      />
      <label htmlFor={`${id}-which`}>{words.which}</label>
      <Select
        id={`${id}-which`}
        value={which}
        onChange={setWhich}
        options={[
          { value: 'finding', label: words.withFinding },
          { value: 'empty', label: words.empty },
          { value: 'all', label: words.all },
        ]}
      />
      <label htmlFor={`${id}-value`}>{words.value}</label>
      <Input
        id={`${id}-value`}
        autoComplete="off"
        maxLength={LONGEST_VALUE}
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      <Button disabled={steps.length === 0 || value.trim() === ''} onClick={() => onChange(steps)}>
        {words.set(steps.length)}
      </Button>
    </div>
  );
}

/** The column with most findings: where mending many at once helps most. */
function commonest({ rows, columns }: GridRows, findings: FindingsByPlace): Field {
  const counts = new Map<Field, number>();
  for (const { row } of rows) {
    for (const { field } of findings.ofRow(row)) if (field !== undefined) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? columns[0]?.field ?? 'name';
}
