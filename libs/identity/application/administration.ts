import { type Actor, Role } from '#libs/contracts';
import { regionScope } from '../domain/sight.ts';

/** The regions whose people the actor administers, as a code prefix ('' is everywhere); undefined: none. */
export function administeredScope(actor: Pick<Actor, 'roles' | 'region'>): string | undefined {
  if (actor.roles.includes(Role.SystemAdministrator)) return '';
  return actor.roles.includes(Role.CountyAdministrator) ? regionScope(actor.region) : undefined;
}

/** Whether the actor administers the people of `region`. */
export function administers(actor: Pick<Actor, 'roles' | 'region'>, region: string): boolean {
  const scope = administeredScope(actor);
  return scope !== undefined && region.startsWith(scope);
}

/**
 * Whether an administrator may hand out (or take away) this role there. Nobody makes an equal or a superior: county administrators are
 * made from a region above, system administrators by system administrators.
 */
export function mayHandOut(actor: Pick<Actor, 'roles' | 'region'>, role: Role, region: string): boolean {
  if (actor.roles.includes(Role.SystemAdministrator)) return true;
  if (role === Role.SystemAdministrator) return false;
  return role !== Role.CountyAdministrator || regionScope(region).length > regionScope(actor.region).length;
}
