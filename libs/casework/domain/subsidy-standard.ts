import { formatYuan, type DailyRateRule, type PolicyValue, type SubsidyRule, type TieredDaysRule } from '#libs/policy';

/** The words for a value, where somebody says it. */
function words<T>(value: PolicyValue<T> | null, of: (said: T) => string | undefined): string | undefined {
  return value === null || value.kind === 'missing' ? undefined : of(value.value);
}

const yuan = (fen: number) => `${formatYuan(BigInt(fen)).replace(/\.00$/, '')}元`;

/** From the least to the most of a table of amounts. */
const amountsOf = (each: string) => (table: Readonly<Record<string, number>>) => {
  const amounts = Object.values(table).sort((a, b) => a - b);
  const [least, most] = [amounts[0], amounts.at(-1)];
  if (least === undefined || most === undefined) return undefined;
  return least === most ? `${each}${yuan(least)}` : `${each}${yuan(least)}至${yuan(most)}`;
};

function tiers(rule: TieredDaysRule): string | undefined {
  const cap = words(rule.capFen, (fen) => `每人最高${yuan(fen)}`);
  return words(rule.tiers, (all) => {
    const days = all.map(({ upToDay, fenPerDay }) => `${upToDay === null ? '后续' : `前${upToDay}天`}每人每天${yuan(fenPerDay)}`);
    return [...days, ...(cap === undefined ? [] : [cap])].join('，');
  });
}

function daily({ fenPerDay, cap }: DailyRateRule): string | undefined {
  const most = words(cap, ({ fen, binding }) => `，${binding === 'soft' ? '原则上' : ''}每人最高${yuan(fen)}`);
  return words(fenPerDay, (fen) => `每人每天${yuan(fen)}${most ?? ''}`);
}

function standardOf(rule: SubsidyRule): string | undefined {
  switch (rule.kind) {
    case 'tiered-days':
      return tiers(rule);
    case 'daily-rate':
      return daily(rule);
    case 'per-person':
      return words(rule.fenPerPerson, (fen) => `每人${yuan(fen)}`);
    case 'per-certificate':
      return words(rule.fenPerCertificate, amountsOf('每证'));
    case 'individual-level':
      return words(rule.fenByLevel, amountsOf('每人'));
    case 'per-month': {
      const most = words(rule.maximumMonths, (months) => `，最长${months}个月`) ?? '';
      return words(rule.fenPerMonth, (fen) => `每人每月${yuan(fen)}${most}`);
    }
    case 'month-tiers':
      return words(rule.tiers, (all) => all.map(({ fromMonths, fen }) => `满${fromMonths}个月每人${yuan(fen)}`).join('，'));
    case 'per-year-range':
      return words(rule.fenPerYear, (fen) => `每人每年${yuan(fen)}`);
    case 'capacity-steps': {
      const most = words(rule.capFen, (fen) => `至${yuan(fen)}`) ?? '';
      return words(rule.baseFen, (fen) => `按培训规模${yuan(fen)}${most}`);
    }
    case 'per-level':
      return words(rule.fenByLevel, amountsOf('每个'));
    case 'per-unit':
      return words(rule.fenPerUnit, (fen) => `每个${yuan(fen)}`);
    case 'counts-with-cap':
      return words(rule.levels, (levels) =>
        Object.values(levels)
          .map((of) => `每培训一人${yuan(of.fenPerTrained)}、每输出一人${yuan(of.fenPerExported)}，最高${yuan(of.capFen)}`)
          .join('；'),
      );
  }
}

/** The subsidy standard in the notice's words, out of the snapshot (HG24 三(三): 补贴标准 is published; AMB-54). */
export function subsidyStandard(rule: SubsidyRule): string {
  const standard = standardOf(rule);
  return standard === undefined ? rule.title : `${rule.title}：${standard}`;
}
