import { useWords } from '../../../app/i18n/define-words.ts';
import { Instant } from '../../../components/instant.tsx';
import type { TaskDetail } from '../api.ts';
import { reviewWords } from './words.ts';

/** The objector's own words; that they were read is noted in the audit. */
export function ObjectionCard({ objection }: { readonly objection: NonNullable<TaskDetail['objection']> }) {
  const words = useWords(reviewWords);
  return (
    <section className="kbt-card" aria-label={words.objection}>
      <h2>
        {words.objection} <span className="kbt-number">{objection.receiptNumber}</span> {objection.isLate && words.late}
      </h2>
      <p className="kbt-hint">
        <Instant at={objection.filedAt} />
      </p>
      <dl className="kbt-facts">
        <dt>{words.facts}</dt>
        <dd className="kbt-free-text">{objection.facts}</dd>
        {objection.contact !== null && (
          <>
            <dt>{words.contact}</dt>
            <dd>{objection.contact}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
