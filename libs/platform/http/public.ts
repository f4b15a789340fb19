import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const PUBLIC_ROUTE = 'kaibantong:public';
/** The same mark in the OpenAPI description, while it is made. */
export const PUBLIC_EXTENSION = 'x-public';

/** Marks a route that needs no sign-in. Every other route does. */
export const Public = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiExtension(PUBLIC_EXTENSION, true));
