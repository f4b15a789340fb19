import type { SubsidyRule } from '../calculation/subsidy-rule.ts';
import type { PolicyDeadlines } from '../deadlines/policy-deadlines.ts';
import type { PolicyEligibility } from '../eligibility/policy-eligibility.ts';
import type { ClassProcess, ClassType } from './class-process.ts';
import type { PersonGroup } from './person-group.ts';
import type { PolicyStatement } from './policy-statement.ts';
import type { PolicyTargets } from './policy-targets.ts';
import type { PolicyValue } from './policy-value.ts';

/** An entry of a policy's directory: which institution may train which occupations (HG24 附件3; INS-05). */
export interface PolicyDirectoryEntry {
  readonly institution: string;
  readonly occupations: readonly string[];
  /** Null: unlimited or not said. */
  readonly quota: number | null;
  readonly clause: string;
  /** Under which heading of the document it stands, e.g. 创业培训. */
  readonly category: string;
  /** Class types it may run; empty: no limit. */
  readonly classTypes: readonly ClassType[];
  readonly quote?: string;
  readonly rows?: readonly string[];
  readonly from?: string;
}

/** A level above a pack whose values hold where the pack is silent (AMB-37): a pack, or a document that is not at hand. */
export interface PolicyParent {
  /** Null: the document is not among the packs, so what only it says is missing. */
  readonly pack: string | null;
  readonly documentNumbers: readonly string[];
  /** Why it is missing; null where it is not. */
  readonly missing: string | null;
  /** Class types and subsidies that only this document knows, where it is a pack that is not in force on the snapshot's days. */
  readonly lost?: { readonly classTypes: readonly string[]; readonly subsidies: readonly string[] };
}

/**
 * Everything a case's policy says, resolved to values, on one day. Registered by the SHA-256 of its canonical JSON; the one in force when the
 * opening is approved is stored on the class and never changes (AMB-36). Plain JSON: amounts are integers of fen, days are `YYYY-MM-DD`.
 */
export interface PolicySnapshot {
  readonly pack: {
    /** e.g. `xinzhou-2024` */
    readonly id: string;
    readonly title: string;
    readonly documentNumber: string;
    readonly region: string;
    readonly issuedOn: string;
    readonly effectiveFrom: string;
    /** Null: until replaced. */
    readonly effectiveTo: string | null;
    /** The parents whose values are in this snapshot, the nearest first, and those that are missing. */
    readonly parents: readonly PolicyParent[];
  };
  readonly process: Readonly<Partial<Record<ClassType, ClassProcess>>>;
  readonly subsidies: Readonly<Record<string, SubsidyRule>>;
  readonly directories: PolicyValue<readonly PolicyDirectoryEntry[]>;
  /** Dates of the policy's year: claims, statistics, ranking, progress, retention. */
  readonly deadlines: PolicyDeadlines;
  readonly eligibility: PolicyEligibility;
  readonly groups: Readonly<Record<string, PersonGroup>>;
  readonly targets: PolicyTargets;
  /** By row id of the requirements, with a suffix where a row says several things. */
  readonly statements: Readonly<Record<string, PolicyStatement>>;
}
