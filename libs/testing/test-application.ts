import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { configureHttp, Database, httpAdapter, openApiOf, type Tx } from '#libs/platform';
import {
  actorToken,
  IDENTITY_DATABASE,
  IdentityGuardModule,
  IdentityModule,
  mountOidcProvider,
  seedIdentity,
  type TestTokenOptions,
} from '#libs/identity';
import { testDatabase, type TestDatabase } from './database.ts';
import { DescribedAnswers } from './described-answers.ts';

@Module({ imports: [IdentityGuardModule.forRole('identity'), IdentityModule] })
class TestRoot {}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  readonly headers?: Record<string, string>;
}

export interface Answered {
  readonly status: number;
  // The shape is what each test is about.
  readonly body: Record<string, unknown>;
  readonly bytes: Buffer;
  readonly headers: Headers;
}

/** The identity endpoints and the provider, listening on a free port over a test database of their own with the demonstration world. */
export class TestApplication {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly test: TestDatabase,
    readonly database: Database,
    readonly url: string,
    private readonly described: DescribedAnswers,
  ) {}

  /** @param modules further modules to serve, beside identity's own. */
  static async start(modules: NonNullable<DynamicModule['imports']> = []): Promise<TestApplication> {
    const test = await testDatabase();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    process.env['PUBLIC_URL'] = url;
    const app = await NestFactory.create<NestFastifyApplication>({ module: TestRoot, imports: modules }, httpAdapter(), {
      logger: ['error', 'warn'],
    });
    await configureHttp(app);
    const database = app.get<Database>(IDENTITY_DATABASE, { strict: false });
    await database.transaction(seedIdentity);
    await mountOidcProvider(app);
    await app.listen(port, '127.0.0.1');
    return new TestApplication(app, test, database, url, new DescribedAnswers(openApiOf(app, 'test')));
  }

  get issuer(): string {
    return `${this.url}/oidc`;
  }

  /** Calls as a demonstration account. */
  async as(login: string, method: Method, path: string, body?: object, options: TestTokenOptions & RequestOptions = {}): Promise<Answered> {
    const { headers, ...token } = options;
    return this.call(method, path, { ...(await this.headersOf(login, token)), ...headers }, body);
  }

  async headersOf(login: string, options: TestTokenOptions = {}): Promise<Record<string, string>> {
    return { ...(await actorToken(this.database, login, options)) };
  }

  /** Looks at, or plants, what no role of ours may. */
  async asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const owner = new Database('identity', [], this.test.admin);
    return owner.transaction(work).finally(() => owner.close());
  }

  /** Sends one request; every write gets an Idempotency-Key of its own unless `headers` names one. A FormData body is sent as multipart. */
  async call(method: Method, path: string, headers: Record<string, string>, body?: object): Promise<Answered> {
    const isForm = body instanceof FormData;
    const json = body === undefined || isForm ? {} : { 'content-type': 'application/json' };
    const key = method === 'GET' ? {} : { 'idempotency-key': headers['idempotency-key'] ?? randomUUID() };
    const text = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
    return this.read(method, path, await fetch(`${this.url}${path}`, { method, headers: { ...headers, ...json, ...key }, ...text }));
  }

  /** Sends a body as it is, whatever it is. */
  async raw(method: Method, path: string, headers: Record<string, string>, body: string): Promise<Answered> {
    return this.read(method, path, await fetch(`${this.url}${path}`, { method, headers, ...(method === 'GET' ? {} : { body }) }));
  }

  /** Every answer is held against the description of the API: a client gets what it was told. */
  private async read(method: Method, path: string, response: Response): Promise<Answered> {
    const { status, headers } = response;
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = /json/u.test(headers.get('content-type') ?? '');
    const body = isJson ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {};
    const differences = isJson ? this.described.differences(method, path, status, body) : [];
    if (differences.length > 0) throw new Error(`${method} ${path} answers what is not described: ${differences.slice(0, 5).join('; ')}`);
    return { status, body, bytes, headers };
  }

  async stop(): Promise<void> {
    await this.app.close();
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
