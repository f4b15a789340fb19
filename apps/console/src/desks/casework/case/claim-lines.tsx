import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { Loading } from '../../../components/loading.tsx';
import { OverridesCard } from '../../../components/overrides/overrides-card.tsx';
import { reasonWords } from '../../../components/reason-words.ts';
import { claimQuery, type ClaimLine } from './case-queries.ts';
import { MarkButton } from './mark-button.tsx';
import { useReviewDraft } from './review-draft.tsx';
import { reviewWords } from './words.ts';
import { SheetLink } from '../../../components/sheet-link.tsx';

/** Each person's amount with its arithmetic and clause; the reviewer can leave a person out with a reason, the rest goes on. */
export function ClaimLines({ claimId }: { readonly claimId: string }) {
  const words = useWords(reviewWords);
  const { data, error, refetch } = useQuery(claimQuery(claimId));
  const { draft, mayExclude } = useReviewDraft();
  if (error && !data) return <ErrorAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const isOut = ({ lineId }: ClaimLine): boolean => draft.exclusions.some((one) => one.lineId === lineId);
  return (
    <>
      <p>
        {words.total} <Amount value={data.linesTotal.value} capital />
      </p>
      <OverridesCard claimId={claimId} />
      <SheetLink href={`/v1/claims/${claimId}/lines.xlsx`} of={words.lines} />
      <DataTable
        caption={words.lines}
        rows={data.lines}
        rowKey={({ lineId }) => lineId}
        rowClassName={(line) => (isOut(line) || line.state !== 'included' ? 'kbt-line-out' : undefined)}
        columns={[
          { key: 'number', title: '#', align: 'right', render: (_, index) => index + 1 },
          {
            key: 'name',
            title: words.name,
            isHeader: true,
            render: ({ name, maskedIdNumber }) => (
              <>
                <span className="kbt-number">{name}</span>
                <span className="kbt-hint kbt-line kbt-number">{maskedIdNumber}</span>
              </>
            ),
          },
          { key: 'amount', title: words.amount, align: 'right', render: ({ amount }) => <Amount value={amount.value} /> },
          { key: 'why', title: words.why, render: (line) => <Why line={line} /> },
          {
            key: 'act',
            title: words.action,
            render: (line, index) => (
              <span className="kbt-row-acts">
                <MarkButton anchor={{ row: index + 1 }} place={words.place.row(index + 1)} />
                {mayExclude && line.state === 'included' && <ExcludeButton line={line} isOut={isOut(line)} />}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Why({ line }: { readonly line: ClaimLine }) {
  const words = useWords(reviewWords);
  const { steps = [], exclusion } = line.explanation;
  return (
    <details>
      <summary>{steps.at(-1)?.arithmetic ?? exclusion?.code ?? words.why}</summary>
      <ol className="kbt-steps">
        {steps.map((step, index) => (
          <li key={`${step.rule}-${index}`}>
            {step.arithmetic} <span className="kbt-hint">{step.clause}</span>
          </li>
        ))}
        {exclusion && (
          <li>
            {exclusion.code} <span className="kbt-hint">{exclusion.clause}</span>
          </li>
        )}
      </ol>
    </details>
  );
}

function ExcludeButton({ line, isOut }: { readonly line: ClaimLine; readonly isOut: boolean }) {
  const words = useWords(reviewWords);
  const { draft, change } = useReviewDraft();
  const [isAsking, setAsking] = useState(false);
  const putBack = (): void => change({ exclusions: draft.exclusions.filter(({ lineId }) => lineId !== line.lineId) });
  return (
    <>
      <Button size="small" type="text" onClick={isOut ? putBack : () => setAsking(true)}>
        {isOut ? words.include : words.exclude}
      </Button>
      {isAsking && (
        <ExcludeDialog
          name={line.name}
          onClose={() => setAsking(false)}
          onExclude={(reason) => {
            change({ exclusions: [...draft.exclusions, { lineId: line.lineId, ...reason }] });
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

interface ExcludeDialogProps {
  readonly name: string;
  readonly onExclude: (reason: { readonly reasonCode: string; readonly clause?: string }) => void;
  readonly onClose: () => void;
}

function ExcludeDialog({ name, onExclude, onClose }: ExcludeDialogProps) {
  const words = useWords(reviewWords);
  const reasons = useWords(reasonWords);
  const [reasonCode, setReasonCode] = useState<string>();
  const [clause, setClause] = useState('');
  const [attempt, setAttempt] = useState(0);
  const isMissing = attempt > 0 && reasonCode === undefined;
  const submit = (): void => {
    setAttempt(attempt + 1);
    if (reasonCode !== undefined) onExclude({ reasonCode, ...(clause.trim() === '' ? {} : { clause: clause.trim() }) });
  };
  return (
    <FormDialog
      title={`${words.exclude}：${name}`}
      act={words.exclude}
      attempt={attempt}
      findings={isMissing ? [{ fieldId: 'kbt-exclude-reason', text: words.reasonNeeded }] : []}
      onSend={submit}
      onClose={onClose}
    >
      <div className="kbt-form">
        <label htmlFor="kbt-exclude-reason">{words.excludeReason}</label>
        <Select
          id="kbt-exclude-reason"
          value={reasonCode}
          onChange={setReasonCode}
          options={['not-trained', 'not-eligible', 'insured-elsewhere', 'amount-wrong', 'other'].map((code) => ({
            value: code,
            label: reasons[code as keyof typeof reasons],
          }))}
        />
        <label htmlFor="kbt-exclude-clause">{words.excludeClause}</label>
        <Input id="kbt-exclude-clause" maxLength={100} value={clause} onChange={(event) => setClause(event.target.value)} />
      </div>
    </FormDialog>
  );
}
