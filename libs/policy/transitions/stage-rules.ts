/** What an act on a stage's open task leads to. */
export type Consequence =
  /** The next step's task opens; after the last step the stage ends with this outcome. */
  | { readonly then: 'next-step'; readonly outcome: string }
  /** The same step opens again until as many different people have acted as the policy names; then the stage ends with this outcome. */
  | { readonly then: 'next-signer'; readonly outcome: string }
  /** The applicant corrects; the statutory clock stands still until the corrected version is filed, then the first step opens again. */
  | { readonly then: 'correction' }
  /** The first step opens again at once. */
  | { readonly then: 'first-step' }
  /** The same task goes on. */
  | { readonly then: 'stay' }
  /** The stage ends with this outcome. */
  | { readonly then: 'outcome'; readonly outcome: string };

export interface ActionRule {
  readonly consequence: Consequence;
  /** Whether the applicant must be told why: a reason code and a text. */
  readonly needsReason: boolean;
  /** Whether it is a signature: bound to a package hash, by a freshly signed-in person. */
  readonly isSignature?: boolean;
}

export type StageRule = Readonly<Record<string, ActionRule>>;

const approveTo = (outcome: string): ActionRule => ({ consequence: { then: 'next-step', outcome }, needsReason: false });
const refuseTo = (outcome: string): ActionRule => ({ consequence: { then: 'outcome', outcome }, needsReason: true });
/** No document describes a refusal's way back; returning with reasons and resubmitting is the reading taken (AMB-44). */
const returned: ActionRule = { consequence: { then: 'correction' }, needsReason: true };

/**
 * Who may act stands in the policy's steps; this is what follows from an act. One table a stage: the decision's transaction, the console's
 * buttons and the documents all read it.
 */
export const stageRules = {
  /** 开班审批: approval by each reviewer the policy names (XZ24 二(二)(2); HG24 三(一)). */
  opening: { approve: approveTo('approved'), return: returned, refuse: refuseTo('refused') },
  /** 权限开通: county to city to province, "immediately" (HG24 三(一)). */
  activation: { approve: approveTo('activated'), return: { consequence: { then: 'first-step' }, needsReason: true } },
  /** 培训实施: nobody decides; a caseworker may stop the class. */
  delivery: { stop: refuseTo('stopped') },
  /** 结业申请: only after approval may the exam be held (XZ24 二(二)(3)). */
  completion: { approve: approveTo('approved'), return: returned, refuse: refuseTo('refused') },
  /** 评价实施: the evaluation body accepts the list, then records results (XZ24 二(二)(4)). */
  assessment: { accept: { consequence: { then: 'stay' }, needsReason: false }, complete: approveTo('assessed') },
  /** 补贴审核: HR, and the industry department for special tasks (XZ24 三(二)). */
  review: { approve: approveTo('accepted'), return: returned, refuse: refuseTo('refused') },
  /** 两人以上经办审查签字 (XZ24 四(二)3; HG24 三(三)). A signer who finds a fault sends it back to review; either refusal stops it (DEC-07). */
  'sign-off': {
    sign: { consequence: { then: 'next-signer', outcome: 'signed' }, needsReason: false, isSignature: true },
    return: { consequence: { then: 'outcome', outcome: 'voided' }, needsReason: true },
    refuse: refuseTo('refused'),
  },
  /** 公示: ends by its day alone (XZ24 三(二); HG24 三(三)). */
  'public-notice': {},
  /** 财政复审 (XZ24 三(二)). A return goes back to the reviewing office (DEC-09). */
  'finance-review': {
    approve: { consequence: { then: 'next-step', outcome: 'approved' }, needsReason: false, isSignature: true },
    return: { consequence: { then: 'outcome', outcome: 'returned' }, needsReason: true },
    refuse: refuseTo('refused'),
  },
  /** 拨付: ends when every order is settled. */
  payout: {},
  /** 异议处理: an investigating officer upholds or dismisses (AMB-05). */
  objection: { uphold: refuseTo('upheld'), dismiss: refuseTo('dismissed') },
} as const satisfies Readonly<Record<string, StageRule>>;

export type RuledStage = keyof typeof stageRules;
