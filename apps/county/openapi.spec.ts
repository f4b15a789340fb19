import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { configureHttp, httpAdapter, openApiOf } from '#libs/platform';
import { testDatabase } from '#libs/testing';
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

interface OperationOf {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: NonNullable<OpenAPIObject['paths'][string]['get']>;
}

function operationsOf({ paths }: OpenAPIObject): readonly OperationOf[] {
  return Object.entries(paths).flatMap(([path, { get, post, put, patch, delete: remove }]) =>
    Object.entries({ get, post, put, patch, delete: remove }).flatMap(([method, operation]) =>
      operation ? [{ name: `${method} ${path}`, method, path, operation }] : [],
    ),
  );
}

describe('the OpenAPI document of the county process', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    await testDatabase();
    app = await NestFactory.create<NestFastifyApplication>(CountyAppModule, httpAdapter(), { logger: ['error'] });
    await configureHttp(app);
  });
  afterAll(async () => {
    await app.close();
  });

  it('is the committed one (KBT_WRITE_OPENAPI=1 writes it anew)', () => {
    const served = `${JSON.stringify(openApiOf(app, 'kaibantong'), null, 2)}\n`;
    if (process.env['KBT_WRITE_OPENAPI'] === '1') writeFileSync(COMMITTED, served);
    expect(JSON.parse(served)).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
    expect(served).toContain('"openapi": "3.1.0"');
  });

  describe('tells of every operation', () => {
    let all: readonly OperationOf[];
    beforeAll(() => {
      all = operationsOf(openApiOf(app, 'kaibantong'));
    });
    const named = (of: (one: OperationOf) => boolean) => all.filter(of).map(({ name }) => name);

    it('what it is, in Chinese and English, under a name of its own', () => {
      expect(named(({ operation }) => !/^\p{Script=Han}.*· .*[a-z]/u.test(operation.summary ?? ''))).toEqual([]);
      expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length);
    });

    it('what it answers, as a schema or a file', () => {
      const isDescribed = (status: string, answer: object) => status === '204' || ('content' in answer && answer.content !== undefined);
      const good = ({ operation }: OperationOf) => Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
      expect(named((one) => good(one).length === 0 || !good(one).every(([status, answer]) => isDescribed(status, answer ?? {})))).toEqual(
        [],
      );
    });

    it('which problems it may answer', () => {
      const lacks = ({ operation }: OperationOf) =>
        ['400', '404', '409', '422', '429', ...(operation.security?.length ? ['401', '403'] : [])].some(
          (status) => !(status in operation.responses),
        );
      expect(named(lacks)).toEqual([]);
    });

    it('that a write takes a key, save those that write nothing of a case or are the same twice', () => {
      const isWithout = ({ path }: OperationOf) => /\/(preview|calculations|search|session(\/[a-z-]+)?)$/.test(path);
      const takesKey = ({ operation }: OperationOf) => operation.parameters?.some((one) => 'name' in one && one.name === 'Idempotency-Key');
      expect(named((one) => one.method !== 'get' && !isWithout(one) && !takesKey(one))).toEqual([]);
    });

    it('that a change of something with a version is based on what was seen', () => {
      const takesVersion = ({ operation }: OperationOf) => operation.parameters?.some((one) => 'name' in one && one.name === 'If-Match');
      expect(named((one) => ['put', 'patch'].includes(one.method) && one.path.startsWith('/v1/') && !takesVersion(one))).toEqual([]);
    });
  });

  it('is what the console’s client was generated from (npm run client)', () => {
    if (process.env['KBT_WRITE_OPENAPI'] === '1') generateClient(CLIENT);
    const fresh = path.join(process.env['KBT_TEST_RUN'] ?? '', 'schema.gen.ts');
    generateClient(fresh);
    expect(readFileSync(CLIENT, 'utf8')).toBe(readFileSync(fresh, 'utf8'));
    rmSync(fresh);
  });
});
