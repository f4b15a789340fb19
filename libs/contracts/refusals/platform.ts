import type { RefusalCatalogue } from './catalogue.ts';

/** Refusals every endpoint may answer, whatever its domain. */
export const platformRefusals = {
  REQUEST_INVALID: { status: 400, zh: '请求内容有误，请按所列字段逐项改正后重新提交', en: 'The request is not valid; correct the fields listed and send it again' },
  FIELD_INVALID: { status: 400, zh: '{reason}', en: '{reasonEn}' },
  REQUEST_MALFORMED: { status: 400, zh: '请求格式无法识别：{reason}', en: 'The request cannot be read: {reason}' },
  TEXT_UNSTORABLE: { status: 400, zh: '文字中含有无法保存的字符，请删除后重试', en: 'The text holds a character that cannot be stored; remove it and try again' },
  CURSOR_INVALID: { status: 400, zh: '翻页标记无效，请从第一页重新查询', en: 'The cursor is not valid; start again from the first page' },
  IDEMPOTENCY_KEY_MISSING: { status: 400, zh: '缺少 Idempotency-Key 请求头，请为每次提交生成唯一编号', en: 'The Idempotency-Key header is missing; send a unique key with each write' },
  IDEMPOTENCY_KEY_INVALID: { status: 400, zh: 'Idempotency-Key 须为 8 至 255 个可见字符', en: 'Idempotency-Key must be 8 to 255 visible characters' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, zh: '该 Idempotency-Key 已用于另一份内容，请换用新的编号', en: 'This Idempotency-Key was used with other content; use a new key' },
  IDEMPOTENCY_IN_FLIGHT: { status: 409, zh: '同一提交正在处理，请稍候用同一编号重试', en: 'The same request is being processed; repeat it with the same key in a moment' },
  UNAUTHENTICATED: { status: 401, zh: '登录已失效，请重新登录', en: 'You are not signed in; sign in again' },
  FORBIDDEN: { status: 403, zh: '您的岗位不能办理此事项', en: 'Your role may not do this' },
  NOT_FOUND: { status: 404, zh: '未找到该事项', en: 'Not found' },
  VERSION_REQUIRED: { status: 428, zh: '缺少 If-Match 请求头，请先读取最新内容', en: 'The If-Match header is missing; read the current version first' },
  VERSION_STALE: { status: 412, zh: '内容已被更新（当前版本 {current}），请刷新后核对再提交', en: 'The content has changed (version {current}); reload, compare and submit again' },
  PAYLOAD_TOO_LARGE: { status: 413, zh: '内容超过大小上限', en: 'The content is larger than allowed' },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, zh: '不支持此内容类型', en: 'This content type is not supported' },
  TOO_MANY_REQUESTS: { status: 429, zh: '请求过于频繁，请稍后再试', en: 'Too many requests; try again later' },
  BUSY: { status: 503, zh: '系统繁忙或数据库暂不可用，请稍后用同一编号重试', en: 'The system is busy or its database is away; repeat with the same key in a moment' },
  FILE_TYPE_REFUSED: { status: 415, zh: '文件内容不是可接受的类型（{accepted}），请另存后上传', en: 'The file is not of an accepted type ({accepted}); save it as one of them and upload again' },
  FILE_EMPTY: { status: 422, zh: '文件是空的，请重新选择文件', en: 'The file is empty; choose it again' },
  AUDIT_IMMUTABLE: { status: 409, zh: '审计记录不可更改', en: 'Audit entries cannot be changed' },
  SANDBOX_ONLY: { status: 404, zh: '仅演示环境提供此功能', en: 'Available in the sandbox only' },
  CLOCK_BACKWARDS: { status: 422, zh: '演示时钟只能向前拨（当前 {now}）', en: 'The sandbox clock only moves forward (now {now})' },
  PAPER_PERMANENT: { status: 409, zh: '已留存的文书不可更改或删除；内容有变请生成新的一版', en: 'A paper that is kept cannot be changed or removed; make a new version of it' },
} as const satisfies RefusalCatalogue;
