import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import {
  accept,
  refuse,
  requiredMaterials,
  type ClassType,
  type Material,
  type MaterialStage,
  type PolicySnapshot,
  type Refusal,
  type Result,
} from '#libs/policy';
import { packShapes } from '../pack/pack-shapes.ts';
import { isPolicyValue, isTree } from '../pack/policy-values.ts';

/** A value the county sets where the policy says nothing, or chose a reading. */
export interface OverlayValue {
  /** JSON pointer within the policy, e.g. `/subsidies/apprenticeship/fenPerYear`. */
  readonly path: string;
  readonly value: unknown;
  readonly amb: string;
  readonly reason: string;
}

/** A paper the county asks for beyond its policy (AMB-41): of a stage of a class type, or of a claim without a class. */
export interface OverlayMaterial extends Pick<Material, 'slot' | 'title' | 'titleEn' | 'per' | 'when'> {
  readonly classType?: string | undefined;
  readonly stage?: MaterialStage | undefined;
  readonly subsidy?: string | undefined;
  readonly reason: string;
}

export interface Overlay {
  readonly region: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly values: readonly OverlayValue[];
  /** Lists of papers are open and never shorter: there is no way to take one out. */
  readonly materials: readonly OverlayMaterial[];
}

export interface OverlaidPolicy {
  readonly packId: string;
  readonly document: string;
  readonly hash: string;
}

/** The parts of a policy whose values a county may set, and the shape each must keep. */
const PARTS = { process: 'process.yaml', subsidies: 'subsidies.yaml', deadlines: 'deadlines.yaml' } as const;

type Tree = Record<string, unknown>;

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function nodeAt(snapshot: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((node, step) => {
    if (Array.isArray(node)) return node[Number(step)] as unknown;
    return isTree(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  }, snapshot);
}

/** A stated value is the document's and stays; only what is missing or chosen is the county's to set (design section 4). */
function setValue(snapshot: Tree, { path, value, amb, reason }: OverlayValue, index: number): Refusal | undefined {
  const steps = stepsOf(path);
  const pointer = `/values/${index}/path`;
  const node = nodeAt(snapshot, steps);
  if (!Object.hasOwn(PARTS, steps[0] ?? '') || !isPolicyValue(node))
    return { code: 'OVERLAY_PATH_UNKNOWN', pointer, params: { path: path.slice(0, 100) } };
  if (node.kind === 'stated') return { code: 'OVERLAY_STATED', pointer, params: { path, clause: node.clause } };
  const parent = nodeAt(snapshot, steps.slice(0, -1)) as Tree;
  const { rows } = node as unknown as Tree;
  parent[steps.at(-1) ?? ''] = { kind: 'chosen', value, amb, reason, ...(rows === undefined ? {} : { rows }) };
  return undefined;
}

/** Adds a paper to the list it belongs to; a slot the policy lists already is refused, as it could only be weakened. */
function addMaterial(snapshot: PolicySnapshot, of: OverlayMaterial, index: number): readonly Refusal[] {
  const { classType, stage, subsidy, reason, slot, title, titleEn, per, when } = of;
  const pointer = `/materials/${index}`;
  const isOfClass = classType !== undefined && stage !== undefined;
  if (isOfClass === (subsidy !== undefined)) return [{ code: 'OVERLAY_MATERIAL_PLACE', pointer }];
  const added = { slot, title, titleEn, per, form: 'file', when, clause: 'AMB-41', reason } as const;
  const place = isOfClass ? { classType: classType as ClassType, stage } : { subsidy: subsidy ?? '' };
  const listed = requiredMaterials(snapshot, { of: place, isSpecialTask: true, overlay: { add: [added], remove: [] } });
  if (!listed.ok) return [{ ...listed.refusal, pointer }];
  const holder = isOfClass ? snapshot.process[place.classType as ClassType]?.[stage] : snapshot.subsidies[subsidy ?? ''];
  (holder as { materials: readonly Material[] }).materials = listed.value;
  return [];
}

function shapeFaults(snapshot: Tree): string[] {
  const faults: string[] = [];
  for (const [part, file] of Object.entries(PARTS))
    packShapes[file](snapshot[part], `/${part}`, (at, problem) => faults.push(`${at}: ${problem}`));
  return faults;
}

/** A policy with a county's own values in it, as a policy of its own from a day on; nothing is registered. */
export function overlay(base: PolicySnapshot, { region, effectiveFrom, effectiveTo, values, materials }: Overlay): Result<OverlaidPolicy> {
  const packId = `${base.pack.id.split('+')[0] ?? ''}+${region}-${effectiveFrom}`;
  const snapshot = structuredClone(base) as unknown as Tree;
  const before = new Set(shapeFaults(snapshot));
  const errors = [
    ...values.flatMap((value, index) => setValue(snapshot, value, index) ?? []),
    ...materials.flatMap((material, index) => addMaterial(snapshot as unknown as PolicySnapshot, material, index)),
  ];
  if (errors.length > 0) return refuse('OVERLAY_INVALID', { errors });
  const broken = shapeFaults(snapshot).filter((fault) => !before.has(fault));
  if (broken.length > 0)
    return refuse('OVERLAY_INVALID', {
      errors: broken.slice(0, 20).map((problem) => ({ code: 'OVERLAY_SHAPE', pointer: '/values', params: { problem } })),
    });
  snapshot['pack'] = { ...base.pack, id: packId, region, effectiveFrom, effectiveTo };
  const document = canonicalize(snapshot) ?? '';
  return accept({ packId, document, hash: createHash('sha256').update(document).digest('hex') });
}
