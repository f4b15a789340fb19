import type { CalculationLine } from '#libs/policy';

/** A calculated line as JSON: amounts as strings of fen, so that no reader rounds them. */
export function explain({ steps, exclusion, recoveryFen }: CalculationLine): object {
  return {
    steps: steps.map((step) => ({ ...step, resultFen: String(step.resultFen) })),
    ...(exclusion === undefined ? {} : { exclusion }),
    ...(recoveryFen === 0n ? {} : { recoveryFen: String(recoveryFen) }),
  };
}
