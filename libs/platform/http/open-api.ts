import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI 3.1 description of an application's endpoints. */
export function openApiOf(app: NestFastifyApplication, title: string): OpenAPIObject {
  const builder = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle(title).setVersion('1').addBearerAuth();
  return SwaggerModule.createDocument(app, builder.build());
}

/** Serves it at /openapi.json, and readable at /docs. */
export function publishOpenApi(app: NestFastifyApplication, title: string): void {
  SwaggerModule.setup('docs', app, () => openApiOf(app, title), { jsonDocumentUrl: 'openapi.json' });
}
