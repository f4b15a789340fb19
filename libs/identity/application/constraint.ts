import { RefusalError } from '#libs/platform';

/** Runs a write whose constraint has a meaning to people: its violation becomes the refusal, every other error stays what it is. */
export async function refusing<T>(constraint: string, code: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint === constraint) throw new RefusalError({ code });
    throw error;
  }
}

/** A row the statement must have returned. */
export function returned<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('the statement returned no row');
  return row;
}
