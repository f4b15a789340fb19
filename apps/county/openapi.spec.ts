import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { configureHttp, httpAdapter, openApiOf } from '#libs/platform';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { CountyAppModule } from './county-app.module.ts';

const COMMITTED = path.join(__dirname, '../../docs/openapi.json');

describe('the OpenAPI document of the county process', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await testDatabase();
    app = await NestFactory.create<NestFastifyApplication>(CountyAppModule, httpAdapter(), { logger: ['error'] });
    await configureHttp(app);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is the committed one (KBT_WRITE_OPENAPI=1 writes it anew)', () => {
    const served = `${JSON.stringify(openApiOf(app, 'kaibantong'), null, 2)}\n`;
    if (process.env['KBT_WRITE_OPENAPI'] === '1') writeFileSync(COMMITTED, served);
    expect(JSON.parse(served)).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
    expect(served).toContain('"openapi": "3.1.0"');
  });
});
