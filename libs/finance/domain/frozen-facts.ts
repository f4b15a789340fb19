import { factFields, type FactName, type LineFacts } from '#libs/policy';

/** The facts of one line as they are frozen with a submission: names of the registry, amounts as strings of fen, and whom they are about. */
export interface FactRow {
  /** Enrollment of a class, else the subject of the claim. */
  readonly ref: string;
  readonly personId: string;
  readonly enrollmentId: string | null;
  readonly subjectId: string | null;
  /** `YYYY-MM`, where the line is for months or years. */
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  readonly reference: string | null;
  readonly [fact: string]: unknown;
}

const names = Object.keys(factFields) as FactName[];

/** The facts as the calculation wants them. */
export function thawed(row: FactRow): LineFacts {
  const facts: Record<string, unknown> = { ref: row.ref };
  for (const name of names) {
    const value = row[name];
    if (value === undefined) continue;
    facts[name] = factFields[name].type === 'fen' && value !== null ? BigInt(value as string) : value;
  }
  return facts as LineFacts;
}

/** The facts as JSON. */
export function frozen(facts: Omit<LineFacts, 'ref'>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]),
  );
}
