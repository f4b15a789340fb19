import type { Facts } from '../facts.ts';
import { due, excluded, heldFor, times, type Entitlement, type FormulaResult } from '../formula.ts';
import type { IndividualLevelRule } from '../subsidy-rule.ts';
import { sourceOf, valuesOf } from '../values.ts';

/** 缴纳失业保险…个月以上的企业职工, by level; 以上 is inclusive (AMB-29). */
export function individualLevel(rule: IndividualLevelRule): FormulaResult {
  const values = valuesOf({ fenByLevel: rule.fenByLevel, minimumContributionMonths: rule.minimumContributionMonths });
  if (!values.ok) return values;
  const { fenByLevel, minimumContributionMonths: minimum } = values.value;
  const entitle = ({ level, contributionMonths }: Facts): Entitlement => {
    if (level === null) return excluded('NO_CERTIFICATE', rule.clause);
    if (contributionMonths < minimum) return excluded('CONTRIBUTIONS_BELOW_MINIMUM', sourceOf(rule.minimumContributionMonths, rule.clause));
    const fen = Object.hasOwn(fenByLevel, level) ? fenByLevel[level] : undefined;
    if (fen === undefined) return heldFor(`fenByLevel.${level}`, `${rule.title}：未列明该等级的标准`);
    const step = times(rule.fenByLevel, { rule: 'individual-level', inputs: { level, contributionMonths }, n: 1, fen });
    return due(step.resultFen, [step]);
  };
  const cliffs = (facts: Facts) =>
    facts.contributionMonths >= minimum
      ? []
      : [
          {
            code: 'CONTRIBUTIONS_BELOW_MINIMUM',
            params: { missing: minimum - facts.contributionMonths },
            facts: { ...facts, contributionMonths: minimum },
          },
        ];
  return { ok: true, formula: { needsCompletion: false, entitle, cliffs } };
}
