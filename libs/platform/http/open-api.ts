import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { completeOpenApi } from './complete-open-api.ts';
import { ProblemResponse } from './problem.response.ts';

/** The OpenAPI 3.1 description of an application's endpoints. */
export function openApiOf(app: NestFastifyApplication, title: string): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('kbt_phone');
  return completeOpenApi(SwaggerModule.createDocument(app, builder.build(), { extraModels: [ProblemResponse] }));
}

/** Serves it at /openapi.json; made when somebody first asks. */
export function publishOpenApi(app: NestFastifyApplication, title: string): void {
  let description: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/openapi.json', () => (description ??= openApiOf(app, title)));
}
