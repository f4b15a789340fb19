import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '#libs/contracts';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { RefusalError } from '../database/refusal-error.ts';
import { readsIdempotencyKey, readsIfMatch } from './api-headers.ts';

export interface AuthenticatedRequest extends FastifyRequest {
  actor?: Actor;
}

/** What every write carries besides its body. */
export interface WriteRequest {
  readonly actor: Actor;
  /** Method and path as sent; a key belongs to one route. */
  readonly route: string;
  readonly key: string;
  readonly bodySha256: Buffer;
}

function actorOf(request: AuthenticatedRequest): Actor {
  if (!request.actor) throw new RefusalError({ code: 'UNAUTHENTICATED' });
  return request.actor;
}

/** The signed-in person of a reading request. */
export const ActorOf = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(context.switchToHttp().getRequest()));

export function sha256Of(body: unknown): Buffer {
  return createHash('sha256')
    .update(canonicalize(body ?? null) ?? 'null')
    .digest();
}

function keyOf(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw new RefusalError({ code: 'IDEMPOTENCY_KEY_MISSING' });
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,255}$/.test(header)) throw new RefusalError({ code: 'IDEMPOTENCY_KEY_INVALID' });
  return header;
}

function writeRequestOf(request: AuthenticatedRequest, actor: Actor): WriteRequest {
  return {
    actor,
    route: `${request.method} ${request.url.split('?')[0] ?? ''}`,
    key: keyOf(request.headers['idempotency-key']),
    bodySha256: sha256Of(request.body),
  };
}

/** Person, key and body hash of a writing request. Multipart bodies are hashed by their controller, which knows the file's hash. */
export const WriteRequestOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): WriteRequest => {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    return writeRequestOf(request, actorOf(request));
  },
  [readsIdempotencyKey],
);

/** The public signs in nowhere; what it writes is kept under this account, by the key it chose. */
const PUBLIC_ACTOR: Actor = {
  accountId: '00000000-0000-7000-8000-000000000000',
  personId: '00000000-0000-7000-8000-000000000000',
  officeId: '00000000-0000-7000-8000-000000000000',
  officeKind: 'institution',
  region: '',
  roles: [],
  authenticatedAt: new Date(0),
  secondFactor: false,
};

/** As `WriteRequestOf`, for a public route. */
export const PublicWriteRequestOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): WriteRequest => writeRequestOf(context.switchToHttp().getRequest(), PUBLIC_ACTOR),
  [readsIdempotencyKey],
);

/** A write of the public that came as an HTML form: its key stood in the form. */
export function publicWrite(request: FastifyRequest, key: string, body: unknown): WriteRequest {
  return {
    actor: PUBLIC_ACTOR,
    route: `${request.method} ${request.url.split('?')[0] ?? ''}`,
    key: keyOf(key),
    bodySha256: sha256Of(body),
  };
}

/** The version the client saw and bases its write on, from If-Match: 428 without it. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = context.switchToHttp().getRequest<AuthenticatedRequest>().headers['if-match'];
    if (header === undefined) throw new RefusalError({ code: 'VERSION_REQUIRED' });
    const match = /^"(\d{1,15})"$/.exec(header);
    if (!match) throw new RefusalError({ code: 'REQUEST_MALFORMED', params: { reason: 'If-Match' } });
    return Number(match[1]);
  },
  [readsIfMatch],
);
