import { OfficeKind, Role } from '#libs/contracts';
import type { Me } from '../../../app/session/session.ts';

/** Whether somebody keeps the register of institutions: the server asks again, and the database after it. */
export function mayRegister({ office, roles }: Me): boolean {
  return office.officeKind === OfficeKind.HumanResources && (roles.includes(Role.CountyAdministrator) || roles.includes(Role.Caseworker));
}
