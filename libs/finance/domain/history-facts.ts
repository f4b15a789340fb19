import type { LineFacts } from '#libs/policy';
import type { ClassFacts, HistoryLine } from '../persistence/facts.query.ts';
import { fullMonths } from './months.ts';

type Remembered = Pick<
  LineFacts,
  'paidFen' | 'subsidised' | 'monthsPaid' | 'paidLevel' | 'awardedFen' | 'classesThisYear' | 'monthsSinceSame'
>;

/** What the line is about, for comparing it with what was claimed before. */
export interface LineNow {
  readonly subsidy: string;
  readonly of: Pick<ClassFacts, 'id' | 'startsOn' | 'endsOn' | 'occupationCode'> | null;
  readonly certificateLevel: number | null;
  /** Declared level of a unit. */
  readonly level: string | null;
}

const CERTIFICATE = 'certificate:';

function suffixes(lines: readonly HistoryLine[], prefix: string): string[] {
  return lines.flatMap(({ onceKeys }) => onceKeys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
}

function sum(lines: readonly HistoryLine[]): bigint {
  return lines.reduce((total, { amountFen }) => total + amountFen, 0n);
}

/** Other subsidised classes of the person: how many end in the same year, and how long ago one of the same occupation and level ended (AMB-35). */
function classesBefore(
  lines: readonly HistoryLine[],
  { of, certificateLevel }: LineNow,
): Pick<Remembered, 'classesThisYear' | 'monthsSinceSame'> {
  if (of === null) return {};
  const others = lines.filter(({ classId, endsOn }) => classId !== null && classId !== of.id && endsOn !== null);
  const sameYear = new Set(others.filter(({ endsOn }) => endsOn?.slice(0, 4) === of.endsOn.slice(0, 4)).map(({ classId }) => classId));
  const isSameLevel = (level: number | null) => level === null || certificateLevel === null || level === certificateLevel;
  const same = others
    .filter((line) => line.occupationCode === of.occupationCode && isSameLevel(line.certificateLevel))
    .map(({ endsOn }) => fullMonths(endsOn ?? '', of.startsOn));
  return { classesThisYear: sameYear.size, monthsSinceSame: same.length === 0 ? null : Math.min(...same) };
}

/** What the platform itself remembers of a person or unit; nobody declares these (AMB-18, AMB-20, AMB-25, AMB-27, AMB-35, AMB-56). */
export function historyFacts(lines: readonly HistoryLine[], now: LineNow): Remembered {
  const { subsidy, of, level } = now;
  const same = lines.filter((line) => line.subsidy === subsidy);
  const stages = same.filter(({ classId, isApproved }) => of !== null && classId === of.id && isApproved);
  const awards = same.filter(({ onceKeys }) => onceKeys.some((key) => key.startsWith(`${subsidy}:${level ?? ''}:year:`)));
  return {
    paidFen: sum(stages),
    subsidised: [...new Set(suffixes(lines, CERTIFICATE))].sort(),
    monthsPaid: new Set(suffixes(same, `${subsidy}:month:`)).size,
    paidLevel: suffixes(same, `${subsidy}:level:`).at(-1) ?? null,
    awardedFen: sum(awards),
    ...classesBefore(lines, now),
  };
}
