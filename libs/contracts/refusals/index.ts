import { caseworkRefusals } from './casework.ts';
import type { RefusalCatalogue } from './catalogue.ts';
import { factRefusals } from './facts.ts';
import { claimRefusals } from './claim.ts';
import { eligibilityRefusals } from './eligibility.ts';
import { filingRefusals } from './filing.ts';
import { financeRefusals } from './finance.ts';
import { identityRefusals } from './identity.ts';
import { institutionRefusals } from './institution.ts';
import { paymentRefusals } from './payment.ts';
import { phoneRefusals } from './phone.ts';
import { platformRefusals } from './platform.ts';
import { policyRefusals } from './policy.ts';
import { rulebookRefusals } from './rulebook.ts';
import { traineeRefusals } from './trainee.ts';

const all = {
  ...platformRefusals,
  ...policyRefusals,
  ...factRefusals,
  ...identityRefusals,
  ...rulebookRefusals,
  ...institutionRefusals,
  ...filingRefusals,
  ...eligibilityRefusals,
  ...traineeRefusals,
  ...phoneRefusals,
  ...caseworkRefusals,
  ...claimRefusals,
  ...financeRefusals,
  ...paymentRefusals,
};

/** Every refusal code of the product with its status and its Chinese and English text. */
export const refusalCatalogue: RefusalCatalogue = all;

export { wordRefusal } from './word-refusal.ts';
export type { RefusalCatalogue };
