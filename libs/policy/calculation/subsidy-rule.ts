import type { PolicyValue } from '../snapshot/policy-value.ts';

interface SubsidyBase {
  /** The policy's words, e.g. 订单式培训补贴. */
  readonly title: string;
  readonly titleEn: string;
  readonly clause: string;
  /** Row ids of requirements section 3, e.g. `SUB-XZ24-01`. */
  readonly rows: readonly string[];
}

/** 前10天每人每天150元，后续每人每天100元，每人最高5000元; paid for everyone from 80 % employment on, else for the employed (SUB-XZ24-01, SUB-HG24-01). */
export interface TieredDaysRule extends SubsidyBase {
  readonly kind: 'tiered-days';
  /** In order; `upToDay` null: the rest. */
  readonly tiers: PolicyValue<readonly { readonly upToDay: number | null; readonly fenPerDay: number }[]>;
  readonly capFen: PolicyValue<number>;
  /** Percent as an integer; persons employed ÷ persons trained, compared as integers. */
  readonly fullPayFromPercent: PolicyValue<number>;
}

/** 企业职工培训按每人300元 (SUB-HG24-03). */
export interface PerPersonRule extends SubsidyBase {
  readonly kind: 'per-person';
  readonly fenPerPerson: PolicyValue<number>;
  readonly minimumDays: PolicyValue<number>;
}

/** 评价取证补贴 by level or kind of certificate, once a level for a person (SUB-HG24-04..07). */
export interface PerCertificateRule extends SubsidyBase {
  readonly kind: 'per-certificate';
  /** Key: certificate level (`elementary`, `intermediate`, `advanced`, `technician`, `senior-technician`) or kind (`special-operation`). */
  readonly fenPerCertificate: PolicyValue<Readonly<Record<string, number>>>;
  readonly firstTimeOnly: PolicyValue<readonly string[]>;
}

export type SubsidyRule = TieredDaysRule | PerPersonRule | PerCertificateRule;
