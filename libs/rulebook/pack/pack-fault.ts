/** Something in a pack's files is not as it must be: which file, where in it, and what to do. */
export interface PackFault {
  readonly file: string;
  /** Place within the file, e.g. `order.opening.filing.latestDaysBefore`. */
  readonly path: string;
  readonly problem: string;
}

/** A pack that cannot be read; nothing of it is registered. */
export class PackError extends Error {
  override readonly name = 'PackError';

  constructor(readonly faults: readonly PackFault[]) {
    super(faults.map(({ file, path, problem }) => `${file}: ${path}: ${problem}`).join('\n'));
  }
}
