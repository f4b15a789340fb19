import type { RefusalCatalogue } from './catalogue.ts';

/** Institutions, their teachers and sites, and the plan of a class. */
export const institutionRefusals = {
  INSTITUTION_RECORD_PERMANENT: { status: 409, zh: '机构与班级记录不可删除', en: 'Records of institutions and classes are never deleted' },
  TEACHER_KNOWN: {
    status: 409,
    zh: '该教师已在本机构登记，请直接选用',
    en: 'This teacher is registered with your institution already; choose them from the list',
  },
  BANK_ACCOUNT_FORMAT: { status: 422, zh: '银行账号应为 8 至 32 位数字，请核对', en: 'A bank account has 8 to 32 digits; check it' },
  CLASS_INVALID: {
    status: 422,
    zh: '班级计划有 {count} 处不符合要求，请按所列各项一次改正',
    en: 'The plan of the class has {count} faults; correct all of those listed',
  },
  CLASS_FIXED: {
    status: 409,
    zh: '班级编号、所属机构和登记信息不可更改',
    en: 'Number, institution and registration of a class never change',
  },
  CLASS_APPROVED: {
    status: 409,
    zh: '开班已批准，除评价机构外不能再修改',
    en: 'The opening is approved; nothing but the evaluation body can be changed',
  },
  CLASS_ASSESSED: {
    status: 409,
    zh: '评价机构已接收名单，不能更换',
    en: 'The evaluation body has taken the roster over; it cannot be replaced',
  },
  CLASS_TYPE_NOT_IN_POLICY: {
    status: 422,
    zh: '适用政策《{policy}》没有此类培训班，请选择其他类型',
    en: 'The policy {policy} knows no classes of this type; choose another',
  },
  CLASS_ENDS_BEFORE_START: { status: 422, zh: '结业日期早于开班日期，请核对', en: 'The class ends before it starts; check both days' },
  CLASS_DAY_INVALID: { status: 422, zh: '日期“{text}”不存在，请核对', en: 'There is no day "{text}"; check it' },
  CLASS_TOO_FEW_DAYS: {
    status: 422,
    zh: '培训 {days} 天，少于政策规定的 {minimum} 天',
    en: '{days} training days are fewer than the {minimum} of the policy',
  },
  CLASS_TOO_MANY_DAYS: {
    status: 422,
    zh: '培训 {days} 天，超过政策规定的 {maximum} 天',
    en: '{days} training days are more than the {maximum} of the policy',
  },
  CLASS_TOO_SMALL: {
    status: 422,
    zh: '班额 {people} 人，少于政策规定的 {minimum} 人',
    en: 'A class of {people} is smaller than the {minimum} of the policy',
  },
  CLASS_TOO_LARGE: {
    status: 422,
    zh: '班额 {people} 人，超过上限 {maximum} 人',
    en: 'A class of {people} is larger than the {maximum} allowed',
  },
  COURSE_BASIC_MISSING: {
    status: 422,
    zh: '教学计划缺少基本课程“{course}”，请补入',
    en: 'The teaching plan lacks the basic course "{course}"; add it',
    clause: 'CLS-01',
  },
  COURSE_NOT_IN_PLAN: {
    status: 422,
    zh: '课程“{course}”不在教学计划内，请补入计划或更正课程表',
    en: 'The course "{course}" is not in the teaching plan; add it there or correct the timetable',
  },
  TIMETABLE_DAY_OUTSIDE: {
    status: 422,
    zh: '{day} 不在开班至结业（{from} 至 {to}）之间',
    en: '{day} lies outside the class ({from} to {to})',
  },
  TIMETABLE_HOURS_SHORT: {
    status: 422,
    zh: '{day} 安排 {hours} 课时，培训日须满 {minimum} 课时',
    en: '{day} has {hours} lesson hours; a training day has at least {minimum}',
  },
  TIMETABLE_HOURS_IMPOSSIBLE: {
    status: 422,
    zh: '{day} 共安排 {hours} 课时，超过 24 小时',
    en: '{day} has {hours} lesson hours, more than a day holds',
  },
  TEACHER_UNKNOWN: {
    status: 422,
    zh: '该教师未在本机构登记，请先登记',
    en: 'This teacher is not registered with your institution; register them first',
  },
  SITE_UNKNOWN: {
    status: 422,
    zh: '该培训场地未在本机构登记，请先登记',
    en: 'This site is not registered with your institution; register it first',
  },
  EVALUATION_BODY_UNKNOWN: {
    status: 422,
    zh: '没有这个评价机构，请从列表选择',
    en: 'There is no such evaluation body; choose one of the list',
  },
  OFFICE_NOT_RESPONSIBLE: {
    status: 422,
    zh: '该单位不负责此地区的培训任务，请选择下达任务的人社或行业主管部门',
    en: 'This office is not responsible for the region; choose the office that assigned the task',
  },
  REGION_NOT_SERVED: { status: 422, zh: '地区 {region} 不在本机构服务范围内', en: 'The region {region} is not served by your institution' },
  OCCUPATION_NOT_LISTED: {
    status: 422,
    zh: '政策目录未列入本机构开展“{occupation}”培训，请核对目录',
    en: 'The policy directory does not list your institution for "{occupation}"; check the directory',
    clause: 'INS-05',
  },
} as const satisfies RefusalCatalogue;
