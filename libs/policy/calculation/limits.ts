/**
 * Limits of this program, never of a policy: they keep amounts exact and answers short, and no document is as large. The only file of the
 * calculation that may hold numbers other than 0, 1 and the 100 of a percentage.
 */
export const limits = {
  /** Ten years of payable days. */
  days: 3_660,
  /** A hundred years of months. */
  months: 1_200,
  years: 100,
  /** Persons or units one line may stand for: twice the working people of the province would be as many. */
  count: 10_000_000,
  /** Fen of one amount: ten thousand million yuan; a line of so many days stays below 2^53. */
  fen: 1_000_000_000_000,
  /** Lines of one calculation: more than any class, order or register; equal persons are one line with `people`. */
  lines: 100_000,
  /** Faults told at once: enough to mend by, and no answer without end. */
  faults: 100,
} as const;
