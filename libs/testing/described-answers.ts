import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of a JSON schema as our response classes make. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

interface Answer {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Answer>>;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function isOfType(value: unknown, types: readonly string[]): boolean {
  const type = typeOf(value);
  return types.includes(type) || (type === 'number' && types.includes('integer') && Number.isInteger(value));
}

/** Holds answers against the description of the API: what a client is told must be what it gets. */
export class DescribedAnswers {
  private readonly routes: readonly (readonly [method: string, pattern: RegExp, operation: Operation])[];

  constructor(private readonly document: OpenAPIObject) {
    // Fixed paths before those with parameters: /claims/preview is no claim.
    const described = document.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    const paths = Object.entries(described).sort(([one], [other]) => one.split('{').length - other.split('{').length);
    this.routes = paths.flatMap(([path, { get, post, put, patch, delete: remove }]) => {
      const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      return Object.entries({ GET: get, POST: post, PUT: put, PATCH: patch, DELETE: remove }).flatMap(([method, operation]) =>
        operation ? [[method, pattern, operation] as const] : [],
      );
    });
  }

  /** Where a JSON answer is not what the description says; nothing for paths it does not describe. */
  differences(method: string, path: string, status: number, body: unknown): readonly string[] {
    const bare = path.split('?')[0] ?? '';
    const operation = this.routes.find(([of, pattern]) => of === method && pattern.test(bare))?.[2];
    if (!operation) return [];
    const answer = this.resolve(operation.responses[String(status)]);
    if (!answer) return [`the status ${status} is not described`];
    const content = answer.content?.['application/json'] ?? answer.content?.['application/problem+json'];
    return content?.schema ? this.compare(content.schema, body, '') : ['a JSON answer is not described'];
  }

  private resolve<Of extends { $ref?: string }>(of: Of | undefined): Of | undefined {
    if (of?.$ref === undefined) return of;
    const [kind = '', name = ''] = of.$ref.split('/').slice(-2);
    return (this.document.components as Record<string, Record<string, Of>> | undefined)?.[kind]?.[name];
  }

  private compare(given: Schema, value: unknown, at: string): string[] {
    const schema = this.resolve(given) ?? given;
    const options = schema.anyOf ?? schema.oneOf;
    if (options) return this.compareAny(options, value, at);
    if (schema.allOf) return schema.allOf.flatMap((part) => this.compare(part, value, at));
    const types = [schema.type ?? []].flat();
    if (types.length > 0 && !isOfType(value, types)) return [`${at}: ${typeOf(value)} instead of ${types.join(' or ')}`];
    if (value !== null && schema.enum && !schema.enum.includes(value))
      return [`${at}: ${JSON.stringify(value)} is none of the enumeration`];
    if (Array.isArray(value))
      return value.flatMap((item, index) => (schema.items ? this.compare(schema.items, item, `${at}/${index}`) : []));
    return typeOf(value) === 'object' ? this.compareObject(schema, value as Record<string, unknown>, at) : [];
  }

  private compareAny(options: readonly Schema[], value: unknown, at: string): string[] {
    const found = options.map((option) => this.compare(option, value, at));
    return found.some((one) => one.length === 0) ? [] : (found.sort((one, other) => one.length - other.length)[0] ?? []);
  }

  private compareObject({ properties, required = [], additionalProperties }: Schema, value: Record<string, unknown>, at: string): string[] {
    const missing = required.filter((name) => !(name in value)).map((name) => `${at}/${name} is missing`);
    const rest = Object.entries(value).flatMap(([name, inner]) => {
      const of = properties?.[name];
      if (of) return this.compare(of, inner, `${at}/${name}`);
      return properties && (additionalProperties === undefined || additionalProperties === false) ? [`${at}/${name} is not described`] : [];
    });
    return [...missing, ...rest];
  }
}
