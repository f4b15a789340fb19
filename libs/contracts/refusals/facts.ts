import type { RefusalCatalogue } from './catalogue.ts';

/** What is wrong with the facts a calculation is given. */
export const factRefusals = {
  FACTS_INVALID: { status: 422, zh: '提供的事实有{count}处需要改正，见各条说明', en: '{count} of the facts need correction; see each below' },
  FACT_UNKNOWN: { status: 422, zh: '没有“{field}”这一项，最接近的是“{nearest}”；本补贴可用：{allowed}', en: 'There is no fact "{field}"; the nearest is "{nearest}". This subsidy knows {allowed}' },
  FACT_NOT_USED: { status: 422, zh: '本补贴不看“{field}”，请删除；可用：{allowed}', en: 'This subsidy does not look at "{field}"; remove it. It knows {allowed}' },
  FACT_MISSING: { status: 422, zh: '缺少“{field}”（{label}），请补充', en: '"{field}" ({labelEn}) is not there; add it' },
  FACT_TWICE: { status: 422, zh: '“{field}”重复，同一金额请只以分或只以元填写', en: '"{field}" is said twice; give an amount in fen or in yuan, not both' },
  FACT_NOT_A_COUNT: { status: 422, zh: '“{field}”（{label}）应为0或正整数，现为 {value}', en: '"{field}" ({labelEn}) must be a whole number, not negative; it is {value}' },
  FACT_NOT_FEN: { status: 422, zh: '“{field}”（{label}）应为以分计的0或正整数，现为 {value}；以元计请去掉字段名末尾的 Fen', en: '"{field}" ({labelEn}) must be whole fen, not negative; it is {value}. For yuan leave "Fen" out of its name' },
  FACT_NOT_YUAN: { status: 422, zh: '“{field}”（{label}）应为元，最多两位小数并加引号，如 "2500.00"，现为 {value}', en: '"{field}" ({labelEn}) must be yuan with at most two decimals, in quotes, such as "2500.00"; it is {value}' },
  FACT_NOT_A_FLAG: { status: 422, zh: '“{field}”（{label}）应为 true 或 false，现为 {value}', en: '"{field}" ({labelEn}) must be true or false; it is {value}' },
  FACT_NOT_A_CODE: { status: 422, zh: '“{field}”（{label}）应为一个代码，如 elementary，现为 {value}', en: '"{field}" ({labelEn}) must be one code, such as elementary; it is {value}' },
  FACT_NOT_CODES: { status: 422, zh: '“{field}”（{label}）应为代码列表，如 [elementary]，现为 {value}', en: '"{field}" ({labelEn}) must be a list of codes, such as [elementary]; it is {value}' },
  FACT_CODE_UNKNOWN: { status: 422, zh: '“{field}”（{label}）没有“{value}”，最接近的是“{nearest}”；可用：{allowed}', en: '"{field}" ({labelEn}) has no "{value}"; the nearest is "{nearest}". It knows {allowed}' },
  FACT_TOO_LARGE: { status: 422, zh: '“{field}”（{label}）最多为 {max}，现为 {value}，请核对', en: '"{field}" ({labelEn}) is at most {max}; it is {value}. Check it' },
  FACTS_NOT_NAMED: { status: 422, zh: '此处应为若干项“名称: 值”，现为 {value}；可用：{allowed}', en: 'Names with values belong here, not {value}. Known are {allowed}' },
  EMPLOYED_ABOVE_TRAINED: { status: 422, zh: '就业人数 {employed} 不能多于培训人数 {trained}，就业人员须在结业名单之内', en: '{employed} employed cannot be more than {trained} trained; the employed are persons of the completion roster', clause: 'AMB-69' },
  COMPLETED_ABOVE_COUNT: { status: 422, zh: '结业人数 {completed} 不能多于总人数 {count}', en: '{completed} completed cannot be more than {count} in all' },
  GIVEN_FORM: { status: 422, zh: '请用 {allowed} 之一说明人数或名单，现为 {value}；最接近的是“{nearest}”', en: 'Say who it is about by one of {allowed}; here is {value}. The nearest is "{nearest}"' },
  GIVEN_NOT_A_LIST: { status: 422, zh: '“{word}”应为列表，每人（每个单位）一项', en: '"{word}" must be a list, one entry a person or unit' },
  GIVEN_TOO_MANY: { status: 422, zh: '“{word}”最多 {max} 项；情况相同的请合并为一项并填写 people', en: '"{word}" has at most {max} entries; put equal ones together with people' },
  GIVEN_REF: { status: 422, zh: '“ref”应为一段文字，现为 {value}', en: '"ref" must be a text; it is {value}' },
  GIVEN_REF_TWICE: { status: 422, zh: '“ref”{value} 重复，每项须不同', en: '"ref" {value} is there twice; each entry needs its own' },
  COLUMN_LENGTH: { status: 422, zh: '“{field}”列有 {length} 个值，应为 {expected} 个', en: 'The column "{field}" has {length} values; it must have {expected}' },
} as const satisfies RefusalCatalogue;
