import { type Actor, OfficeKind, Role } from '#libs/contracts';

/** Region codes an office is responsible for begin with this: `140000` → `14`, `140900` → `1409`, `140928` → `140928`. */
export function regionScope(regionCode: string): string {
  return regionCode.replace(/(?:00)+$/, '');
}

const OUTSIDE: ReadonlySet<string> = new Set([OfficeKind.Institution, OfficeKind.EvaluationBody]);

/** Whether the office is an authority (not an institution and not an evaluation body). */
export function isAuthority(actor: Pick<Actor, 'officeKind'>): boolean {
  return !OUTSIDE.has(actor.officeKind);
}

/** System administrators run the system and see no cases (design section 5). */
function seesAnyCase(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.some((role) => role !== Role.SystemAdministrator);
}

/** Whether the actor's office is responsible for `region`. Institutions and evaluation bodies never see by region. */
export function seesRegion(actor: Pick<Actor, 'officeKind' | 'region' | 'roles'>, region: string): boolean {
  return isAuthority(actor) && seesAnyCase(actor) && region.startsWith(regionScope(actor.region));
}

/**
 * Whether the actor may see what belongs to an institution (or evaluation body) of `region`: the institution itself,
 * and authorities of the region unless the person has declared an interest in it. Answer 404 when false.
 */
export function seesInstitution(
  actor: Pick<Actor, 'officeKind' | 'region' | 'roles' | 'institutionId' | 'conflictingInstitutions'>,
  institutionId: string,
  region: string,
): boolean {
  if (!isAuthority(actor)) return actor.institutionId === institutionId && seesAnyCase(actor);
  return seesRegion(actor, region) && !(actor.conflictingInstitutions ?? []).includes(institutionId);
}

/** What {@link seesInstitution} says, as values for a WHERE clause. */
export interface Sight {
  /** `starts_with(region, $regionScope)`; undefined: not by region. */
  readonly regionScope?: string;
  /** `institution_id = $institutionId`; undefined: not by institution. */
  readonly institutionId?: string;
  /** `institution_id <> all($hidden)`: institutions the person has declared an interest in. */
  readonly hidden: readonly string[];
}

/** The actor's sight for set-based SQL; undefined when the actor sees no case at all. */
export function sightOf(
  actor: Pick<Actor, 'officeKind' | 'region' | 'roles' | 'institutionId' | 'conflictingInstitutions'>,
): Sight | undefined {
  if (!seesAnyCase(actor)) return undefined;
  const hidden = actor.conflictingInstitutions ?? [];
  if (isAuthority(actor)) return { regionScope: regionScope(actor.region), hidden };
  return actor.institutionId === undefined ? undefined : { institutionId: actor.institutionId, hidden: [] };
}
