import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { nextLink } from './next-link.ts';
import type { Answer, WrittenAnswer } from './writes.ts';

function isAnswer(value: unknown): value is Answer & Partial<WrittenAnswer> {
  return typeof value === 'object' && value !== null && 'body' in value && Object.keys(value).every((key) => ANSWER_KEYS.has(key));
}

const ANSWER_KEYS = new Set(['body', 'status', 'version', 'replayed']);

/** Turns an Answer into status, ETag and body. A handler may also return a plain body; a page of a list tells where the next one is. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((value: unknown) => {
        if (!isAnswer(value)) {
          const link = nextLink(http.getRequest<FastifyRequest>().url, value);
          if (link !== undefined) reply.header('link', link);
          return value;
        }
        if (value.status !== undefined) reply.status(value.status);
        if (value.version !== undefined) reply.header('etag', `"${value.version}"`);
        if (value.replayed) reply.header('idempotency-replayed', 'true');
        return value.body;
      }),
    );
  }
}
