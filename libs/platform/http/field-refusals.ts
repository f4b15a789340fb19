import type { Refusal } from '#libs/policy';
import type { ValidationError } from 'class-validator';

/** What class-validator's own constraints mean to a person; a constraint that is not listed shows its English message. */
const constraintTexts: Readonly<Record<string, string>> = {
  isString: '须为文字',
  isNotEmpty: '不能为空',
  isDefined: '为必填项',
  isInt: '须为整数',
  isBoolean: '须为是或否',
  isNumber: '须为数字',
  isArray: '须为列表',
  isObject: '须为一组字段',
  nestedValidation: '须为一组字段',
  arrayUnique: '不能有重复项',
  isUuid: '编号格式不正确',
  isIn: '不在可选范围内',
  isEnum: '不在可选范围内',
  matches: '格式不正确',
  isLength: '长度不符合要求',
  maxLength: '内容过长',
  minLength: '内容过短',
  min: '小于允许的最小值',
  max: '大于允许的最大值',
  isDay: '须为存在的日期，如 2026-03-16',
  isInstant: '须为带时区的时刻，如 2026-03-16T08:31:05+08:00',
  isDateString: '日期格式应为 YYYY-MM-DD',
  isISO8601: '时间格式不正确',
  arrayMaxSize: '条数超过上限',
  arrayMinSize: '条数不足',
  whitelistValidation: '不是本接口的字段，请删除',
};

/** One refusal a finding, each with the JSON pointer of its field. */
export function fieldRefusals(errors: readonly ValidationError[], path = ''): Refusal[] {
  return errors.flatMap((error) => {
    const pointer = `${path}/${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
      code: 'FIELD_INVALID',
      pointer,
      params: { reason: constraintTexts[name] ?? message, reasonEn: message },
    }));
    return [...own, ...fieldRefusals(error.children ?? [], pointer)];
  });
}
