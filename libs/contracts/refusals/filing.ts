import type { RefusalCatalogue } from './catalogue.ts';

/** Opening and completion applications and their papers. */
export const filingRefusals = {
  FILING_UNDER_REVIEW: {
    status: 409,
    zh: '申请正在审核，不能修改；如需修改请先撤回，或待退回后点“补正”',
    en: 'The application is under review and cannot be changed; withdraw it, or wait for its return and start a correction',
  },
  FILING_DRAFT_EXISTS: {
    status: 409,
    zh: '第 {version} 版草稿尚未提交，请在该版本上继续填写',
    en: 'Version {version} is still a draft; go on with it',
  },
  FILING_NO_DRAFT: {
    status: 409,
    zh: '没有可提交的草稿，请先新建或点“补正”',
    en: 'There is no draft to submit; start one, or start a correction',
  },
  FILING_NOT_SUBMITTED: {
    status: 409,
    zh: '当前没有已提交的申请，无需撤回',
    en: 'Nothing is submitted at present, so there is nothing to withdraw',
  },
  FILING_DECIDED: {
    status: 409,
    zh: '该申请已有结论，不能撤回或更换材料',
    en: 'The application has been decided; it cannot be withdrawn nor its papers replaced',
  },
  FILING_SEALED: {
    status: 409,
    zh: '已提交的版本不可更改，请补正为新版本',
    en: 'A submitted version never changes; correct it as a new version',
  },
  FILING_INCOMPLETE: {
    status: 422,
    zh: '申请尚不完整，请按所列各项补齐后一次提交',
    en: 'The application is not complete; supply everything listed and submit again',
  },
  FILING_BEFORE_DELIVERY: {
    status: 409,
    zh: '开班批准并开通后才能申请结业',
    en: 'The completion can be filed once the class is approved and running',
    clause: 'XZ24 二(二)(3)',
  },
  FILING_NOT_CORRECTABLE: {
    status: 409,
    zh: '申请未被退回，暂不能补正',
    en: 'The application was not returned, so there is nothing to correct',
  },
  FILING_TOO_LATE: {
    status: 422,
    zh: '按现开班日期最迟应于 {latestOn} 提交；现在提交，开班日期最早为 {earliestStart}，请修改开班日期',
    en: 'For this start the last day to file was {latestOn}; filed now the class can start on {earliestStart} at the earliest, so move the start',
    clause: 'XZ24 二(二)(1)',
  },
  FILING_START_PASSED: {
    status: 422,
    zh: '开班日期 {startsOn} 已过，请修改开班日期',
    en: 'The start {startsOn} has passed; choose a later one',
  },
  MATERIAL_MISSING: { status: 422, zh: '缺少材料：{title}，请上传', en: 'A paper is missing: {titleEn}; upload it' },
  FORM_MISSING: { status: 422, zh: '尚未填写：{title}，请填写', en: 'Not filled in yet: {titleEn}; fill it in' },
  ROSTER_NOBODY_ENROLLED: {
    status: 422,
    zh: '花名册尚无学员，请先导入并确认花名册',
    en: 'Nobody is enrolled; import and confirm the roster first',
  },
  ROSTER_OVER_CAPACITY: {
    status: 422,
    zh: '花名册 {people} 人，超过班额 {capacity} 人，请调整',
    en: 'The roster has {people} people, more than the {capacity} of the class; adjust one of them',
  },
  MATERIAL_SLOT_UNKNOWN: {
    status: 422,
    zh: '适用政策没有“{slot}”这项材料，可选：{allowed}',
    en: 'The policy knows no paper "{slot}"; possible: {allowed}',
  },
  MATERIAL_FIXED: { status: 409, zh: '材料内容不可更改，请重新上传替换', en: 'A paper never changes; upload another in its place' },
  MATERIAL_NAME_MISSING: {
    status: 400,
    zh: '请用 multipart/form-data 上传一个文件（字段 file），文件名不超过200字',
    en: 'Upload one file as multipart/form-data (field file) with a name of at most 200 characters',
  },
} as const satisfies RefusalCatalogue;
