import type { Material } from '../snapshot/class-process.ts';

/** What a paper is called, in both languages. */
export type MaterialTitle = Pick<Material, 'title' | 'titleEn'>;

/** What the policy calls the paper of a slot; a slot its list does not have (any more) is called by itself. */
export function materialTitle(materials: readonly Material[], slot: string): MaterialTitle {
  const { title, titleEn } = materials.find((one) => one.slot === slot) ?? { title: slot, titleEn: slot };
  return { title, titleEn };
}
