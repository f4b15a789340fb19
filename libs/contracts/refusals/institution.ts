import type { RefusalCatalogue } from './catalogue.ts';

/** Institutions and their classes. */
export const institutionRefusals = {
  CLASS_INVALID: { status: 422, zh: '班级信息有误，请按所列逐项改正后保存', en: 'The class is not valid; correct the points listed and save again' },
  CLASS_UNKNOWN: { status: 404, zh: '未找到该班级', en: 'There is no such class' },
  CLASS_FIXED: { status: 409, zh: '班级编号和所属机构不可更改', en: 'Number and institution of a class cannot change' },
  CLASS_DAY_INVALID: { status: 422, zh: '日期不存在，请按 YYYY-MM-DD 填写', en: 'There is no such day; write it as YYYY-MM-DD' },
  CLASS_ENDS_BEFORE_START: { status: 422, zh: '结束日期早于开始日期，请核对', en: 'The class ends before it starts; check both days' },
  CLASS_TYPE_NOT_OFFERED: { status: 422, zh: '{policy}没有这一培训类型，请另选', en: 'The policy {policy} does not know this type of class; choose another' },
  CLASS_TOO_SHORT: { status: 422, zh: '培训 {found} 天，少于规定的 {limit} 天，请补充课程安排', en: 'The class has {found} days, fewer than the {limit} asked for; add to the timetable' },
  CLASS_TOO_LONG: { status: 422, zh: '培训 {found} 天，超过规定的 {limit} 天，请缩短或分班', en: 'The class has {found} days, more than the {limit} allowed; shorten or split it' },
  CLASS_TOO_SMALL: { status: 422, zh: '班额 {found} 人，少于规定的 {limit} 人', en: 'A class of {found} is smaller than the {limit} asked for' },
  CLASS_TOO_LARGE: { status: 422, zh: '班额 {found} 人，超过规定的 {limit} 人，请分班', en: 'A class of {found} is larger than the {limit} allowed; split it' },
  ORDER_MISSING: { status: 422, zh: '订单式培训须填写订单编号，一单一结算', en: 'An order class names its order: one order, one settlement', clause: 'PRC-49' },
  LESSON_OUTSIDE_CLASS: { status: 422, zh: '{day} 不在班期 {startsOn} 至 {endsOn} 内，请核对', en: '{day} is not within the class ({startsOn} to {endsOn}); check it' },
  LESSONS_TOO_MANY: { status: 422, zh: '{day} 的课程超过 {limit} 节，请合并', en: '{day} has more than {limit} lessons; merge some' },
  LESSONS_OUTSIDE_CLASS: { status: 422, zh: '课程安排有日期不在班期内，请核对', en: 'Some lessons lie outside the class; check the timetable' },
  LESSON_HOURS_SHORT: { status: 422, zh: '{day} 只有 {hours} 课时，少于规定的 {needed} 课时', en: '{day} has only {hours} lesson hours of the {needed} asked for' },
  BASIC_COURSES_MISSING: { status: 422, zh: '教学计划缺少基本课程：{courses}，请补充', en: 'The teaching plan lacks the basic courses {courses}; add them', clause: 'CLS-01' },
  INSTITUTION_NOT_LISTED: { status: 422, zh: '{institution}不在本年度承担任务机构名单内，请联系县人社局', en: '{institution} is not on the list of institutions with a task; turn to the county bureau' },
  OCCUPATION_NOT_LISTED: { status: 422, zh: '名单只允许本机构培训：{occupations}', en: 'The list lets this institution train only: {occupations}' },
  ASSIGNING_OFFICE_UNKNOWN: { status: 422, zh: '赋予任务的人社部门不正确，请选择本县或上级人社局', en: 'Choose the human-resources office of the county or above that assigned the task' },
  TEACHER_UNKNOWN: { status: 422, zh: '该教师未在本机构登记，请先登记', en: 'This teacher is not registered with the institution; register them first' },
  TEACHER_REGISTERED: { status: 409, zh: '该教师已登记，无需重复登记', en: 'This teacher is registered already' },
  SITE_UNKNOWN: { status: 422, zh: '该培训场地未在本机构登记，请先登记', en: 'This site is not registered with the institution; register it first' },
  SITE_REGISTERED: { status: 409, zh: '同名场地已登记，请换一个名称', en: 'A site of this name is registered already; choose another name' },
  EVALUATION_BODY_UNKNOWN: { status: 422, zh: '所选评价机构未备案，请从列表中选择', en: 'This evaluation body is not on record; choose one of the list' },
} as const satisfies RefusalCatalogue;
