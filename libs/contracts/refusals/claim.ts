import type { RefusalCatalogue } from './catalogue.ts';

/** What a claim rests on, whom it is about, and limits raised for somebody on it. */
export const claimRefusals = {
  CLAIM_BASIS_UNFIT: {
    status: 422,
    zh: '这项补贴不按“{basis}”申领，应按“{allowed}”',
    en: 'This subsidy is not claimed by "{basis}" but by "{allowed}"',
  },
  CLAIM_POLICY_UNFIT: {
    status: 409,
    zh: '申领适用的政策不是申报当日当地的现行政策，请重新申领',
    en: 'The policy of the claim is not the one in force at this place on this day; claim anew',
  },
  CLAIM_POLICY_CHANGED: {
    status: 409,
    zh: '起草后政策已更新，请按现行政策重新申领',
    en: 'The policy has changed since this was drafted; claim anew under the one in force',
    clause: 'AMB-36',
  },
  CLAIM_NOT_STAGED: {
    status: 422,
    zh: '只有政策允许分时段阶段性结算的项目制班级、按天计算的补贴可以预付；订单式一单一结算',
    en: 'Only a project class whose policy allows stages, and a subsidy counted by days, can be advanced; an order is settled once',
    clause: 'PRC-49',
  },
  CLAIM_NOT_BEGUN: {
    status: 409,
    zh: '班级尚未开始培训，不能申领阶段预付',
    en: 'The class has not begun; nothing can be advanced yet',
    clause: 'AMB-18',
  },
  CLAIM_NOBODY: { status: 422, zh: '申领没有人员或单位，请先填写名单', en: 'Nobody is on the claim; enter its persons or units first' },
  CLAIM_TWICE: {
    status: 409,
    zh: '有人员或单位就同一事项已申领过补贴，不能重复申领；请刷新后按所列更正',
    en: 'Somebody on it was subsidised for the same before; nothing is paid twice, reload and correct what is listed',
    clause: 'AMB-20',
  },
  SUBJECT_CLAIMED_BEFORE: {
    status: 409,
    zh: '第 {row} 项：同一人（单位）的“{what}”已申领过补贴，请删去',
    en: 'Line {row}: this person or unit was subsidised for {what} before; remove the line',
    clause: 'AMB-20',
  },
  ORDER_UNKNOWN: {
    status: 422,
    zh: '本机构没有已批准的班级属于订单 {order}，请核对订单编号',
    en: 'No approved class of yours belongs to the order {order}; check its number',
    clause: 'AMB-19',
  },
  ORDER_INCOMPLETE: {
    status: 409,
    zh: '订单还有其他已批准的班级，一单一结算须全部纳入；请刷新后重新提交',
    en: 'The order has other approved classes; it is settled as a whole, so reload and submit again',
    clause: 'AMB-19',
  },
  ORDER_POLICIES_DIFFER: {
    status: 409,
    zh: '订单 {order} 的各班级适用的补贴规定不同，不能一单结算，请与人社部门商定',
    en: 'The classes of order {order} are judged by different rules and cannot be settled as one; ask the bureau',
    clause: 'AMB-36',
  },
  ORDER_PERSON_TWICE: {
    status: 409,
    zh: '有 {people} 人在同一订单的两个班级中，请在其中一个班级退出',
    en: '{people} persons are in two classes of the order; take them off one of them',
    clause: 'AMB-19',
  },
  ORDER_SETTLED: {
    status: 409,
    zh: '订单 {order} 已申领结算，不能再增加班级；请使用新的订单编号',
    en: 'The order {order} is being settled and takes no further class; use another order',
    clause: 'AMB-19',
  },
  SUBJECTS_INVALID: {
    status: 422,
    zh: '名单有误，未作任何更改，请按所列一次更正',
    en: 'The list has faults and nothing was changed; correct everything listed',
  },
  SUBJECT_TWICE: {
    status: 422,
    zh: '第 {row} 项与第 {first} 项重复，请删去一项',
    en: 'Line {row} repeats line {first}; remove one of them',
  },
  SUBJECT_PERSON_MISSING: { status: 422, zh: '请填写姓名和身份证号码', en: 'Give name and identity number' },
  SUBJECT_UNIT_MISSING: { status: 422, zh: '请填写单位名称', en: 'Give the name of the unit' },
  SUBJECT_NAME_DIFFERS: {
    status: 422,
    zh: '第 {row} 项：该身份证号码已以另一姓名登记，请对照身份证核对；确属更名的请联系人社部门',
    en: 'Line {row}: this number is registered under another name; compare it with the card, or tell the bureau of a change of name',
  },
  SUBJECT_NOT_ENROLLED: {
    status: 422,
    zh: '第 {row} 项：此人不在申领的班级中',
    en: 'Line {row}: this person is in none of the classes claimed for',
  },
  FACT_NOT_DECLARED: {
    status: 422,
    zh: '“{field}”不由申领人申报（取自记录或须核定），可申报：{allowed}',
    en: '"{field}" is not for the applicant to declare (it comes from records or needs approval); possible: {allowed}',
  },
  PERIOD_INVALID: {
    status: 422,
    zh: '所属期 {from} 至 {to} 无效：起月不得晚于止月',
    en: 'The period {from} to {to} is none: the first month comes first',
  },
  PERIOD_MISSING: { status: 422, zh: '第 {row} 项：请填写所属期（起止月份）', en: 'Line {row}: give the period, its first and last month' },
  ACCOUNT_MISSING: {
    status: 422,
    zh: '第 {row} 项：补贴直接付给本人（单位），请填写收款账户',
    en: 'Line {row}: the subsidy is paid to the person or unit itself; give the account',
    clause: 'AMB-58',
  },
  PAYEE_ACCOUNT_MISSING: {
    status: 409,
    zh: '本单位尚未登记收款账户，补贴无法拨付；请持开户证明到人社部门登记（账户由部门录入，不由单位自行填写）',
    en: 'No account is on record for you, so nothing can be paid; bring proof of the account to the human resources bureau, which registers it',
    clause: 'AMB-58',
  },
  OVERRIDE_NOT_NOW: {
    status: 409,
    zh: '申领正在审核或已办结；核定须在提交前或退回补正后进行',
    en: 'The claim is under review or settled; decide before it is submitted, or after it was returned',
  },
  OVERRIDE_NOT_ALLOWED: {
    status: 422,
    zh: '政策不允许对“{fact}”作核定，可核定：{allowed}',
    en: 'The policy leaves no room to set {fact}; possible: {allowed}',
    clause: 'AMB-15',
  },
  OVERRIDE_VALUE: {
    status: 422,
    zh: '请填写大于 0 的金额；放宽次数不填金额',
    en: 'Give an amount above 0; none for a lifted yearly limit',
  },
  OVERRIDE_EXISTS: { status: 409, zh: '此人的这项核定已提出或已同意', en: 'This override is proposed or approved for the person already' },
  OVERRIDE_FIXED: { status: 409, zh: '核定已作出或内容不可更改', en: 'The override is decided, or its content cannot change' },
  OVERRIDE_SAME_PERSON: {
    status: 403,
    zh: '提出核定的人不能自己同意，请由另一人审批',
    en: 'Whoever proposed it cannot approve it; another person must',
    clause: 'AMB-15',
  },
  OVERRIDE_UNAPPROVED: {
    status: 409,
    zh: '提高上限或核定金额须有书面理由并经第二人同意',
    en: 'A raised limit or a set amount needs a written reason and the approval of a second person',
    clause: 'AMB-15',
  },
} as const satisfies RefusalCatalogue;
