import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '../../../api/problem-error.ts';
import { useWords } from '../../../app/i18n/define-words.ts';
import { Amount } from '../../../components/amount.tsx';
import { claimQuery } from './case-queries.ts';
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

const yuan = (fen: string): string => `${fen.padStart(3, '0').slice(0, -2)}.${fen.padStart(3, '0').slice(-2)}`;

/** Only what changed since the version before: amounts, who is new, who is out. */
export function PackageChanges({ claimId, version }: { readonly claimId: string; readonly version: number }) {
  const words = useWords(reviewWords);
  const isLater = version > 1;
  const before = useQuery({
    queryKey: ['packages', claimId, version - 1],
    queryFn: () => fetchPackage(claimId, version - 1),
    enabled: isLater,
    staleTime: Infinity,
  }).data;
  const now = useQuery({
    queryKey: ['packages', claimId, version],
    queryFn: () => fetchPackage(claimId, version),
    enabled: isLater,
    staleTime: Infinity,
  }).data;
  const names = new Map(useQuery({ ...claimQuery(claimId), enabled: isLater }).data?.lines.map(({ lineId, name }) => [lineId, name]));
  if (!isLater) return <p className="kbt-hint">{words.firstVersion}</p>;
  if (!before || !now) return null;
  const old = new Map(before.lines.map((line) => [line.lineId, line.amountFen]));
  const fresh = new Map(now.lines.map((line) => [line.lineId, line.amountFen]));
  const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter((lineId) => old.get(lineId) !== fresh.get(lineId));
  return (
    <div>
      <h3>{words.changedSince(version - 1)}</h3>
      <p>
        {words.total} <Amount value={yuan(before.amountFen)} /> → <Amount value={yuan(now.amountFen)} />
      </p>
      <ul className="kbt-changes">
        {changed.map((lineId) => (
          <li key={lineId}>
            {names.get(lineId) ?? lineId.slice(0, 8)} <Amount value={yuan(old.get(lineId) ?? '0')} /> →{' '}
            <Amount value={yuan(fresh.get(lineId) ?? '0')} />
          </li>
        ))}
      </ul>
    </div>
  );
}
