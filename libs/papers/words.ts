import { formatYuan } from '#libs/policy';

/** 2026年3月9日, as papers write days. */
export function paperDay(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const inShanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026年3月9日 09:30, Beijing time. */
export function paperInstant(instant: Date): string {
  return inShanghai.format(instant);
}

/** 3,000.00 */
export function paperAmount(fen: bigint): string {
  const [whole = '', cents = ''] = formatYuan(fen).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** A SHA-256 in hex in four groups, so that it can be read aloud and breaks over lines. */
export function paperHash(hex: string): string {
  return hex.match(/.{1,16}/g)?.join(' ') ?? hex;
}
