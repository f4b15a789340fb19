import type { RefusalCatalogue } from './catalogue.ts';

/** What the pure rules refuse, whatever domain asks them. */
export const policyRefusals = {
  AMOUNT_MALFORMED: { status: 400, zh: '金额“{text}”格式有误，请填写元，最多两位小数，如 3000.00', en: '"{text}" is not an amount; give yuan with at most two decimals, such as 3000.00' },
  CALENDAR_YEAR_UNKNOWN: { status: 409, zh: '{year} 年的放假安排尚未录入，无法计算工作日；请县级管理员录入国务院办公厅通知后重试', en: 'The working days of {year} are not announced here; the county administrator must add the State Council notice first', clause: 'AMB-03' },
  POLICY_VALUE_MISSING: { status: 409, zh: '政策未明确“{name}”（{reason}），事项已暂挂，请县级管理员补充后继续', en: 'The policy does not state {name} ({reason}); the case is held until the county administrator supplies it' },
  ID_LENGTH: { status: 422, zh: '证件号码应为18位，现为{length}位，请对照身份证原件核对', en: 'The number must have 18 characters, it has {length}; compare it with the card' },
  ID_15_DIGIT: { status: 422, zh: '这是15位旧身份证号码，请填写18位号码', en: 'This is an old 15-digit number; give the 18-digit one' },
  ID_CHECKSUM: { status: 422, zh: '证件号码第18位校验码应为{expected}，请对照身份证原件核对', en: 'The 18th character should be {expected}; compare the number with the card' },
  ID_BIRTHDATE: { status: 422, zh: '证件号码中的出生日期不存在，请对照身份证原件核对', en: 'The date of birth inside the number does not exist; compare it with the card' },
} as const satisfies RefusalCatalogue;
