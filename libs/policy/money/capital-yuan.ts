const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/** Four digits in capitals, without leading or trailing zeros. */
function group(digits: string): string {
  let words = '';
  let isGap = false;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[index]);
    if (digit === 0) {
      isGap = words !== '';
      continue;
    }
    words += `${isGap ? '零' : ''}${DIGITS[digit] ?? ''}${PLACES[digits.length - 1 - index] ?? ''}`;
    isGap = false;
  }
  return words;
}

function wholeYuan(yuan: string): string {
  const groups = yuan.padStart(Math.ceil(yuan.length / 4) * 4, '0').match(/\d{4}/g) ?? [];
  let words = '';
  let isGap = false;
  groups.forEach((digits, index) => {
    if (Number(digits) === 0) {
      isGap = words !== '';
      return;
    }
    const needsZero = words !== '' && (isGap || digits.startsWith('0'));
    words += `${needsZero ? '零' : ''}${group(digits)}${GROUPS[groups.length - 1 - index] ?? ''}`;
    isGap = false;
  });
  return words;
}

/**
 * An amount in capital numerals as papers carry it (支付结算办法 附一: 正确填写票据和结算凭证的基本规定), e.g. 人民币叁仟元整.
 * @param fen not negative, less than 10^18.
 */
export function capitalYuan(fen: bigint): string {
  const [yuan, jiao, cent] = [fen / 100n, Number((fen / 10n) % 10n), Number(fen % 10n)];
  const whole = yuan === 0n ? '' : `${wholeYuan(yuan.toString())}元`;
  if (jiao === 0 && cent === 0) return `人民币${whole === '' ? '零元' : whole}整`;
  const tenths = jiao === 0 ? (whole === '' ? '' : '零') : `${DIGITS[jiao] ?? ''}角`;
  return `人民币${whole}${tenths}${cent === 0 ? '整' : `${DIGITS[cent] ?? ''}分`}`;
}
