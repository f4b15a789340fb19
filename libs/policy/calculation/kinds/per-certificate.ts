import type { Facts } from '../facts.ts';
import { due, excluded, heldFor, plainFormula, times, type Entitlement, type FormulaResult } from '../formula.ts';
import type { PerCertificateRule } from '../subsidy-rule.ts';
import { sourceOf, valuesOf } from '../values.ts';

/** 评价取证补贴 by level or kind: repeats, first certificates and insured persons as the policy says; a level without a rate is held (AMB-20..24). */
export function perCertificate(rule: PerCertificateRule): FormulaResult {
  const { fenPerCertificate, firstTimeOnly, repeats, excludeInsured } = rule;
  const values = valuesOf({ fenPerCertificate, firstTimeOnly, repeats, excludeInsured });
  if (!values.ok) return values;
  const said = values.value;
  const firstOnly = new Set(said.firstTimeOnly);
  const paid = new Map<string, Entitlement>();
  for (const [certificate, fen] of Object.entries(said.fenPerCertificate)) {
    const step = times(fenPerCertificate, { rule: 'per-certificate', inputs: { certificate }, n: 1, fen });
    paid.set(certificate, due(step.resultFen, [step]));
  }
  const entitle = ({ certificate, subsidised, isFirst, isInsured, qualifiesForIndividual }: Facts): Entitlement => {
    if (certificate === null) return excluded('NO_CERTIFICATE', rule.clause);
    if (said.excludeInsured && isInsured && qualifiesForIndividual)
      return excluded('QUALIFIES_FOR_INDIVIDUAL', sourceOf(excludeInsured, rule.clause));
    if (said.repeats === 'once' && subsidised.length > 0) return excluded('SUBSIDISED_BEFORE', sourceOf(repeats, rule.clause));
    if (said.repeats === 'once-per-level' && subsidised.includes(certificate))
      return excluded('LEVEL_SUBSIDISED_BEFORE', sourceOf(repeats, rule.clause));
    if (firstOnly.has(certificate) && !isFirst) return excluded('NOT_FIRST_CERTIFICATE', sourceOf(firstTimeOnly, rule.clause));
    return paid.get(certificate) ?? heldFor(`fenPerCertificate.${certificate}`, `${rule.title}：未列明该证书的标准`);
  };
  return { ok: true, formula: { ...plainFormula, entitle } };
}
