import { useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import { formBody } from '../../../api/form-body.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { useFindingsOf, type Finding } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { FileButton } from '../../../components/file-button.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import type { Enrollment } from '../enrollments.ts';
import { employmentWords } from './words.ts';

const kinds = ['contract', 'wage', 'social-insurance'] as const;

interface Draft {
  readonly kind: (typeof kinds)[number];
  readonly termMonths: number;
  readonly employer: string;
  readonly employedOn: string;
}

const YEAR = 12;

interface ProofFormProps {
  readonly of: Enrollment;
  readonly classId: string;
  readonly onClose: () => void;
}

/** One proof for one person: what it is, who employs them since when, and the paper itself. */
export function ProofForm({ of, classId, onClose }: ProofFormProps) {
  const words = useWords(employmentWords);
  const [draft, setDraft] = useState<Draft>({ kind: 'contract', termMonths: YEAR, employer: '', employedOn: '' });
  const [file, setFile] = useState<File>();
  const [attempt, setAttempt] = useState(0);
  const save = useSaveProof(of, classId, onClose);
  const server = useFindingsOf(save.error, (pointer) => `proof-${pointer.slice(1)}`);
  const own: readonly Finding[] = attempt > 0 && !file ? [{ fieldId: 'proof-file', text: words.fileNeeded }] : [];
  const findings = save.isPending ? [] : [...own, ...server];
  const wrong = (name: string): string | undefined => findings.find(({ fieldId }) => fieldId === `proof-${name}`)?.text;
  return (
    <FormDialog
      title={words.addTitle(of.name)}
      act={words.save}
      isPending={save.isPending}
      attempt={attempt}
      findings={findings}
      onSend={() => {
        setAttempt(attempt + 1);
        if (file) save.mutate({ ...draft, paper: file, name: `${file.name}/${file.size}/${file.lastModified}` });
      }}
      onClose={onClose}
    >
      <Field id="proof-kind" label={words.kind} error={wrong('kind')}>
        {(control) => (
          <Select
            {...control}
            value={draft.kind}
            options={kinds.map((kind) => ({ value: kind, label: words[kind] }))}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
        )}
      </Field>
      {draft.kind === 'contract' && (
        <Field id="proof-termMonths" label={words.term} error={wrong('termMonths')}>
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={600}
              value={draft.termMonths}
              onChange={(term) => setDraft({ ...draft, termMonths: term ?? YEAR })}
            />
          )}
        </Field>
      )}
      <Field id="proof-employer" label={words.employer} error={wrong('employer')}>
        {(control) => (
          <Input
            {...control}
            value={draft.employer}
            maxLength={100}
            onChange={({ target }) => setDraft({ ...draft, employer: target.value })}
          />
        )}
      </Field>
      <Field id="proof-employedOn" label={words.employedOn} error={wrong('employedOn')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={draft.employedOn}
            onChange={({ target }) => setDraft({ ...draft, employedOn: target.value })}
          />
        )}
      </Field>
      <div id="proof-file" tabIndex={-1}>
        <p>{words.file}</p>
        <FileButton label={words.chooseFile} accept=".pdf,.jpg,.jpeg,.png" onFile={setFile} />
        {file && <p className="kbt-hint">{words.chosen(file.name)}</p>}
      </div>
    </FormDialog>
  );
}

/** Sends a proof with its paper; a contract has a term, the others have none (AMB-11). */
function useSaveProof(of: Enrollment, classId: string, onSaved: () => void) {
  const queries = useQueryClient();
  return useAct(
    ({ paper, ...body }: Draft & { readonly paper: File; readonly name: string }, headers) => {
      const { kind, employer, employedOn, termMonths } = body;
      const fields = { kind, employer, employedOn, ...(kind === 'contract' ? { termMonths: String(termMonths) } : {}) };
      return answer(
        api.POST('/v1/enrollments/{id}/employment-proofs', {
          params: { path: { id: of.id } },
          body: { kind, employer, employedOn, file: '' },
          headers,
          ...formBody({ ...fields, file: paper }),
        }),
      );
    },
    () => {
      void queries.invalidateQueries({ queryKey: ['classes', classId] });
      onSaved();
    },
  );
}
