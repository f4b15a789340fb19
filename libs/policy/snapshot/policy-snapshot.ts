import type { SubsidyRule } from '../calculation/subsidy-rule.ts';
import type { PolicyDeadlines } from '../deadlines/policy-deadlines.ts';
import type { ClassProcess, ClassType } from './class-process.ts';
import type { PolicyValue } from './policy-value.ts';

/** An entry of a policy's directory: which institution may train which occupations (HG24 附件3; INS-05). */
export interface PolicyDirectoryEntry {
  readonly institution: string;
  readonly occupations: readonly string[];
  /** Null: unlimited or not said. */
  readonly quota: number | null;
  readonly clause: string;
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
  };
  readonly process: Readonly<Partial<Record<ClassType, ClassProcess>>>;
  readonly subsidies: Readonly<Record<string, SubsidyRule>>;
  readonly directories: PolicyValue<readonly PolicyDirectoryEntry[]>;
  /** Dates of the policy's year: claims, statistics, ranking, progress, retention. */
  readonly deadlines: PolicyDeadlines;
}
