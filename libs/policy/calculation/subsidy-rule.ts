import type { Material } from '../snapshot/class-process.ts';
import type { PolicyValue } from '../snapshot/policy-value.ts';

/** Who receives the money (AMB-58). */
export const payees = ['institution', 'enterprise', 'organizer', 'person', 'studio', 'brand'] as const;
export type Payee = (typeof payees)[number];

/** For whom it is claimed: the persons of a class, persons without a class (certificates, individual subsidy), or units (centers, studios, brands). */
export const claimants = ['class', 'list', 'unit'] as const;
export type Claimant = (typeof claimants)[number];

/** `soft` (原则上): enforced, unless raised with a written reason and a second approver (AMB-15). `hard` (最高不超过): never raised. */
export const bindings = ['hard', 'soft'] as const;
export type Binding = (typeof bindings)[number];

interface SubsidyBase {
  /** The policy's words, e.g. 订单式培训补贴. */
  readonly title: string;
  readonly titleEn: string;
  readonly clause: string;
  /** Row ids of requirements section 3, e.g. `SUB-XZ24-01`. */
  readonly rows: readonly string[];
  readonly claimedBy: Claimant;
  readonly payee: PolicyValue<Payee>;
  /** The fund it is paid from, e.g. 就业补助资金; null: the pooled training money (FND-01..03). */
  readonly fund: PolicyValue<string> | null;
  /** Codes of the pack's groups of people: only persons in one of them are paid; null: everybody. */
  readonly groups: PolicyValue<readonly string[]> | null;
  /** What a claim without a class must contain; a class's own materials stand in its process. */
  readonly materials: readonly Material[];
}

/** How often a person's classes are subsidised (SUB-JC20-17, AMB-35). Null: the policy has no such limit. */
interface PersonLimits {
  /** Subsidised classes a person may have in a calendar year; the next one is paid 0. */
  readonly classesPerYear: PolicyValue<{ readonly count: number; readonly binding: Binding }> | null;
  /** Months after a subsidised class during which the same occupation and level is paid 0. */
  readonly repeatMonths: PolicyValue<number> | null;
}

/** 前10天每人每天150元，后续每人每天100元，每人最高5000元; paid for everyone from 80 % employment on, else for the employed (SUB-XZ24-01, SUB-HG24-01). */
export interface TieredDaysRule extends SubsidyBase, PersonLimits {
  readonly kind: 'tiered-days';
  /** In order; `upToDay` null: the rest. Missing: each person needs an `approvedFen` (AMB-22). */
  readonly tiers: PolicyValue<readonly { readonly upToDay: number | null; readonly fenPerDay: number }[]>;
  /** For a person and a class, all stages together (AMB-14). */
  readonly capFen: PolicyValue<number>;
  /** Percent as an integer; persons employed ÷ persons trained, compared as integers (AMB-12). */
  readonly fullPayFromPercent: PolicyValue<number>;
  /** Who is paid below that rate; missing: the claim is held there and nowhere else (AMB-22). */
  readonly belowRate: PolicyValue<'employed-only'>;
}

/** 每人每天…元，(原则上)不超过…元 (SUB-WZ23-02, SUB-JC20-15, -18, -22). */
export interface DailyRateRule extends SubsidyBase, PersonLimits {
  readonly kind: 'daily-rate';
  readonly fenPerDay: PolicyValue<number>;
  /** For a person and a class; null: none. */
  readonly cap: PolicyValue<{ readonly fen: number; readonly binding: Binding }> | null;
  /** False where the days of training alone count, e.g. living allowance (AMB-52). */
  readonly needsCompletion: PolicyValue<boolean>;
  /** An earlier, higher standard that continues (AMB-59); missing: none is on record; null: the policy has no such clause. */
  readonly earlierHigherStandard: PolicyValue<{ readonly fenPerDay: number; readonly capFen: number }> | null;
}

/** 企业职工培训按每人300元 (SUB-HG24-03, SUB-WZ23-01, SUB-JC20-12, -23, -24). */
export interface PerPersonRule extends SubsidyBase, PersonLimits {
  readonly kind: 'per-person';
  readonly fenPerPerson: PolicyValue<number>;
  readonly minimumDays: PolicyValue<number>;
}

/** 评价取证补贴 by level or kind of certificate (SUB-HG24-04..12, SUB-JC20-01..05, SUB-WZ23-03..05). */
export interface PerCertificateRule extends SubsidyBase {
  readonly kind: 'per-certificate';
  /** Key: certificate level (`elementary`, `intermediate`, `advanced`, `technician`, `senior-technician`) or kind (`special-operation`). A key that is not there is held (AMB-23). */
  readonly fenPerCertificate: PolicyValue<Readonly<Record<string, number>>>;
  /** Keys paid for the first certificate alone (初次取证; AMB-21). */
  readonly firstTimeOnly: PolicyValue<readonly string[]>;
  /** `once-per-level`: 每人同一等级只能享受一次 (AMB-20); `once`: one certificate a person (SUB-WZ23-05); `each`: no limit but the certificate itself. */
  readonly repeats: PolicyValue<'once-per-level' | 'once' | 'each'>;
  /** Nothing for insured persons who qualify for the individual subsidy (SUB-WZ23-04, AMB-24). */
  readonly excludeInsured: PolicyValue<boolean>;
}

/** 职工个人技能提升补贴 by level (SUB-JC20-06..10). */
export interface IndividualLevelRule extends SubsidyBase {
  readonly kind: 'individual-level';
  readonly fenByLevel: PolicyValue<Readonly<Record<string, number>>>;
  /** Months of unemployment insurance, inclusive (AMB-29). */
  readonly minimumContributionMonths: PolicyValue<number>;
}

/** 每人每月…元 (work-for-training SUB-JC20-14, living allowance SUB-JC20-21). */
export interface PerMonthRule extends SubsidyBase {
  readonly kind: 'per-month';
  readonly fenPerMonth: PolicyValue<number>;
  /** Full months in all for a person (AMB-56); null: no limit. */
  readonly maximumMonths: PolicyValue<number> | null;
  /** Groups with the kinds of employer they are paid with; `employerKinds` null: any, or none. Null: `groups` alone decides. */
  readonly eligible: PolicyValue<readonly { readonly group: string; readonly employerKinds: readonly string[] | null }[]> | null;
  /** Below so many months nobody says whether anything is due: held (AMB-53). Null: due from the first month. */
  readonly undecidedBelowMonths: PolicyValue<number> | null;
}

/** 达到12个月的…元，达到6个月的…元: the highest tier reached, not their sum (SUB-JC20-19, -20, AMB-53). */
export interface MonthTiersRule extends SubsidyBase {
  readonly kind: 'month-tiers';
  readonly tiers: PolicyValue<readonly { readonly fromMonths: number; readonly fen: number }[]>;
}

/** 每人每年4000—6000元: a rate within a range; missing: each person needs an `approvedFen` within it (SUB-JC20-13, AMB-28). */
export interface PerYearRangeRule extends SubsidyBase {
  readonly kind: 'per-year-range';
  readonly minimumFen: PolicyValue<number>;
  readonly maximumFen: PolicyValue<number>;
  readonly fenPerYear: PolicyValue<number>;
}

/** 100—200人的奖补5万元，每增加50人增加2万元，最高20万元: whole steps above `baseUpTo` (SUB-JC20-11, AMB-26). */
export interface CapacityStepsRule extends SubsidyBase {
  readonly kind: 'capacity-steps';
  readonly fromCapacity: PolicyValue<number>;
  readonly baseUpTo: PolicyValue<number>;
  readonly baseFen: PolicyValue<number>;
  readonly stepPersons: PolicyValue<number>;
  readonly stepFen: PolicyValue<number>;
  readonly capFen: PolicyValue<number>;
}

/** 市级每个10万元、省级每个20万元 (SUB-JC20-25..27). */
export interface PerLevelRule extends SubsidyBase {
  readonly kind: 'per-level';
  readonly fenByLevel: PolicyValue<Readonly<Record<string, number>>>;
  /** What a unit gets that was paid for a lower level before (AMB-27). */
  readonly onUpgrade: PolicyValue<'difference' | 'full'>;
}

/** 每个劳动力4元 (SUB-JC20-30). */
export interface PerUnitRule extends SubsidyBase {
  readonly kind: 'per-unit';
  readonly fenPerUnit: PolicyValue<number>;
}

/** 每培训一人500元、输出一人300元，每个品牌最高60万元; the cap is cumulated over the years of a brand and level (SUB-JC20-28, -29, AMB-25). */
export interface CountsWithCapRule extends SubsidyBase {
  readonly kind: 'counts-with-cap';
  readonly levels: PolicyValue<
    Readonly<Record<string, { readonly fenPerTrained: number; readonly fenPerExported: number; readonly capFen: number }>>
  >;
}

export type SubsidyRule =
  | TieredDaysRule
  | DailyRateRule
  | PerPersonRule
  | PerCertificateRule
  | IndividualLevelRule
  | PerMonthRule
  | MonthTiersRule
  | PerYearRangeRule
  | CapacityStepsRule
  | PerLevelRule
  | PerUnitRule
  | CountsWithCapRule;

/** The closed set of formulas. */
export type SubsidyKind = SubsidyRule['kind'];
