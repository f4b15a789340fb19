import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Refusal } from '#libs/policy';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { config } from '../config/config.ts';
import { RefusalError } from '../database/refusal-error.ts';
import { AnswerInterceptor } from './answer.interceptor.ts';
import { ProblemFilter } from './problem.filter.ts';
import { RequestPipe } from './request-pipe.ts';
import { findUnstorable, isTooDeep } from './storable-text.ts';

const MAX_JSON_BYTES = 1_048_576;
/** Materials are capped at 20 MiB (issue 3 section 4). */
const MAX_FILE_BYTES = 20 * 1_048_576;
const MINUTE_MS = 60_000;

/** What nothing behind it could take: forms where JSON belongs (pages of other sites can send those), bodies without end, text no row can hold. */
function refusalOfRequest({ url, headers, body, query, params }: FastifyRequest): Refusal | undefined {
  const isForm = /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '');
  if (isForm && url.startsWith('/v1/')) return { code: 'MEDIA_TYPE_UNSUPPORTED' };
  if (isTooDeep(body) || isTooDeep(query)) return { code: 'REQUEST_MALFORMED', params: { reason: 'nesting' } };
  const pointer = findUnstorable(body) ?? findUnstorable(query) ?? findUnstorable(params);
  return pointer === undefined ? undefined : { code: 'TEXT_UNSTORABLE', pointer };
}

export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: false,
    bodyLimit: MAX_JSON_BYTES,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
}

/** The conventions of every HTTP process: problem documents, strict bodies, answers with ETag, limits, security headers. */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyHelmet, { contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 10, fieldSize: 10_000 } });
  await app.register(fastifyRateLimit, {
    max: config.requestsPerMinute(),
    timeWindow: MINUTE_MS,
    allowList: (request) => request.url === '/healthz' || request.url === '/readyz',
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preValidation', (request, _reply, done) => {
    const refusal = refusalOfRequest(request);
    done(refusal && (new RefusalError(refusal) as Error));
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-request-id', request.id);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store'); // only files whose name is their hash say otherwise
    done(null, payload);
  });
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalInterceptors(new AnswerInterceptor());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
}
