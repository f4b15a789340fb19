import type { PolicyValue } from './policy-value.ts';

/**
 * How a class is organised decides its road (requirements 2.7): 订单式、项目制、普惠制、企业职工、创业、企业新型学徒制、以工代训、劳动预备制、菜单式、劳务品牌.
 * A policy knows the types its document names.
 */
export const classTypes = [
  'order',
  'project',
  'universal',
  'enterprise',
  'entrepreneurship',
  'apprenticeship',
  'work-for-training',
  'labour-preparation',
  'menu',
  'labour-brand',
] as const;
export type ClassType = (typeof classTypes)[number];

/**
 * Where the office of a step is found. `deciding` is the office that assigned the task (XZ24 二(二)(2)); `county`, `city` and `province` are the
 * human-resources offices above the class's place (HG24 三(一)); `finance` and `industry` are of the deciding office's own level (同级).
 */
export const stepPlaces = ['deciding', 'county', 'city', 'province', 'finance', 'industry', 'evaluation-body'] as const;
export type StepPlace = (typeof stepPlaces)[number];

/** Why an entry of a list is there: the document says it (`clause`, `quote`), or the county chose it (`clause` is the AMB id, `reason`). */
interface Entry {
  readonly clause: string;
  readonly quote?: string;
  readonly reason?: string;
  /** The rows of the requirements it carries. */
  readonly rows?: readonly string[];
  /** The pack of a parent it was inherited from. */
  readonly from?: string;
}

/** One reviewer in a stage, in the order of the policy. */
export interface ReviewStep extends Entry {
  /** Stable name within the stage, e.g. `county-review`. */
  readonly step: string;
  readonly place: StepPlace;
  /** A code of `libs/contracts` Role, e.g. `caseworker`. */
  readonly role: string;
  /** Steps for special tasks (特殊任务) are left out of ordinary classes. */
  readonly when: 'always' | 'special-task';
  /** 0 is "immediately" (即时). */
  readonly workingDays: PolicyValue<number>;
}

/** A paper an application must contain (requirements 2.3). */
export interface Material extends Entry {
  /** Stable slot name, e.g. `teaching-plan`. */
  readonly slot: string;
  /** The policy's words, e.g. 教学计划. */
  readonly title: string;
  readonly titleEn: string;
  /** One file for the application, or one for every trainee. */
  readonly per: 'application' | 'trainee';
  /** `file`: uploaded; `form`: generated from structured data that must be there (timetable, roster, plan). */
  readonly form: 'file' | 'form';
  readonly when: 'always' | 'special-task';
}

/** How attendance and teaching are proven (requirements 4.1, TYP rows). */
export interface EvidenceRules {
  readonly clockIn: PolicyValue<'phone' | 'voucher' | 'none'>;
  readonly video: PolicyValue<boolean>;
  /** Minutes of continuous recording in each lesson hour. */
  readonly continuousMinutesPerHour: PolicyValue<number>;
  readonly showsAllTrainees: PolicyValue<boolean>;
  /** Whether the institution keeps the video of the whole course. */
  readonly keepsWholeCourse: PolicyValue<boolean>;
  /** Close shots of all faces on each training day (HG24 附件4). */
  readonly faceClipsPerDay: PolicyValue<number>;
  readonly teachingClipMinutesPerDay: PolicyValue<number>;
  /** Whether site and equipment are verified on the spot before a class (EVD-17, EVD-18). */
  readonly siteCheck: PolicyValue<boolean>;
  /** Whether running classes are still spot-checked where video supervises them (EVD-19, AMB-32). */
  readonly spotChecks: PolicyValue<boolean>;
}

/** What a policy asks of one class type's road, stage by stage. */
export interface ClassProcess {
  /** Who may be trained: codes of the policy's groups; `groups` missing: nobody is named, everybody may. */
  readonly eligibility: { readonly groups: PolicyValue<readonly string[]>; readonly excluded: PolicyValue<readonly string[]> };
  readonly opening: {
    /** Calendar days before the start: earliest day a filing may be made (earlier ones wait), and the latest (XZ24 二(二)(1): 3–5 days ahead). */
    readonly filing: { readonly earliestDaysBefore: PolicyValue<number>; readonly latestDaysBefore: PolicyValue<number> };
    readonly materials: readonly Material[];
    readonly steps: readonly ReviewStep[];
  };
  /** Null: the policy has no activation chain. */
  readonly activation: readonly ReviewStep[] | null;
  readonly delivery: {
    readonly minimumDays: PolicyValue<number>;
    readonly maximumDays: PolicyValue<number>;
    readonly minimumTrainees: PolicyValue<number>;
    readonly maximumTrainees: PolicyValue<number>;
    /** Lesson hours that make a training day. */
    readonly hoursPerDay: PolicyValue<number>;
    /** The basic courses every teaching plan has (CLS-01). */
    readonly basicCourses: PolicyValue<readonly string[]>;
    readonly evidence: EvidenceRules;
  };
  readonly completion: {
    /** Calendar days before the end of the class by which the completion is filed. */
    readonly daysBeforeEnd: PolicyValue<number>;
    readonly materials: readonly Material[];
    readonly steps: readonly ReviewStep[];
  };
  readonly assessment: { readonly workingDays: PolicyValue<number> };
  readonly claim: {
    readonly materials: readonly Material[];
    /** 订单式 settles once for the order (PRC-49); 项目制 may be staged. */
    readonly settlement: PolicyValue<'once' | 'staged'>;
    readonly employmentProof: { readonly kinds: PolicyValue<readonly string[]>; readonly minimumMonths: PolicyValue<number> };
    readonly review: readonly ReviewStep[];
    readonly signOff: { readonly signers: PolicyValue<number>; readonly workingDays: PolicyValue<number> };
    /** `contents`: what the notice must say, in the policy's words (PRC-43, PRC-44). */
    readonly publicNotice: { readonly workingDays: PolicyValue<number>; readonly contents: PolicyValue<readonly string[]> };
    readonly financeReview: { readonly workingDays: PolicyValue<number> };
    readonly payout: { readonly workingDays: PolicyValue<number> };
  };
  readonly objection: { readonly workingDays: PolicyValue<number> };
  /** Working days the applicant has for a correction. */
  readonly correction: { readonly workingDays: PolicyValue<number> };
  /** The subsidies a class of this type may claim: keys of `PolicySnapshot.subsidies`. */
  readonly subsidies: readonly string[];
}
