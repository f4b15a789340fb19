import type { RefusalCatalogue } from './catalogue.ts';

/** What the pure rules refuse, whatever domain asks them. */
export const policyRefusals = {
  AMOUNT_MALFORMED: { status: 400, zh: '金额“{text}”格式有误，请填写元，最多两位小数，如 3000.00', en: '"{text}" is not an amount; give yuan with at most two decimals, such as 3000.00' },
  CALENDAR_YEAR_UNKNOWN: { status: 409, zh: '{year} 年的放假安排尚未录入，无法计算工作日；请县级管理员录入国务院办公厅通知后重试', en: 'The working days of {year} are not announced here; the county administrator must add the State Council notice first', clause: 'AMB-03' },
  POLICY_VALUE_MISSING: { status: 409, zh: '政策未明确“{name}”（{reason}），事项已暂挂，请县级管理员补充后继续', en: 'The policy does not state {name} ({reason}); the case is held until the county administrator supplies it' },
  ID_LENGTH: { status: 422, zh: '证件号码应为18位，现为{length}位，请对照身份证原件核对', en: 'The number must have 18 characters, it has {length}; compare it with the card' },
  ID_CHARACTERS: { status: 422, zh: '证件号码前17位应为数字，末位为数字或X，请删去其他字符并对照身份证原件核对', en: 'The first 17 characters must be digits, the last a digit or X; take other characters out and compare with the card' },
  ID_15_DIGIT: { status: 422, zh: '这是15位旧身份证号码，请填写18位号码', en: 'This is an old 15-digit number; give the 18-digit one' },
  ID_CHECKSUM: { status: 422, zh: '证件号码第18位校验码应为{expected}，请对照身份证原件核对', en: 'The 18th character should be {expected}; compare the number with the card' },
  ID_BIRTHDATE: { status: 422, zh: '证件号码中的出生日期不存在，请对照身份证原件核对', en: 'The date of birth inside the number does not exist; compare it with the card' },
  CLAIM_YEAR_OVER: { status: 422, zh: '{year} 年度的补贴申领已于 {lastOn} 截止，{filedOn} 不再受理', en: 'Claims of {year} ended on {lastOn}; {filedOn} is too late', clause: 'DDL-12；AMB-40' },
  RANKING_NOT_YET: { status: 422, zh: '调度排队自 {firstOn} 所在月份开始，{month} 不排队', en: 'Ranking begins in the month of {firstOn}; {month} is not ranked', clause: 'DDL-13' },
  VIDEO_STILL_NEEDED: { status: 409, zh: '有未办结的检查、异议或追回，培训视频不得删除，办结后再查', en: 'An inspection, objection or recovery is open: the video must be kept; ask again when it is closed', clause: 'AMB-30' },
  STEP_UNKNOWN: { status: 422, zh: '没有“{step}”这一步，可选：{allowed}', en: 'There is no step "{step}"; possible: {allowed}' },
  CHECKPOINTS_OVER: { status: 422, zh: '{on} 之后本年度没有进度节点', en: 'No checkpoint of the year lies after {on}', clause: 'AMB-60' },
  DEADLINE_FACT_MISSING: { status: 422, zh: '缺少“{fact}”，请补充', en: '"{fact}" is missing; give it' },
  DEADLINE_FACT_MALFORMED: { status: 422, zh: '“{fact}”不能是“{text}”：日期写作 2024-07-15，月份写作 2024-07，年份写作 2024，是否写作 true 或 false，暂停期写作 from、to 两个日期', en: '"{fact}" cannot be "{text}": days are written 2024-07-15, months 2024-07, years 2024, yes or no as true or false, suspensions as two days from and to' },
  DEADLINE_FACT_UNUSED: { status: 422, zh: '这个问题不用“{fact}”，可给：{allowed}', en: 'This question takes no "{fact}"; it takes {allowed}' },
  CLASS_TYPE_NOT_GIVEN: { status: 422, zh: '请指明班级类型', en: 'Name the type of class' },
} as const satisfies RefusalCatalogue;
