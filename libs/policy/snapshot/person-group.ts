import type { PolicyValue } from './policy-value.ts';

/** What a policy names a group of people for. */
export const groupUses = [
  'training',
  'living-allowance',
  'entrepreneurship',
  'work-for-training',
  'labour-preparation',
  'labour-card',
  'certificate',
  'excluded',
] as const;
export type GroupUse = (typeof groupUses)[number];

/** A group of people a policy names (requirements 1.2), under a code that is the same in every pack. */
export interface PersonGroup {
  /** As this document prints it, then the aliases other years and documents use for the same people (AMB-38). */
  readonly names: readonly string[];
  readonly titleEn: string;
  /** Days within which the group exists, e.g. a term that ended with a campaign; null: as long as the policy. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly uses: readonly GroupUse[];
  /** The name as printed. */
  readonly value: PolicyValue<string>;
  /** Null: the group has no other name. */
  readonly aliases: PolicyValue<readonly string[]> | null;
  readonly rows: readonly string[];
  readonly from?: string;
}
