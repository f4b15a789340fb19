import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { configureHttp, httpAdapter, openApiOf } from '#libs/platform';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { CountyAppModule } from './county-app.module.ts';

const ROOT = path.join(__dirname, '../..');
const COMMITTED = path.join(ROOT, 'docs/openapi.json');
const CLIENT = path.join(ROOT, 'apps/console/src/api/schema.gen.ts');

/** As `npm run client`. */
function generateClient(target: string): void {
  execFileSync(process.execPath, [path.join(ROOT, 'node_modules/openapi-typescript/bin/cli.js'), COMMITTED, '-o', target], {
    stdio: 'pipe',
  });
}

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

  it('is what the console’s client was generated from (npm run client)', () => {
    if (process.env['KBT_WRITE_OPENAPI'] === '1') generateClient(CLIENT);
    const fresh = path.join(process.env['KBT_TEST_RUN'] ?? '', 'schema.gen.ts');
    generateClient(fresh);
    expect(readFileSync(CLIENT, 'utf8')).toBe(readFileSync(fresh, 'utf8'));
    rmSync(fresh);
  });
});
