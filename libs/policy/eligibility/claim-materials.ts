import type { Material } from '../snapshot/class-process.ts';
import { processOfCase } from '../snapshot/claim-process.ts';
import type { PolicySnapshot } from '../snapshot/policy-snapshot.ts';

/** The papers a policy lists for a claim: those of its class type, or those of the subsidy itself for a claim without a class (null). */
export function materialsForClaim(
  { process, subsidies }: Pick<PolicySnapshot, 'process' | 'subsidies'>,
  { classType, subsidy }: { readonly classType: string | null; readonly subsidy: string },
): readonly Material[] {
  if (classType !== null) return processOfCase(process, { classType })?.claim.materials ?? [];
  return Object.hasOwn(subsidies, subsidy) ? (subsidies[subsidy]?.materials ?? []) : [];
}
