/** Something in a policy's files is not as it must be: which file and line, where in it, and what to do. */
export interface PackFault {
  readonly file: string;
  /** Line of the file, counted from 1; null where a fault is not of one line. */
  readonly line: number | null;
  /** Place within the file, e.g. `order.opening.filing.latestDaysBefore`. */
  readonly path: string;
  readonly problem: string;
}

/** One line for people: `file:line: place: what is wrong`. */
export function faultText({ file, line, path, problem }: PackFault): string {
  return [line === null ? file : `${file}:${line}`, ...(path === '' ? [] : [path]), problem].join(': ');
}

/** A pack that cannot be read; nothing of it is registered. */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(readonly faults: readonly PackFault[]) {
    super(faults.map(faultText).join('\n'));
  }
}
