import { defineWords } from '../app/i18n/define-words.ts';

/** The official papers, titled as the policies title them; 《…》 stays Chinese in both languages. */
export const paperWords = defineWords(
  {
    title: '文书',
    lead: '按规定式样生成，可打印；已申报、已签字的版本逐字保存，凭核验码查验。',
    excel: '下载 Excel',
    sheetOf: (what: string) => `下载 Excel：${what}`,
    afterOpening: '开班申请通过后生成',
    afterSealing: '进入经办签字后生成',
    afterNotice: '公示发布后生成',
    afterFinance: '财政复审通过后生成',
    papers: {
      'opening-report': '《培训开班报告》',
      'enrollment-roster': '《培训报名花名册》',
      'teaching-plan': '《培训教学实施计划》',
      timetable: '《课程安排表》',
      'completion-report': '《培训结业申请报告》',
      'completion-review': '《培训结业申请审核表》',
      'completion-roster': '《培训结业花名册》',
      'subsidy-application': '《职业技能提升培训（取证）补贴资金申请表》',
      'subsidy-report': '《职业技能提升培训（取证）补贴申请报告》',
      'claimant-roster': '《申请培训（取证）补贴人员花名册》',
      'sign-off-sheet': '两人以上经办审查签字表',
      'public-notice': '补贴公示',
      'transfer-letter': '报送财政函',
      'payment-request': '补贴资金拨付申请',
    },
  },
  {
    title: 'Official papers',
    lead: 'In the official layout, to be printed. What was filed or signed is kept byte for byte and verified by its code.',
    excel: 'Download as Excel',
    sheetOf: (what) => `Download as Excel: ${what}`,
    afterOpening: 'after the opening is approved',
    afterSealing: 'once it is being signed',
    afterNotice: 'once the notice is published',
    afterFinance: 'once finance has approved',
    papers: {
      'opening-report': '《培训开班报告》 Opening report',
      'enrollment-roster': '《培训报名花名册》 Enrollment roster',
      'teaching-plan': '《培训教学实施计划》 Teaching plan',
      timetable: '《课程安排表》 Timetable',
      'completion-report': '《培训结业申请报告》 Completion report',
      'completion-review': '《培训结业申请审核表》 Completion review form',
      'completion-roster': '《培训结业花名册》 Completion roster',
      'subsidy-application': '《职业技能提升培训（取证）补贴资金申请表》 Subsidy application form',
      'subsidy-report': '《职业技能提升培训（取证）补贴申请报告》 Subsidy report',
      'claimant-roster': '《申请培训（取证）补贴人员花名册》 Roster of claimants',
      'sign-off-sheet': 'Sign-off sheet',
      'public-notice': 'Public notice',
      'transfer-letter': 'Letter to finance',
      'payment-request': 'Payment request',
    },
  },
);

export type PaperKind = keyof (typeof paperWords)['zh']['papers'];
