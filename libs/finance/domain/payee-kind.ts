import type { Payee, SubsidyRule } from '#libs/policy';

/** Who gets the money of a rule (AMB-58): the institution, enterprise or organizer that claims, or each person, studio or brand itself. */
const THEMSELVES: ReadonlySet<Payee> = new Set<Payee>(['person', 'studio', 'brand']);

/** Where nobody says the payee, the claim is held before anything is paid; until then it is the applicant's. */
export function payeeKindOf({ payee }: SubsidyRule): 'applicant' | 'subject' {
  return payee.kind !== 'missing' && THEMSELVES.has(payee.value) ? 'subject' : 'applicant';
}
