import type { LineFacts, SubsidyRule } from '#libs/policy';

/** What a line rests on besides its facts. */
export interface LineGround {
  /** `YYYY-MM`, where the line is for months or years. */
  readonly months: readonly string[];
  /** Number of the certificate or contract, where one is given. */
  readonly reference: string | null;
}

function certificateKeys(
  repeats: 'once-per-level' | 'once' | 'each',
  subsidy: string,
  certificate: string,
  reference: string | null,
): string[] {
  switch (repeats) {
    case 'once-per-level':
      return [`certificate:${certificate}`];
    case 'once':
      return [`certificate:${certificate}`, `${subsidy}:once`];
    case 'each':
      return reference === null ? [] : [`certificate-number:${reference}`];
  }
}

function yearsOf(months: readonly string[]): string[] {
  return [...new Set(months.map((month) => month.slice(0, 4)))];
}

/**
 * What a line uses up for its person or unit, so that it is never paid again: a certificate level for ever, in whichever subsidy of certificates
 * (AMB-20), a month (AMB-56), a brand's year (AMB-25), a studio's level (AMB-27), a one-off award. The days of a class are guarded by the class.
 */
export function onceKeysOf(rule: SubsidyRule, subsidy: string, facts: LineFacts, { months, reference }: LineGround): string[] {
  switch (rule.kind) {
    case 'per-certificate':
      return facts.certificate == null || rule.repeats.kind === 'missing'
        ? []
        : certificateKeys(rule.repeats.value, subsidy, facts.certificate, reference);
    case 'individual-level':
      return [`individual:${facts.level ?? ''}`];
    case 'per-month':
    case 'per-year-range':
      return months.map((month) => `${subsidy}:month:${month}`);
    case 'month-tiers':
    case 'capacity-steps':
      return [`${subsidy}:once`];
    case 'per-level':
      return [`${subsidy}:level:${facts.level ?? ''}`];
    case 'per-unit':
      return yearsOf(months).map((year) => `${subsidy}:year:${year}`);
    case 'counts-with-cap':
      return yearsOf(months).map((year) => `${subsidy}:${facts.level ?? ''}:year:${year}`);
    case 'tiered-days':
    case 'daily-rate':
    case 'per-person':
      return reference === null ? [] : [`${subsidy}:reference:${reference}`];
  }
}

/** Kinds that are for months or years, which each subject must name. */
export function needsMonths({ kind }: SubsidyRule): boolean {
  return kind === 'per-month' || kind === 'per-year-range' || kind === 'per-unit' || kind === 'counts-with-cap';
}
