import type { FactRow } from './fact-row.ts';

/** One person or unit of a submission with what it came to. */
export interface SubmittedLine {
  readonly personId: string;
  readonly amountFen: bigint;
  readonly facts: FactRow;
}

export interface FactChange {
  /** Name of the registry of facts, or `period`, `reference`. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface LineChange {
  readonly personId: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly beforeFen: bigint | null;
  readonly afterFen: bigint | null;
  readonly facts: readonly FactChange[];
}

/** Whom a row is about; none of it is a fact somebody corrects. */
const IDENTIFYING: ReadonlySet<string> = new Set(['ref', 'personId', 'enrollmentId', 'subjectId']);

function said(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function compareFacts(before: FactRow, after: FactRow): readonly FactChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !IDENTIFYING.has(name) && said(before[name]) !== said(after[name]))
    .map((name) => ({ name, before: said(before[name]), after: said(after[name]) }));
}

function compareLine(was: SubmittedLine | undefined, is: SubmittedLine | undefined): LineChange | undefined {
  const personId = was?.personId ?? is?.personId;
  if (personId === undefined) return undefined;
  const amounts = { beforeFen: was?.amountFen ?? null, afterFen: is?.amountFen ?? null };
  if (!was || !is) return { personId, change: was ? 'removed' : 'added', ...amounts, facts: [] };
  const facts = compareFacts(was.facts, is.facts);
  return facts.length === 0 && was.amountFen === is.amountFen ? undefined : { personId, change: 'changed', ...amounts, facts };
}

/** Person by person, what differs between two submissions of a claim: who came, who left, whose facts or amount changed. */
export function compareSubmissions(before: readonly SubmittedLine[], after: readonly SubmittedLine[]): readonly LineChange[] {
  const old = new Map(before.map((line) => [line.personId, line]));
  const fresh = new Map(after.map((line) => [line.personId, line]));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((personId) => compareLine(old.get(personId), fresh.get(personId)) ?? []);
}
