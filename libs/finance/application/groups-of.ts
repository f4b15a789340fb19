import type { Tx } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';
import { categoriesOf } from '../persistence/facts.query.ts';

/** Codes of the policy's groups a roster's word stands for: the code itself, the printed name, or an alias (AMB-38). */
function codesOf({ groups }: PolicySnapshot, category: string): readonly string[] {
  return Object.entries(groups)
    .filter(([code, { names }]) => code === category || names.includes(category))
    .map(([code]) => code);
}

/** The policy's groups each person belongs to by the category they are registered with. */
export async function groupsOf(
  tx: Tx,
  snapshot: PolicySnapshot,
  persons: readonly string[],
): Promise<ReadonlyMap<string, { readonly groups: readonly string[] }>> {
  const rows = await tx.rows<{ personId: string; category: string }>(categoriesOf, [persons]);
  return new Map(rows.map(({ personId, category }) => [personId, { groups: codesOf(snapshot, category) }]));
}
