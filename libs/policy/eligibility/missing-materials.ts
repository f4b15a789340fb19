import type { Material } from '../snapshot/class-process.ts';

/** The papers that are still missing, all at once (一次性告知), in the policy's order. */
export function missingMaterials(
  materials: readonly Material[],
  present: ReadonlySet<string>,
  of: { readonly isSpecialTask: boolean; readonly form: Material['form'] },
): readonly Material[] {
  return materials.filter(({ slot, when, form }) => form === of.form && (when === 'always' || of.isSpecialTask) && !present.has(slot));
}
