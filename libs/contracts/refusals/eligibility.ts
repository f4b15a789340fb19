import type { RefusalCatalogue } from './catalogue.ts';

/** Who may join and be paid, and which papers an application needs. */
export const eligibilityRefusals = {
  CLASS_TYPE_UNKNOWN: { status: 422, zh: '本政策没有“{classType}”这一班级类型，最接近的是“{nearest}”；可选：{allowed}', en: 'The policy knows no class type "{classType}"; the nearest is "{nearest}"; possible: {allowed}' },
  POLICY_PARENT_ABSENT: { status: 422, zh: '“{name}”只由{document}规定：{why}。请先登记后续文件再办理', en: '"{name}" is ruled only by {document}, which is not in force on these days ({why}): register the document that follows it first', clause: 'AMB-37' },
  SUBSIDY_UNKNOWN: { status: 422, zh: '本政策没有“{subsidy}”这项补贴，最接近的是“{nearest}”；可选：{allowed}', en: 'The policy has no subsidy "{subsidy}"; the nearest is "{nearest}"; possible: {allowed}' },
  GROUP_UNKNOWN: { status: 422, zh: '本政策没有“{group}”这一人员类别，是否指“{nearest}”？', en: 'The policy names no group "{group}"; did you mean "{nearest}"?' },
  PERSON_FACT_UNKNOWN: { status: 422, zh: '没有“{fact}”这项情况，是否指“{nearest}”？', en: 'There is no fact "{fact}"; did you mean "{nearest}"?' },
  PERSON_FACT_MALFORMED: { status: 422, zh: '“{field}”应为：{wanted}', en: '"{field}" must be {wantedEn}' },
  PERSON_FACTS_FORM: { status: 422, zh: '人员情况写作“名称: 值”，或 fact、value、source、asOf 四项的列表，最多 {max} 项', en: 'Facts are names with values, or a list of fact, value, source and asOf, at most {max}' },
  MATERIAL_NOT_REMOVABLE: { status: 422, zh: '《{title}》（{clause}）由政策规定，县里可以增加材料，不能减少；请从减少清单中去掉“{slot}”', en: '{titleEn} ({clause}) is asked by the policy; a county may add papers, never remove them: take "{slot}" off the list', clause: 'AMB-41' },
  MATERIAL_LISTED_ALREADY: { status: 422, zh: '材料“{slot}”已在清单中，请换一个名称或删去', en: 'The paper "{slot}" is listed already; rename or remove it' },
  MATERIAL_GIVEN_MALFORMED: { status: 422, zh: '材料清单的“{place}”写法有误，应为：{problem}', en: '"{place}" of the list of papers is not as it must be: {problem}' },
} as const satisfies RefusalCatalogue;
