import { OfficeKind, Role, type Actor } from '#libs/contracts';
import { seesRegion } from '#libs/identity';

/** Who keeps the register of institutions and proposes where their money goes; the database asks again. */
export const registrarRoles = [Role.CountyAdministrator, Role.Caseworker] as const;
/** Who confirms, as the second person, where an institution's money goes. */
export const confirmerRoles = [Role.CountyAdministrator, Role.Leader] as const;

/** Whether the actor acts for a human-resources office responsible for the region: other authorities keep no register. */
export function isRegistrarOf(actor: Actor, region: string): boolean {
  return actor.officeKind === OfficeKind.HumanResources && seesRegion(actor, region);
}
