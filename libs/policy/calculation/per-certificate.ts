import { formatYuan } from '../money/format-yuan.ts';
import type { Calculation, CalculationLine, CalculationStep, PersonFacts } from './calculation.ts';
import { calculationOf, excludedLine, heldCalculation, valuesOf } from './calculation-parts.ts';
import type { PerCertificateRule } from './subsidy-rule.ts';

interface Values extends Record<string, unknown> {
  readonly fenPerCertificate: Readonly<Record<string, number>>;
  readonly firstTimeOnly: readonly string[];
}

/** What the persons' certificates need that the policy does not say: held, never paid as 0 (SUB-HG24-12). */
function unstated(persons: readonly PersonFacts[], amounts: Values['fenPerCertificate'], title: string): Calculation['held'] {
  const keys = new Set(
    persons.flatMap(({ certificate }) => (certificate && !Object.hasOwn(amounts, certificate.key) ? [certificate.key] : [])),
  );
  return [...keys].map((key) => ({ name: `fenPerCertificate.${key}`, reason: title }));
}

/** 评价取证补贴: by level or kind, once a level for a person (AMB-20), some only for the first certificate (AMB-21). */
export function perCertificate(rule: PerCertificateRule, persons: readonly PersonFacts[]): Calculation {
  const { fenPerCertificate, firstTimeOnly, clause, title } = rule;
  const values = valuesOf<Values>({ fenPerCertificate, firstTimeOnly });
  if (!values.ok) return heldCalculation(persons, values.held);
  const held = unstated(persons, values.value.fenPerCertificate, title);
  if (held.length > 0) return heldCalculation(persons, held);
  const firstOnly = new Set(values.value.firstTimeOnly);
  const steps = new Map<string, CalculationStep>(
    Object.entries(values.value.fenPerCertificate).map(([key, fen]) => [
      key,
      {
        rule: 'per-certificate',
        inputs: { certificate: key },
        arithmetic: `1 × ${formatYuan(BigInt(fen))}`,
        resultFen: BigInt(fen),
        clause,
        kind: fenPerCertificate.kind,
      },
    ]),
  );
  const lines = persons.map(({ ref, certificate, subsidised }): CalculationLine => {
    const step = certificate === null ? undefined : steps.get(certificate.key);
    if (certificate === null || !step) return excludedLine(ref, 'NO_CERTIFICATE', clause);
    if (subsidised.includes(certificate.key)) return excludedLine(ref, 'LEVEL_SUBSIDISED_BEFORE', clause);
    if (firstOnly.has(certificate.key) && !certificate.isFirst) return excludedLine(ref, 'NOT_FIRST_CERTIFICATE', clause);
    return { ref, amountFen: step.resultFen, steps: [step] };
  });
  return calculationOf(persons, lines, { isFullPay: true });
}
