import { Role } from '#libs/contracts';

/** Two roles one natural person should not hold at once, and what follows if they do (design section 5). */
export interface RoleConflict {
  readonly role: Role;
  readonly with: Role;
  /** `apart`: whoever does one part of a claim may not do the other. `once`: one person signs a claim once, under whichever role. */
  readonly rule: 'apart' | 'once';
}

const SIGNERS: readonly Role[] = [Role.Caseworker, Role.Reviewer, Role.Leader];
const MONEY: readonly Role[] = [Role.FinanceReviewer, Role.FinanceDisburser];
const OUTSIDE: readonly Role[] = [Role.InstitutionOperator, Role.EvaluationBody];

/** Whose part of a claim a role does; roles of different parts are kept apart. */
function partOf(role: Role): string | undefined {
  if (OUTSIDE.includes(role)) return 'applies';
  if (SIGNERS.includes(role)) return 'signs';
  if (MONEY.includes(role)) return role;
  return role === Role.Auditor ? 'audits' : undefined;
}

/** How two roles of one person get in each other's way; undefined: not at all. */
export function ruleBetween(role: Role, other: Role): RoleConflict['rule'] | undefined {
  const [part, otherPart] = [partOf(role), partOf(other)];
  if (role === other || part === undefined || otherPart === undefined) return undefined;
  if (part !== otherPart) return 'apart';
  return part === 'signs' ? 'once' : undefined;
}

/** What wanted roles conflict with among those a person holds already, the hard ones first. */
export function conflictsOf(wanted: readonly Role[], held: readonly Role[]): readonly RoleConflict[] {
  const all = wanted.flatMap((role) =>
    [...new Set([...held, ...wanted])].flatMap((other): RoleConflict[] => {
      const rule = ruleBetween(role, other);
      return rule === undefined || (wanted.includes(other) && wanted.indexOf(other) < wanted.indexOf(role))
        ? []
        : [{ role, with: other, rule }];
    }),
  );
  return [...all.filter(({ rule }) => rule === 'apart'), ...all.filter(({ rule }) => rule === 'once')];
}
