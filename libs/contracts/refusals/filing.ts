import type { RefusalCatalogue } from './catalogue.ts';

/** Filing the opening and the completion of a class, and its materials. */
export const filingRefusals = {
  FILING_INCOMPLETE: { status: 422, zh: '材料尚不齐全，请按所列一次补齐后提交', en: 'The filing is not complete; supply everything listed, then submit' },
  FILING_TOO_LATE: { status: 422, zh: '{startsOn} 开班的申请须在 {latestOn} 前提交（提前 {days} 天），已来不及；今天提交最早可于 {earliestStart} 开班，请修改开班日期', en: 'The opening of a class that starts on {startsOn} is filed by {latestOn} ({days} days ahead), which has passed; filed today the class may start on {earliestStart}: change its start', clause: 'DDL-01；DDL-02' },
  COMPLETION_TOO_EARLY: { status: 422, zh: '班级 {startsOn} 才开始，结业申请请在 {latestOn} 前提交', en: 'The class starts only on {startsOn}; file its completion by {latestOn}', clause: 'DDL-04' },
  MATERIAL_MISSING: { status: 422, zh: '缺少《{title}》（{clause}），请补充', en: 'Missing: {titleEn} ({clause}); supply it' },
  EVALUATION_BODY_MISSING: { status: 422, zh: '请先选定评价机构', en: 'Choose an evaluation body first', clause: 'PRC-26' },
  FILING_UNDER_REVIEW: { status: 409, zh: '申请正在审核或已通过，内容不能更改；如需更改请先撤回', en: 'The filing is under review or approved and cannot change; withdraw it first' },
  FILING_NOT_NOW: { status: 409, zh: '班级当前环节不能提交此申请，请查看办理进度', en: 'The class is at a stage that takes no such filing; look at its progress' },
  FILING_NOT_WITHDRAWABLE: { status: 409, zh: '没有可撤回的申请：尚未提交或已有结论', en: 'Nothing to withdraw: it is not filed, or decided already' },
  FILING_FIXED: { status: 409, zh: '已提交的申请不可更改，请重新提交新版本', en: 'What was filed cannot change; file a new version' },
  MATERIAL_FIXED: { status: 409, zh: '已上传的材料不可更改，请删除后重新上传', en: 'A material cannot change; remove it and upload again' },
  MATERIAL_SLOT_UNKNOWN: { status: 422, zh: '没有这一材料项，可选：{slots}', en: 'No such material; possible: {slots}' },
} as const satisfies RefusalCatalogue;
