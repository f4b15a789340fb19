import type { Refusal } from '#libs/policy';

/** Carries a refusal out of a transaction, so that it rolls back; the problem filter turns it into the answer. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';

  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** The SQLSTATE every guard of ours raises with; the message is then a refusal code. */
const GUARD_STATE = 'KB000';
/** What a lock or statement time-out and a lost connection look like: nothing is known to have happened, so the caller repeats with the same key. */
const BUSY_STATES = new Set(['55P03', '57014', '57P01', '57P02', '57P03', '08000', '08003', '08006', '53300', '53100', '25P03', '25P04']);

/** The refusal behind an error of the database: a guard's own code, or BUSY when it may be repeated; undefined for a fault. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof RefusalError) return error.refusal;
  const source = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code, message, detail } = (source ?? {}) as { code?: unknown; message?: unknown; detail?: unknown };
  if (code === GUARD_STATE && typeof message === 'string') return { code: message, ...paramsOf(detail) };
  if (typeof code === 'string' && (BUSY_STATES.has(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code)))
    return { code: 'BUSY' };
  if (typeof message === 'string' && /timeout exceeded when trying to connect|Query read timeout|Connection terminated/.test(message))
    return { code: 'BUSY' };
  return undefined;
}

function paramsOf(detail: unknown): { params?: Record<string, string | number> } {
  if (typeof detail !== 'string' || !detail.startsWith('{')) return {};
  return { params: JSON.parse(detail) as Record<string, string | number> };
}
