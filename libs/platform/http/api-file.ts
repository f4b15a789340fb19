import { ApiOkResponse } from '@nestjs/swagger';

/** Documents an answer that is a file of one of these media types. */
export function ApiFile(...mediaTypes: readonly string[]): MethodDecorator {
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
  return ApiOkResponse({ description: '文件 · a file', content });
}
