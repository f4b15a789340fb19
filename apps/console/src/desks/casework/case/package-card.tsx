import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { Instant } from '../../../components/instant.tsx';
import type { TaskDetail } from '../api.ts';
import { PackageChanges } from './package-changes.tsx';
import { reviewWords } from './words.ts';
import { paperWords } from '../../../components/paper-words.ts';

interface PackageCardProps {
  readonly task: TaskDetail;
  readonly sealed: NonNullable<TaskDetail['package']>;
}

/** Exactly what is signed: version, amount, number of people, hash; and who has signed, voided signatures kept and greyed. */
export function PackageCard({ task, sealed }: PackageCardProps) {
  const words = useWords(reviewWords);
  const { papers } = useWords(paperWords);
  const valid = task.signatures.filter(({ version, kind }) => version === sealed.version && kind === 'handler').length;
  const isSigning = task.stage !== 'review';
  return (
    <section className="kbt-card kbt-package" aria-label={words.packageTitle}>
      <div>
        <h2>
          {words.packageTitle} <span className="kbt-hint">{words.packageVersion(sealed.version)}</span>
        </h2>
        <p className="kbt-hint">{words.packageText}</p>
        <p className="kbt-package-amount">
          <Amount value={sealed.amount.value} capital />
        </p>
        <p>
          {words.packageLines(sealed.lines)} · <a href={`/v1/claims/${task.case.id}/package`}>{words.packageSource}</a>
        </p>
        <p className="kbt-hint">
          {words.packageHash} <code className="kbt-hash">{sealed.sha256}</code>
        </p>
        <PackageChanges claimId={task.case.id} version={sealed.version} />
      </div>
      <div>
        <h3>{words.signatures}</h3>
        {isSigning && (
          <p>
            <a href={`/v1/cases/${task.case.id}/papers/sign-off-sheet.pdf`} target="_blank" rel="noopener">
              {papers['sign-off-sheet']} <span className="kbt-hint">PDF</span>
            </a>
          </p>
        )}
        {task.signersRequired !== null && <p>{words.signaturesNeeded(valid, task.signersRequired)}</p>}
        <ul className="kbt-signatures">
          {task.signatures.map((one) => {
            const isVoid = one.version !== sealed.version;
            return (
              <li key={`${one.version}-${one.at}`} className={isVoid ? 'kbt-void' : ''}>
                <b>{one.personName}</b> {one.kind === 'finance' ? words.finance : words.handler} <Instant at={one.at} />
                <div className="kbt-hint">
                  {words.packageVersion(one.version)} <code>{one.sha256.slice(0, 12)}…</code> {isVoid && words.voided}
                </div>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
