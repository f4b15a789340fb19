import { formatYuan, type PolicyValue, type SubsidyRule } from '#libs/policy';

function said<T>(value: PolicyValue<T>): T | undefined {
  return value.kind === 'missing' ? undefined : value.value;
}

const yuan = (fen: number) => `${formatYuan(BigInt(fen)).replace(/\.00$/, '')}元`;

function standardOf(rule: SubsidyRule): string | undefined {
  switch (rule.kind) {
    case 'tiered-days': {
      const tiers = said(rule.tiers)?.map(
        ({ upToDay, fenPerDay }) => `${upToDay === null ? '后续' : `前${upToDay}天`}每人每天${yuan(fenPerDay)}`,
      );
      const cap = said(rule.capFen);
      return tiers && [...tiers, ...(cap === undefined ? [] : [`每人最高${yuan(cap)}`])].join('，');
    }
    case 'per-person': {
      const each = said(rule.fenPerPerson);
      return each === undefined ? undefined : `每人${yuan(each)}`;
    }
    case 'per-certificate': {
      const amounts = Object.values(said(rule.fenPerCertificate) ?? {}).sort((a, b) => a - b);
      const [least, most] = [amounts[0], amounts.at(-1)];
      if (least === undefined || most === undefined) return undefined;
      return least === most ? `每证${yuan(least)}` : `每证${yuan(least)}至${yuan(most)}`;
    }
  }
}

/** The subsidy standard in the notice's words, out of the snapshot (HG24 三(三): 补贴标准 is published; AMB-54). */
export function subsidyStandard(rule: SubsidyRule): string {
  const standard = standardOf(rule);
  return standard === undefined ? rule.title : `${rule.title}：${standard}`;
}
