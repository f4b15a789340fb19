import { Role } from '#libs/contracts';

/** Institutions and enterprises, and evaluation bodies: whoever runs classes or organises certificates claims (AMB-58). */
export const APPLICANTS = [Role.InstitutionOperator, Role.EvaluationBody] as const;
