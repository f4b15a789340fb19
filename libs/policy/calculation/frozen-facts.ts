import { factFields, type FactName, type LineFacts } from './facts.ts';

const names = Object.keys(factFields) as FactName[];

/** Facts out of JSON, where amounts are strings of fen, as the calculation wants them; what is no fact is left out. */
export function thawedFacts(ref: string, row: Readonly<Record<string, unknown>>): LineFacts {
  const facts: Record<string, unknown> = { ref };
  for (const name of names) {
    const value = row[name];
    if (value === undefined) continue;
    facts[name] = factFields[name].type === 'fen' && value !== null ? BigInt(value as string) : value;
  }
  return facts as LineFacts;
}

/** Facts as JSON: amounts as strings of fen, so that no reader rounds them. */
export function frozenFacts(facts: Partial<LineFacts>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([name, value]) => value !== undefined && name !== 'ref')
      .map(([name, value]) => [name, typeof value === 'bigint' ? String(value) : value]),
  );
}
