import type { RefusalCatalogue } from './catalogue.ts';

/** Registered policies and calendars. */
export const rulebookRefusals = {
  POLICY_NOT_IN_FORCE: {
    status: 409,
    zh: '{region} 在 {on} 没有现行政策，事项已暂挂，请县级管理员登记政策后继续',
    en: 'No policy is in force for {region} on {on}; the case is held until the county administrator registers one',
    clause: 'AMB-36',
  },
  POLICY_UNKNOWN: {
    status: 404,
    zh: '未找到该政策快照，请从现行政策列表中选择',
    en: 'There is no such policy snapshot; choose one from the list of policies in force',
  },
  SNAPSHOT_IMMUTABLE: {
    status: 409,
    zh: '政策快照登记后不可更改，请登记新的版本',
    en: 'A registered snapshot cannot change; register a new version',
  },
  POLICY_TEXT_MISSING: { status: 404, zh: '该政策没有登记原文', en: 'The text of this policy is not registered' },
  CLAUSE_UNKNOWN: { status: 404, zh: '文件中没有条款“{clause}”，请从条款目录中选择', en: 'The document has no clause "{clause}"; choose from its list of clauses' },
  CLASS_TYPE_UNKNOWN: { status: 422, zh: '该政策没有这种班级类型，可选：{allowed}', en: 'The policy has no such class type; possible: {allowed}' },
  DEADLINE_UNKNOWN: { status: 404, zh: '没有期限问题“{question}”，可问：{allowed}', en: 'There is no question "{question}"; possible: {allowed}' },
  PACK_FILE_UNKNOWN: { status: 422, zh: '政策包没有文件“{name}”，应为：{allowed}', en: 'A pack has no file "{name}"; it has {allowed}' },
  PACK_INVALID: { status: 422, zh: '政策（日历）文件有误，未登记，请按所列更正', en: 'The files have faults and nothing was registered; correct everything listed' },
  PACK_FAULT: { status: 422, zh: '{file} 第 {line} 行，{place}：{problem}', en: '{file}, line {line}, {place}: {problem}' },
  PACK_QUOTE: { status: 422, zh: '{place}：引文“{quote}”不在文件原文中', en: '{place}: the quote "{quote}" is not in the document' },
  OVERLAY_INVALID: { status: 422, zh: '县级补充有误，未登记，请按所列更正', en: 'The county values have faults and nothing was registered; correct everything listed' },
  OVERLAY_PATH_UNKNOWN: { status: 422, zh: '政策没有数值“{path}”，请从数值清单中选择', en: 'The policy has no value at {path}; choose from its list of values' },
  OVERLAY_STATED: { status: 422, zh: '“{path}”由文件写明（{clause}），县里不能更改', en: '{path} is stated by the document ({clause}) and not for the county to set' },
  OVERLAY_SHAPE: { status: 422, zh: '补充后的数值不合规定：{problem}', en: 'With this value the policy is not in its form: {problem}' },
  RELEASE_FORM: { status: 422, zh: '请只提交一项：政策包文件、县级补充或放假安排', en: 'Give exactly one: the files of a pack, county values, or a year of working days' },
  RELEASE_REGION: { status: 403, zh: '该政策属于 {region}，您只能提出本地区（{own}）的政策', en: 'This policy is of {region}; you propose for your own region ({own})' },
  RELEASE_PERIODS: { status: 422, zh: '该政策在上级政策的 {periods} 个时段内内容不同，请按时段分别提出', en: 'It reads differently in {periods} periods of its parents; propose one for each' },
  RELEASE_OVERLAPS: { status: 409, zh: '与 {pack}（{from} 至 {to}）的有效期重叠，请调整生效日期', en: 'It overlaps {pack} ({from} to {to}); choose other days' },
  RELEASE_SAME_PERSON: { status: 403, zh: '提出的人不能自己发布，请由另一人发布', en: 'Whoever proposed it cannot release it; another person must' },
  RELEASE_FIXED: { status: 409, zh: '该发布已处理（{state}），不可更改', en: 'The release is decided ({state}) and cannot change' },
  RELEASE_HASH: { status: 409, zh: '政策内容与其哈希或地区不一致，不能登记', en: 'The policy does not match its hash or region; it is not registered' },
  CALENDAR_ANNOUNCED: { status: 409, zh: '{year} 年的工作日已登记，不可更改', en: 'The working days of {year} are registered and cannot change' },
  CALENDAR_INCOMPLETE: { status: 422, zh: '放假安排应列出 {year} 年的每一天', en: 'It must give every day of {year}' },
  CALENDAR_IMMUTABLE: { status: 409, zh: '已公布的工作日不可更改', en: 'An announced day cannot change' },
  CALENDAR_SPAN: {
    status: 422,
    zh: '请填写起止日期，起日不晚于止日，且不超过 {days} 天',
    en: 'Give a first and a last day in this order, at most {days} days apart',
  },
} as const satisfies RefusalCatalogue;
