import { administrationDesk } from './administration/desk.ts';
import { caseworkDesk } from './casework/desk.ts';
import type { Desk } from './desk.ts';
import { evaluationDesk } from './evaluation/desk.ts';
import { financeDesk } from './finance/desk.ts';
import { institutionDesk } from './institution/desk.ts';

/** Every desk, in the order of the navigation. */
export const desks: readonly Desk[] = [caseworkDesk, financeDesk, institutionDesk, evaluationDesk, administrationDesk];
