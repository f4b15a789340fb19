/** Every paper of the product with its title as the policies write it (requirements 2.3). */
export const paperTitles = {
  'opening-report': '培训开班报告',
  'enrollment-roster': '培训报名花名册',
  'teaching-plan': '培训教学实施计划',
  timetable: '课程安排表',
  'completion-report': '培训结业申请报告',
  'completion-review': '培训结业申请审核表',
  'completion-roster': '培训结业花名册',
  'subsidy-application': '职业技能提升培训（取证）补贴资金申请表',
  'subsidy-report': '职业技能提升培训（取证）补贴申请报告',
  'claimant-roster': '申请培训（取证）补贴人员花名册',
  'sign-off-sheet': '两人以上经办审查签字表',
  'public-notice': '补贴公示',
  'transfer-letter': '报送财政函',
  'payment-request': '补贴资金拨付申请',
} as const;

export type PaperKind = keyof typeof paperTitles;
