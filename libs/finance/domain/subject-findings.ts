import { factFields, type Refusal, type SubsidyRule } from '#libs/policy';
import type { SubjectRow } from '../persistence/subject.query.ts';
import type { ClaimBasis } from './claim-basis.ts';
import { declarableFacts } from './declared-facts.ts';
import type { FactRow } from './fact-row.ts';
import { needsMonths } from './once-keys.ts';
import { payeeKindOf } from './payee-kind.ts';

/** So many persons are named one by one; the rest see the same when these are mended. */
const NAMED = 200;

/** What is missing of the persons or units themselves: facts only the applicant knows, the period, the account of who is paid itself. */
export function subjectFindings(
  { rule, basis }: { readonly rule: SubsidyRule; readonly basis: ClaimBasis },
  facts: readonly FactRow[],
  subjects: readonly SubjectRow[],
): Refusal[] {
  if (facts.length === 0) return [{ code: 'CLAIM_NOBODY', pointer: '/subjects' }];
  const { needs } = declarableFacts(rule, basis);
  const accounts = new Set(subjects.filter(({ hasAccount }) => hasAccount).map(({ personId }) => personId));
  const isPaid = payeeKindOf(rule) === 'subject';
  const findings = facts.flatMap((row, index): Refusal[] => {
    const at = `/subjects/${index}`;
    const line = index + 1;
    const missing = needs
      .filter((name) => row[name] === undefined)
      .map((name): Refusal => {
        const { zh, en } = factFields[name];
        return { code: 'FACT_MISSING', pointer: `${at}/facts/${name}`, params: { field: name, label: zh, labelEn: en } };
      });
    if (needsMonths(rule) && row.fromMonth === null)
      missing.push({ code: 'PERIOD_MISSING', pointer: `${at}/period`, params: { row: line } });
    if (isPaid && !accounts.has(row.personId)) missing.push({ code: 'ACCOUNT_MISSING', pointer: `${at}/account`, params: { row: line } });
    return missing;
  });
  return findings.slice(0, NAMED);
}
