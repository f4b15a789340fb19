import type { PolicyShelf } from '#libs/rulebook';
import { say } from '../../local/progress.ts';
import { readCommandLine } from '../command-line.ts';
import { table } from '../print/table.ts';

/** `list`: every policy with its validity, the hash it is registered by, and the parents that fill what it does not say. */
export function list(shelf: PolicyShelf, args: readonly string[]): number {
  readCommandLine(args, {});
  const rows = shelf.ids.flatMap((id) =>
    shelf
      .periodsOf(id)
      .map(({ snapshot, hash, period }) => [
        id,
        snapshot.pack.region,
        period.from,
        period.to ?? 'until replaced',
        hash.slice(0, 12),
        period.parents.map(({ head }) => head.id).join(', '),
        snapshot.pack.documentNumber,
      ]),
  );
  say(table(['policy', 'region', 'from', 'to', 'hash', 'parents', 'document'], rows));
  return 0;
}
