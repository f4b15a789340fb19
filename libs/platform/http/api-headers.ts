import { ApiHeader, type ApiHeaderOptions } from '@nestjs/swagger';

/** Documents a request header on every route whose handler takes a parameter decorated so: what a handler reads is what its description says. */
function reads(header: ApiHeaderOptions): ParameterDecorator {
  return (target, method) => {
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method !== undefined && descriptor) ApiHeader(header)(target, method, descriptor);
  };
}

export const IDEMPOTENCY_KEY = 'Idempotency-Key';
export const IF_MATCH = 'If-Match';

export const readsIdempotencyKey = reads({
  name: IDEMPOTENCY_KEY,
  required: true,
  description: '幂等键：同键同内容返回首次答复 · whoever repeats key and body gets the first answer',
  schema: { type: 'string', minLength: 8, maxLength: 255, pattern: String.raw`^[\x21-\x7e]+$` },
});

export const readsIfMatch = reads({
  name: IF_MATCH,
  required: true,
  description: '所见版本的 ETag · the ETag of the version you saw',
  schema: { type: 'string', pattern: String.raw`^"\d{1,15}"$` },
});

/** For the description of an answer that carries the version of what it shows. */
export const ETAG = {
  ETag: { description: '版本，修改时放入 If-Match · version, for If-Match of a change', schema: { type: 'string', example: '"1"' } },
} as const;
