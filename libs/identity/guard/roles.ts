import { SetMetadata } from '@nestjs/common';
import type { Role } from '#libs/contracts';

export const REQUIRED_ROLES = 'kaibantong:roles';
export const WITHOUT_OFFICE = 'kaibantong:without-office';

/** Any one of these roles may use the route; everybody else is answered 403. Without it, any role may. */
export const Roles = (...roles: Role[]): MethodDecorator & ClassDecorator => SetMetadata(REQUIRED_ROLES, roles);

/** The route serves a signed-in person who has not chosen an office yet; it reads `SignedInOf()`, not `ActorOf()`. */
export const WithoutOffice = (): MethodDecorator & ClassDecorator => SetMetadata(WITHOUT_OFFICE, true);
