import { SetMetadata } from '@nestjs/common';

export const PUBLIC_ROUTE = 'kaibantong:public';

/** Marks a route that needs no sign-in. Every other route does. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);
