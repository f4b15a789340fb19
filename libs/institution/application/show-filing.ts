import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import type { FilingKind } from '../domain/check-filing.ts';
import { filingsOf, lastReason, marksOf, materialsOf, type FilingRow, type MaterialRow } from '../persistence/filing.query.ts';
import { processOfClass } from './class-policy.ts';
import { visibleClass } from './own-class.ts';

export interface FilingView {
  readonly kind: FilingKind;
  /** draft, under-review, returned, approved, refused, lapsed */
  readonly state: string;
  readonly versions: readonly FilingRow[];
  /** What the policy asks for, and whether it is there. */
  readonly materials: readonly {
    readonly slot: string;
    readonly title: string;
    readonly form: string;
    readonly clause: string;
    readonly isThere: boolean;
  }[];
  /** Points to correct of the last return. */
  readonly marks: readonly object[];
  readonly reason: object | null;
}

/** Where a filing stands, what it contains, and what there is to correct. */
export async function showFiling(tx: Tx, actor: Actor, classId: string, kind: FilingKind): Promise<Result<FilingView>> {
  const of = await visibleClass(tx, actor, classId);
  if (!of.ok) return of;
  const process = await processOfClass(tx, of.value);
  const there = new Set(
    (await tx.rows<MaterialRow>(materialsOf, [classId])).filter(({ filingKind }) => filingKind === kind).map(({ slot }) => slot),
  );
  const state = kind === 'opening' ? of.value.openingState : of.value.completionState;
  const isReturned = state === 'returned';
  return accept({
    kind,
    state,
    versions: await tx.rows<FilingRow>(filingsOf, [classId, kind]),
    materials: process[kind].materials.map(({ slot, title, form, clause }) => ({
      slot,
      title,
      form,
      clause,
      isThere: form === 'form' || there.has(slot),
    })),
    marks: isReturned ? await tx.rows(marksOf, [classId, kind]) : [],
    reason: state === 'draft' ? null : ((await tx.one(lastReason, [classId, kind])) ?? null),
  });
}
