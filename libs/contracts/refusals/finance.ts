import type { RefusalCatalogue } from './catalogue.ts';

/** Claims, packages, budget and ledger. */
export const financeRefusals = {
  CLAIM_FIXED: { status: 409, zh: '申领的班级、补贴和提交内容不可更改，请撤回后重新申领', en: 'Class, subsidy and submissions of a claim cannot change; withdraw it and claim anew' },
  CLAIM_CLASS_UNFIT: { status: 409, zh: '该班级不属于本机构或尚未批准，不能申领', en: 'The class is not yours or not approved; it cannot be claimed for' },
  CLAIM_SUBSIDY_UNKNOWN: { status: 422, zh: '该班级的政策没有这项补贴，可选：{allowed}', en: 'The policy of this class has no such subsidy; possible: {allowed}' },
  CLAIM_NOT_ASSESSED: { status: 409, zh: '班级尚未完成评价，请在评价办结后申领', en: 'The class is not assessed yet; claim after that', clause: 'PRC-37' },
  CLAIM_EXISTS: { status: 409, zh: '该班级的这项补贴已申领；订单式一单一结算，项目制须待上一阶段办结', en: 'This subsidy of the class is claimed already: an order is settled once, a project stage by stage', clause: 'PRC-49' },
  CLAIM_HELD: { status: 409, zh: '政策未明确“{name}”（{reason}），申领暂挂，不按0或估计支付', en: 'The policy does not state {name} ({reason}); the claim is held, never guessed' },
  CLAIM_NOTHING_DUE: { status: 422, zh: '按政策计算应付金额为 0，请查看每人的计算说明', en: 'Nothing is due by the policy; look at the explanation of each person' },
  CLAIM_INCOMPLETE: { status: 422, zh: '申领尚不能提交，请按所列一次补齐', en: 'The claim cannot be submitted yet; supply everything listed' },
  CLAIM_UNDER_REVIEW: { status: 409, zh: '申领正在审核或已办结，不能再次提交', en: 'The claim is under review or settled; it cannot be submitted again' },
  CLAIM_NOT_WITHDRAWABLE: { status: 409, zh: '申领尚未提交、已进入签字或已有结论，不能撤回', en: 'The claim is not submitted, or being signed, or decided; it cannot be withdrawn' },
  PACKAGE_IMMUTABLE: { status: 409, zh: '材料包封存后不可更改', en: 'A sealed package cannot change' },
  LINE_ORDERED: { status: 409, zh: '该人员的补贴已在支付中，不能更改', en: 'This line is being paid and cannot change' },
  BUDGET_LINE_MISSING: { status: 409, zh: '{region} {year} 年没有资金为“{fund}”的预算科目，请财政部门先录入', en: 'There is no budget line of {region} for {year} in the fund "{fund}"; finance must add one first' },
  BUDGET_INSUFFICIENT: { status: 409, zh: '预算不足，差 {shortage} 元，请先调整预算', en: 'The budget lacks {shortage} yuan; adjust it first' },
  BUDGET_LINE_FIXED: { status: 409, zh: '预算科目的资金、地区和年度不可更改', en: 'Fund, region and year of a budget line cannot change' },
  BUDGET_LINE_EXISTS: { status: 409, zh: '该预算科目已存在，请直接调整金额', en: 'This budget line exists; change its amount instead' },
  JOURNAL_UNBALANCED: { status: 409, zh: '分录 {entry} 借贷不平', en: 'Journal entry {entry} does not balance' },
  JOURNAL_IMMUTABLE: { status: 409, zh: '账簿记录不可更改', en: 'The journal cannot change' },
} as const satisfies RefusalCatalogue;
