import type { Tx } from '#libs/platform';
import { categoriesOf } from '../persistence/facts.query.ts';

/** The group of people each person is registered with: a code of the policy, or the roster's own word. */
export async function groupsOf(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, { readonly groups: readonly string[] }>> {
  const rows = await tx.rows<{ personId: string; category: string }>(categoriesOf, [persons]);
  return new Map(rows.map(({ personId, category }) => [personId, { groups: [category] }]));
}
