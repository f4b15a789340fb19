import { accept, refuse, type Refusal, type Result } from '../result.ts';
import type { ClassType, Material } from '../snapshot/class-process.ts';
import { processOf, subsidyOf } from '../snapshot/parts-of-snapshot.ts';
import type { PolicySnapshot } from '../snapshot/policy-snapshot.ts';

/** The stages an application with papers is made at. */
export const materialStages = ['opening', 'completion', 'claim'] as const;
export type MaterialStage = (typeof materialStages)[number];

/** What a county asks beyond its policy. The lists are open, never shorter (AMB-41). */
export interface MaterialOverlay {
  readonly add: readonly Material[];
  /** Slots somebody wants to do without; every one of them the policy lists is refused. */
  readonly remove: readonly string[];
}

export interface MaterialQuestion {
  /** The papers of a stage of a class, or of a claim without a class. */
  readonly of: { readonly classType: ClassType; readonly stage: MaterialStage } | { readonly subsidy: string };
  readonly isSpecialTask: boolean;
  readonly overlay?: MaterialOverlay;
}

type Code = 'CLASS_TYPE_UNKNOWN' | 'SUBSIDY_UNKNOWN' | 'POLICY_PARENT_ABSENT' | 'MATERIAL_NOT_REMOVABLE' | 'MATERIAL_LISTED_ALREADY';

function listed(snapshot: PolicySnapshot, { of }: MaterialQuestion): Result<readonly Material[], Code> {
  if ('subsidy' in of) {
    const rule = subsidyOf(snapshot, of.subsidy);
    return rule.ok ? accept(rule.value.materials) : rule;
  }
  const process = processOf(snapshot, of.classType);
  return process.ok ? accept(process.value[of.stage].materials) : process;
}

function overlayFaults(materials: readonly Material[], { add, remove }: MaterialOverlay): Refusal<Code>[] {
  const slots = new Map(materials.map((one) => [one.slot, one]));
  const removed = remove.flatMap((slot): Refusal<Code>[] => {
    const found = slots.get(slot);
    const params = { slot, title: found?.title ?? '', titleEn: found?.titleEn ?? '', clause: found?.clause ?? '' };
    return found ? [{ code: 'MATERIAL_NOT_REMOVABLE', pointer: `/remove/${slot}`, params }] : [];
  });
  // An entry of the same name could only weaken the policy's own.
  const twice = add.filter(({ slot }, index) => slots.has(slot) || add.findIndex((one) => one.slot === slot) < index);
  return [
    ...removed,
    ...twice.map(({ slot }): Refusal<Code> => ({ code: 'MATERIAL_LISTED_ALREADY', pointer: `/add/${slot}`, params: { slot } })),
  ];
}

/** The papers an application must contain, in the policy's order, then those the county adds. */
export function requiredMaterials(snapshot: PolicySnapshot, question: MaterialQuestion): Result<readonly Material[], Code> {
  const materials = listed(snapshot, question);
  if (!materials.ok) return materials;
  const { overlay = { add: [], remove: [] }, isSpecialTask } = question;
  const errors = overlayFaults(materials.value, overlay);
  const [first] = errors;
  if (first) return refuse(first.code, { ...first, errors });
  return accept([...materials.value, ...overlay.add].filter(({ when }) => when === 'always' || isSpecialTask));
}
