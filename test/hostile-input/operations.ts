import type { OpenAPIObject } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Method } from '#libs/testing';

export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

/** A property anywhere in a body. */
export interface Place {
  readonly pointer: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** An operation of the API as its description tells it, with a body that might pass. */
export interface Operation {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly query: readonly string[];
  readonly readsVersion: boolean;
  readonly readsKey: boolean;
  readonly takesFile: boolean;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly places: readonly Place[];
}

const document = JSON.parse(readFileSync(path.join(__dirname, '../../docs/openapi.json'), 'utf8')) as OpenAPIObject;

function resolve(schema: Schema = {}): Schema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  return name === undefined ? schema : (document.components?.schemas?.[name] as Schema);
}

export function typeOf(schema: Schema): string {
  return [schema.type ?? []].flat().find((one) => one !== 'null') ?? 'string';
}

function sample(given: Schema | undefined): unknown {
  const schema = resolve(given);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'uuid') return randomUUID();
  if (schema.format === 'date') return '2026-03-16';
  if (schema.format === 'date-time') return '2026-03-16T08:30:00+08:00';
  switch (typeOf(schema)) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sample(inner)]));
    case 'array':
      return [sample(schema.items)];
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    default:
      return '养老护理员一班';
  }
}

function placesOf(given: Schema | undefined, at = ''): readonly Place[] {
  const schema = resolve(given);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const pointer = `${at}/${name}`;
    return [{ pointer, schema: resolve(inner), isRequired: schema.required?.includes(name) ?? false }, ...placesOf(inner, pointer)];
  });
  return [...own, ...(schema.items && schema.example === undefined ? placesOf(schema.items, `${at}/0`) : [])];
}

function headersOf(operation: NonNullable<OpenAPIObject['paths'][string]['get']>, place: 'query' | 'header'): readonly string[] {
  return (operation.parameters ?? []).flatMap((one) => ('name' in one && one.in === place ? [one.name] : []));
}

/** Every operation of /v1; the stream of events is no answer that ends, so it is left out. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([at, { get, post, put, patch, delete: remove }]) =>
  Object.entries({ GET: get, POST: post, PUT: put, PATCH: patch, DELETE: remove }).flatMap(([method, operation]) => {
    if (!operation || !at.startsWith('/v1/') || at === '/v1/live') return [];
    const content = operation.requestBody && 'content' in operation.requestBody ? operation.requestBody.content : {};
    const schema = content['application/json']?.schema as Schema | undefined;
    const headers = headersOf(operation, 'header');
    return [
      {
        ...{ name: `${method} ${at}`, method: method as Method, path: at, query: headersOf(operation, 'query') },
        ...{ readsVersion: headers.includes('If-Match'), readsKey: headers.includes('Idempotency-Key') },
        ...{ takesFile: 'multipart/form-data' in content, places: placesOf(schema) },
        ...(schema === undefined ? {} : { body: sample(schema) as Record<string, unknown> }),
      },
    ];
  }),
);

type Node = Record<string, unknown>;

/** The body with another value at a place, or without it. */
export function spoiled(body: Readonly<Node>, pointer: string, value?: { readonly is: unknown }): Node {
  const copy = structuredClone(body) as Node;
  const names = pointer.slice(1).split('/');
  const last = names.pop() ?? '';
  const parent = names.reduce<Node | undefined>((node, name) => node?.[name] as Node | undefined, copy);
  if (parent && value) parent[last] = value.is;
  else if (parent) Reflect.deleteProperty(parent, last);
  return copy;
}
