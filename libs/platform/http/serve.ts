import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { config } from '../config/config.ts';
import { tellReady } from '../tell-ready.ts';
import { configureHttp, httpAdapter } from './configure-http.ts';
import { publishOpenApi } from './open-api.ts';

export interface Serving {
  /** Title of the OpenAPI description. */
  readonly title: string;
  /** What is mounted before the routes: the embedded sign-in of the county process. */
  readonly mount?: (app: NestFastifyApplication) => Promise<void>;
}

/** Starts one HTTP process; says so on one line when it listens. */
export async function serve(module: Type, { title, mount }: Serving): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(), { bufferLogs: true });
  app.useLogger(app.get(Logger));
  await configureHttp(app);
  await mount?.(app);
  publishOpenApi(app, title);
  await app.listen(config.port(), config.host());
  tellReady({ title, url: await app.getUrl() });
  return app;
}
