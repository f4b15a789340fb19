import type { OpenAPIObject } from '@nestjs/swagger';
import { getSchemaPath } from '@nestjs/swagger';
import { IDEMPOTENCY_KEY, IF_MATCH } from './api-headers.ts';
import { ProblemResponse } from './problem.response.ts';
import { PUBLIC_EXTENSION } from './public.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
const IDS = new Set(['id', 'material', 'override', 'change']);

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

/** What each status of a problem document means, whoever answers it. */
const problems: Readonly<Record<string, readonly [name: string, words: string]>> = {
  400: ['Malformed', '请求格式或字段不正确 · the request or a field is malformed'],
  401: ['Unauthenticated', '未登录或登录已过期 · not signed in, or not any more'],
  403: ['Forbidden', '当前岗位无此权限 · not for this role'],
  404: ['Unknown', '不存在，或不在您的范围内 · not there, or not yours to see'],
  409: ['Conflict', '与当前状态冲突 · in conflict with the present state'],
  412: ['Stale', '版本已变化 · the version has changed'],
  413: ['TooLarge', '内容过大 · too large'],
  415: ['MediaTypeUnsupported', '内容类型不受支持 · media type not supported'],
  422: ['Refused', '不符合规定 · against a rule'],
  428: ['VersionRequired', '缺少 If-Match · If-Match is missing'],
  429: ['TooMany', '请求过于频繁 · too many requests'],
};

function reads(operation: Operation, header: string): boolean {
  return (operation.parameters ?? []).some((one) => !('$ref' in one) && one.in === 'header' && one.name === header);
}

function problemsOf(operation: Operation): readonly string[] {
  const when: readonly (readonly [boolean, readonly string[]])[] = [
    [true, ['400', '404', '409', '422', '429']],
    [(operation.security ?? []).length > 0, ['401', '403']],
    [reads(operation, IF_MATCH), ['412', '428']],
    [operation.requestBody !== undefined, ['413', '415']],
  ];
  return when.flatMap(([applies, statuses]) => (applies ? statuses : []));
}

/** Every id in a path is a UUID (ParseUUIDPipe). */
function describeIds({ parameters = [] }: Operation): void {
  for (const one of parameters)
    if (!('$ref' in one) && one.in === 'path' && IDS.has(one.name)) one.schema = { type: 'string', format: 'uuid' };
}

/** A page of a list tells where the next one is (RFC 8288). */
function describeLink({ parameters = [], responses }: Operation): void {
  if (!parameters.some((one) => !('$ref' in one) && one.in === 'query' && one.name === 'cursor')) return;
  const answer = responses['200'];
  if (!answer || '$ref' in answer || !('application/json' in (answer.content ?? {}))) return;
  answer.headers = { ...answer.headers, Link: { description: '下一页的地址 · the next page (RFC 8288)', schema: { type: 'string' } } };
}

function complete(operation: Operation & { [PUBLIC_EXTENSION]?: unknown }): void {
  describeIds(operation);
  describeLink(operation);
  if (PUBLIC_EXTENSION in operation) {
    delete operation[PUBLIC_EXTENSION];
    operation.security = (operation.security ?? []).filter((one) => !('bearer' in one));
  }
  if (reads(operation, IDEMPOTENCY_KEY)) {
    for (const answer of Object.values(operation.responses)) {
      if (!answer || '$ref' in answer) continue;
      answer.headers = { ...answer.headers, 'Idempotency-Replayed': { schema: { type: 'string', enum: ['true'] } } };
    }
  }
  for (const status of problemsOf(operation)) {
    operation.responses[status] ??= { $ref: `#/components/responses/${problems[status]?.[0] ?? ''}` };
  }
}

/** Adds to a description what holds for every operation: the problem documents it may answer with, and the sign of a repeated answer. */
export function completeOpenApi(document: OpenAPIObject): OpenAPIObject {
  const schema = { $ref: getSchemaPath(ProblemResponse) };
  const responses: Responses = Object.fromEntries(
    Object.values(problems).map(([name, description]) => [name, { description, content: { 'application/problem+json': { schema } } }]),
  );
  document.components = { ...document.components, responses };
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths)) {
    for (const operation of [get, post, put, patch, remove]) if (operation) complete(operation);
  }
  return document;
}
