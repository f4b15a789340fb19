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
  CALENDAR_IMMUTABLE: { status: 409, zh: '已公布的工作日不可更改', en: 'An announced day cannot change' },
  CALENDAR_SPAN: {
    status: 422,
    zh: '请填写起止日期，起日不晚于止日，且不超过 {days} 天',
    en: 'Give a first and a last day in this order, at most {days} days apart',
  },
} as const satisfies RefusalCatalogue;
