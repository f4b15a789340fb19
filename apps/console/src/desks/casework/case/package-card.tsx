import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { caseWords, worded } from '../../../components/case-words.ts';
import { Instant } from '../../../components/instant.tsx';
import { paperWords } from '../../../components/paper-words.ts';
import { reasonWords } from '../../../components/reason-words.ts';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { TaskDetail } from '../api.ts';
import { recomputationQuery } from './case-queries.ts';
import { PackageChanges } from './package-changes.tsx';
import { signWords } from './sign-words.ts';

interface PackageCardProps {
  readonly task: TaskDetail;
  readonly sealed: NonNullable<TaskDetail['package']>;
}

/** Exactly what is signed: version, amount, number of people, hash; and who has signed, voided signatures kept and greyed. */
export function PackageCard({ task, sealed }: PackageCardProps) {
  const words = useWords(signWords);
  const { papers } = useWords(paperWords);
  const valid = task.signatures.filter(({ version, kind }) => version === sealed.version && kind === 'handler').length;
  const isSigning = task.stage !== 'review';
  const signedByMe = task.signatures.filter(({ isMine, version }) => isMine && version < sealed.version).at(-1)?.version;
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
        {isSigning && <Recomputed claimId={task.case.id} />}
        <p>
          {words.packageLines(sealed.lines)} · <Link to="?tab=lines">{words.listBelow}</Link> ·{' '}
          <a href={`/v1/claims/${task.case.id}/package`}>{words.packageSource}</a>
        </p>
        <p className="kbt-hint">
          {words.packageHash} <code className="kbt-hash">{sealed.sha256}</code>
        </p>
        <PackageChanges claimId={task.case.id} version={sealed.version} signedByMe={signedByMe} />
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
          {task.signatures.map((one) => (
            <Signature key={`${one.version}-${one.at}`} one={one} task={task} current={sealed.version} />
          ))}
        </ul>
      </div>
    </section>
  );
}

interface SignatureProps {
  readonly one: TaskDetail['signatures'][number];
  readonly task: TaskDetail;
  /** The version that is signed now. */
  readonly current: number;
}

/** A signature; one that a later version has voided stays, greyed, with what voided it. */
function Signature({ one, task, current }: SignatureProps) {
  const words = useWords(signWords);
  const isVoid = one.version !== current;
  return (
    <li className={isVoid ? 'kbt-void' : ''}>
      <b>{one.personName}</b> {one.kind === 'finance' ? words.finance : words.handler} <Instant at={one.at} />
      <div className="kbt-hint">
        {words.packageVersion(one.version)} <code>{one.sha256.slice(0, 12)}…</code>
      </div>
      {isVoid && (
        <div>
          {words.voided}：<VoidReason at={one.at} task={task} />
        </div>
      )}
    </li>
  );
}

/** The first decision after a signature that sent the claim back: what the package was changed for. */
function VoidReason({ at, task }: { readonly at: string; readonly task: TaskDetail }) {
  const words = useWords(signWords);
  const cases = useWords(caseWords);
  const reasons = useWords(reasonWords);
  const cause = [...task.decisions]
    .reverse()
    .find((decision) => decision.at >= at && (decision.action === 'return' || decision.action === 'uphold'));
  if (!cause) return words.voidedChanged;
  const act = cause.action === 'uphold' ? cases.action.uphold : cases.outcome.voided;
  const reason = cause.comment ?? (cause.reasonCode === null ? '' : worded(reasons, cause.reasonCode));
  return words.voidedBy(act, reason, cause.personName ?? '');
}

/** Finance's own computation in SQL beside the sealed amount. */
function Recomputed({ claimId }: { readonly claimId: string }) {
  const words = useWords(signWords);
  const { data } = useQuery(recomputationQuery(claimId));
  if (!data) return null;
  return (
    <p>
      {words.recomputed} <Amount value={data.total.value} />{' '}
      <StatusTag tone={data.agrees ? 'good' : 'bad'}>{data.agrees ? words.recomputedSame : words.recomputedOther}</StatusTag>
    </p>
  );
}
