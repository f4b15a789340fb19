import type { Result } from '#libs/policy';
import { RefusalError } from '../database/refusal-error.ts';

/** The value of a reading use case; its refusal becomes the answer. @throws RefusalError */
export function answered<T>(result: Result<T>): T {
  if (!result.ok) throw new RefusalError(result.refusal);
  return result.value;
}
