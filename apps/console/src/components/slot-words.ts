/** Papers by their slot, named as the policies name them; 《…》 stays Chinese in both languages. */
const names: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'opening-report': { zh: '《培训开班报告》', en: '《培训开班报告》 Opening report' },
  'enrollment-roster': { zh: '《培训报名花名册》', en: '《培训报名花名册》 Enrollment roster' },
  roster: { zh: '《培训报名花名册》', en: '《培训报名花名册》 Enrollment roster' },
  'teaching-plan': { zh: '《培训教学实施计划》', en: '《培训教学实施计划》 Teaching plan' },
  syllabus: { zh: '《教学大纲》', en: '《教学大纲》 Syllabus' },
  timetable: { zh: '《课程安排表》', en: '《课程安排表》 Timetable' },
  'teacher-papers': { zh: '授课教师身份证及资质复印件', en: 'Teachers’ papers' },
  'assessment-plan': { zh: '《结业考核方案》', en: '《结业考核方案》 Assessment plan' },
  'completion-report': { zh: '《培训结业申请报告》', en: '《培训结业申请报告》 Completion report' },
  'completion-review-form': { zh: '《培训结业申请审核表》', en: '《培训结业申请审核表》 Completion review form' },
  'completion-roster': { zh: '《培训结业花名册》', en: '《培训结业花名册》 Completion roster' },
  'claim-form': { zh: '《职业技能提升培训(取证)补贴资金申请表》', en: '《补贴资金申请表》 Subsidy application form' },
  'claim-report': { zh: '《补贴申请报告》', en: '《补贴申请报告》 Claim report' },
  'claim-roster': { zh: '《申请补贴人员花名册》', en: '《申请补贴人员花名册》 Claim roster' },
  certificates: { zh: '培训合格证书复印件', en: 'Certificate copies' },
  'business-license': { zh: '企业营业执照副本（复印件）', en: 'Business license (copy)' },
  'site-photos': { zh: '培训场地照片', en: 'Photographs of the training site' },
  proof: { zh: '建成或认定证明', en: 'Proof of what was built or recognized' },
  'group-proof': { zh: '身份证明材料', en: 'Proof of belonging to the group' },
  'training-record': { zh: '培训资料', en: 'Training material' },
  'teaching-resources': { zh: '教学资源（教材、数字课程等）', en: 'Teaching resources' },
};

/** What a slot's paper is called; the slot itself where the policy names one this page does not know. */
export function slotName(slot: string, language: 'zh' | 'en'): string {
  return names[slot]?.[language] ?? slot;
}
