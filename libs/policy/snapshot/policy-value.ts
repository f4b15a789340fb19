import { accept, refuse, type Result } from '../result.ts';

/** Where a value comes from, beside what it says. */
interface Origin {
  /** The rows of the requirements the value carries, e.g. `DDL-01`. */
  readonly rows?: readonly string[];
  /** The pack of a parent the value was inherited from (AMB-37); absent where the pack itself says it. */
  readonly from?: string;
}

/**
 * A value of a policy is one of three kinds, and the difference stays visible everywhere (design section 4): the document states it, the county
 * chose a reading where the document is silent, or nobody says it.
 */
export type PolicyValue<T> =
  | ({ readonly kind: 'stated'; readonly value: T; readonly clause: string; readonly quote: string } & Origin)
  | ({ readonly kind: 'chosen'; readonly value: T; readonly amb: string; readonly reason: string } & Origin)
  | ({ readonly kind: 'missing'; readonly reason: string } & Origin);

/** The value, or POLICY_VALUE_MISSING: what needs it is held, never guessed. `name` tells the reader which value. */
export function valueOf<T>(value: PolicyValue<T>, name: string): Result<T, 'POLICY_VALUE_MISSING'> {
  return value.kind === 'missing' ? refuse('POLICY_VALUE_MISSING', { params: { name, reason: value.reason } }) : accept(value.value);
}
