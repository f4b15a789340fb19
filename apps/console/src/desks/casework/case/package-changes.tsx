import { queryOptions, useQuery } from '@tanstack/react-query';
import { ProblemError } from '../../../api/problem-error.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { AskAgain } from '../../../components/ask-again.tsx';
import { Loading } from '../../../components/loading.tsx';
import { claimQuery } from './case-queries.ts';
import { signWords } from './sign-words.ts';
import { reviewWords } from './words.ts';

interface SealedLine {
  readonly lineId: string;
  readonly amountFen: string;
}

interface Sealed {
  readonly amountFen: string;
  readonly lines: readonly SealedLine[];
  readonly excluded: readonly string[];
}

async function fetchPackage(claimId: string, version: number): Promise<Sealed> {
  const response = await fetch(`/v1/claims/${claimId}/package?version=${version}`).catch(() => {
    throw ProblemError.unreachable();
  });
  if (!response.ok) throw ProblemError.of(response, await response.json().catch(() => undefined));
  return (await response.json()) as Sealed;
}

const packageQuery = (claimId: string, version: number) =>
  queryOptions({
    queryKey: ['packages', claimId, version],
    queryFn: () => fetchPackage(claimId, version),
    staleTime: Infinity, // a sealed package never changes
  });

const yuan = (fen: string): string => `${fen.padStart(3, '0').slice(0, -2)}.${fen.padStart(3, '0').slice(-2)}`;

interface PackageChangesProps {
  readonly claimId: string;
  readonly version: number;
  /** The version the person looked at last: the one they signed, which is void now. Without one, the version before is compared. */
  readonly signedByMe: number | undefined;
}

/** Only what changed since the signer's last look: amounts, who is new, who is out. */
export function PackageChanges({ claimId, version, signedByMe }: PackageChangesProps) {
  const words = useWords(signWords);
  const { total } = useWords(reviewWords);
  const isLater = version > 1;
  const from = signedByMe ?? version - 1;
  const before = useQuery({ ...packageQuery(claimId, from), enabled: isLater });
  const now = useQuery({ ...packageQuery(claimId, version), enabled: isLater });
  const names = new Map(useQuery({ ...claimQuery(claimId), enabled: isLater }).data?.lines.map(({ lineId, name }) => [lineId, name]));
  if (!isLater) return <p className="kbt-hint">{words.firstVersion}</p>;
  if (!before.data || !now.data) return before.error || now.error ? <AskAgain queries={[before, now]} /> : <Loading rows={2} />;
  const changes = changesBetween(before.data, now.data);
  return (
    <div>
      <h3>{signedByMe === undefined ? words.changedSince(from) : words.changedSinceMine(from)}</h3>
      <p>
        {total} <Amount value={yuan(before.data.amountFen)} /> → <Amount value={yuan(now.data.amountFen)} />
      </p>
      {changes.length === 0 && <p>{words.noLineChanged}</p>}
      <ul className="kbt-changes">
        {changes.map(({ lineId, old, fresh }) => (
          <li key={lineId}>
            {names.get(lineId) ?? lineId.slice(0, 8)} {old === undefined ? words.movedIn : <Amount value={yuan(old)} />} →{' '}
            {fresh === undefined ? words.movedOut : <Amount value={yuan(fresh)} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface LineChange {
  readonly lineId: string;
  /** Undefined: not in the earlier version. */
  readonly old: string | undefined;
  /** Undefined: no longer in. */
  readonly fresh: string | undefined;
}

function changesBetween(before: Sealed, now: Sealed): readonly LineChange[] {
  const old = new Map(before.lines.map((line) => [line.lineId, line.amountFen]));
  const fresh = new Map(now.lines.map((line) => [line.lineId, line.amountFen]));
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((lineId) => ({ lineId, old: old.get(lineId), fresh: fresh.get(lineId) }))
    .filter((line) => line.old !== line.fresh);
}
