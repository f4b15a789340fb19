import { formatYuan } from '../../money/format-yuan.ts';
import type { Facts } from '../facts.ts';
import { capped, excluded, heldFor, plainFormula, stepOf, type Entitlement, type FormulaResult } from '../formula.ts';
import type { CountsWithCapRule } from '../subsidy-rule.ts';
import { valuesOf } from '../values.ts';

/** 每培训一人…元、输出一人…元，每个品牌最高…元: by the counts of the year, the cap less what earlier years brought (AMB-25). */
export function countsWithCap(rule: CountsWithCapRule): FormulaResult {
  const values = valuesOf({ levels: rule.levels });
  if (!values.ok) return values;
  const { levels } = values.value;
  const entitle = ({ level, trained, exported, awardedFen }: Facts): Entitlement => {
    if (level === null) return excluded('NO_LEVEL', rule.clause);
    const of = Object.hasOwn(levels, level) ? levels[level] : undefined;
    if (!of) return heldFor(`levels.${level}`, `${rule.title}：未列明该级别的标准`);
    const [each, placed, most] = [BigInt(of.fenPerTrained), BigInt(of.fenPerExported), BigInt(of.capFen)];
    const fen = BigInt(trained) * each + BigInt(exported) * placed;
    const arithmetic = `${trained} × ${formatYuan(each)} + ${exported} × ${formatYuan(placed)}`;
    const step = stepOf(rule.levels, { rule: 'counts', inputs: { level, trained, exported }, arithmetic, fen });
    const left = most > awardedFen ? most - awardedFen : 0n;
    if (awardedFen === 0n) return capped([step], fen, left, rule.levels);
    const room = stepOf(rule.levels, {
      rule: 'cap-left',
      inputs: { awardedFen: String(awardedFen) },
      arithmetic: `${formatYuan(most)} − ${formatYuan(awardedFen)}`,
      fen: left,
    });
    return capped([room, step], fen, left, rule.levels);
  };
  return { ok: true, formula: { ...plainFormula, entitle } };
}
