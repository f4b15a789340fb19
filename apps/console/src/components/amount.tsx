import { capitalYuan, parseYuan } from '#libs/policy';

interface AmountProps {
  /** Decimal yuan as the API writes them, `3000.00`. */
  readonly value: string;
  /** With the capital numerals under it, as on papers. */
  readonly capital?: boolean;
}

/** An amount of money: grouped, two decimals, tabular digits. */
export function Amount({ value, capital = false }: AmountProps) {
  const [, sign = '', whole = value, cents = '00'] = /^(-?)(\d+)(?:\.(\d{2}))?$/.exec(value) ?? [];
  const fen = capital ? parseYuan(value) : undefined;
  return (
    <span className="kbt-amount">
      {sign}¥{whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.{cents}
      {fen?.ok && (
        <span className="kbt-capital" lang="zh-CN">
          {capitalYuan(fen.value)}
        </span>
      )}
    </span>
  );
}
