import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';
import { useAct } from '../../../api/use-act.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { ErrorAlert } from '../../../components/error-alert.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { Enrollment } from '../enrollments.ts';
import { trainingWords } from './words.ts';

type Issued = components['schemas']['IssuedVoucherResponse'];

/** The codes as a file for printing; a leading sign that a spreadsheet would run is not possible in them. */
function csvOf(issued: readonly Issued[], people: readonly Enrollment[]): string {
  const names = new Map(people.map(({ id, name, maskedIdNumber }) => [id, `${name},${maskedIdNumber}`]));
  const lines = issued.map(({ enrollmentId, code }) => `${names.get(enrollmentId) ?? ','},${code}`);
  return `\uFEFF姓名,身份证号码,券号\r\n${lines.join('\r\n')}\r\n`;
}

/** 领券 → 验券 → 兑现 → 核销, for everybody whose voucher stands at that step. */
export function Vouchers({ classId, people }: { readonly classId: string; readonly people: readonly Enrollment[] }) {
  const words = useWords(trainingWords);
  const queries = useQueryClient();
  const renew = (): void => void queries.invalidateQueries({ queryKey: ['classes', classId] });
  const claim = useAct(
    (_: number, headers) => answer(api.POST('/v1/classes/{id}/vouchers', { params: { path: { id: classId } }, headers })),
    renew,
  );
  const move = useAct(
    ({ step, enrollmentIds }: { readonly step: 'verify' | 'redeem' | 'write-off'; readonly enrollmentIds: string[] }, headers) =>
      answer(api.POST('/v1/classes/{id}/vouchers/{step}', { params: { path: { id: classId, step } }, body: { enrollmentIds }, headers })),
    renew,
  );
  const at = (state: string | null): string[] => people.filter(({ voucherState }) => voucherState === state).map(({ id }) => id);
  const without = people.filter(({ voucherState }) => voucherState === null || voucherState === 'released' || voucherState === 'cancelled');
  const completed = people.filter(({ isCompleted, voucherState }) => isCompleted && voucherState === 'verified').map(({ id }) => id);
  const counts = (['claimed', 'verified', 'redeemed', 'written-off'] as const).map((state) => [state, at(state).length] as const);
  const steps = [
    ['verify', words.verify, at('claimed')],
    ['redeem', words.redeem, completed],
    ['write-off', words.writeOff, at('redeemed')],
  ] as const;
  const error = claim.error ?? move.error;
  return (
    <section className="kbt-card" aria-labelledby="kbt-vouchers">
      <h2 id="kbt-vouchers">{words.vouchers}</h2>
      {error && <ErrorAlert error={error} />}
      <p className="kbt-tags" aria-label={words.counts}>
        {without.length > 0 && <StatusTag tone="attention">{`${words.none} ${without.length}`}</StatusTag>}
        {counts.map(([state, count]) => count > 0 && <StatusTag key={state} tone="working">{`${words[state]} ${count}`}</StatusTag>)}
      </p>
      {claim.data && (
        <Alert
          type="warning"
          showIcon
          className="kbt-error"
          title={words.issued}
          action={
            <a download="vouchers.csv" href={URL.createObjectURL(new Blob([csvOf(claim.data.items, people)], { type: 'text/csv' }))}>
              {words.codes}
            </a>
          }
        />
      )}
      <div className="kbt-actions">
        {without.length > 0 && (
          <Button loading={claim.isPending} onClick={() => claim.mutate(without.length)}>
            {words.claim(without.length)}
          </Button>
        )}
        {steps.map(
          ([step, label, enrollmentIds]) =>
            enrollmentIds.length > 0 && (
              <Button
                key={step}
                loading={move.isPending && move.variables?.step === step}
                onClick={() => move.mutate({ step, enrollmentIds })}
              >
                {label(enrollmentIds.length)}
              </Button>
            ),
        )}
      </div>
    </section>
  );
}
