import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../infra/local/folders.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      { readonly get?: { readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }> } }
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** How much there is: lists of nothing; everything there is, of every kind; the least there can be, with the other answer to each yes or no. */
export type Plenty = 'empty' | 'full' | 'scant';

const api = JSON.parse(readFileSync(path.join(root, 'docs/openapi.json'), 'utf8')) as Description;

/** Longer paths of words first: `/v1/tasks/{id}` does not stand for `/v1/tasks/counts`. */
const operations = Object.entries(api.paths)
  .map(([template, { get }]) => ({
    pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    parameters: template.split('{').length,
    schema: get?.responses['200']?.content?.['application/json']?.schema,
  }))
  .sort((one, other) => one.parameters - other.parameters);

/** Texts of a form of their own, by the name of their property. */
const texts: readonly (readonly [name: RegExp, text: string])[] = [
  [/^(day|.*Days|.*On|effectiveFrom)$/, '2024-09-02'],
  [/sha256$|hash$/i, 'ab'.repeat(32)],
  [/^maskedIdNumber$/, '140***********001X'],
  [/^region$/, '140427'],
  [/^role$|^roles$/, 'caseworker'],
  [/^(openingState|completionState)$/, 'draft'],
  [/^stage$/, 'opening'],
  [/^action$|^actions$/, 'approve'],
  [/^mediaType$/, 'application/pdf'],
  [/^slot$/, 'opening-report'],
  [/^pointer$/, '/name'],
  [/^subsidy$/, 'order-training'],
  [/^(key|code|.*Code|number|.*Number|login|id|.*Id)$/, 'KB-2024-000123'],
  [/En$|^en$/, 'Training of care workers'],
];

/** What keeps something from being done, and what is over: with everything there, none of it. */
const ENDS = /^(whyNot|(closed|ended|revoked|withdrawn|cancelled)\w*)$/;

/** The tasks a case screen is seen with, by the last digit of the task. */
const tasks: readonly { readonly stage: string; readonly kind: string; readonly actions: readonly string[] }[] = [
  { stage: 'opening', kind: 'decide', actions: ['approve', 'return', 'refuse'] },
  { stage: 'review', kind: 'decide', actions: ['approve', 'return', 'refuse'] },
  { stage: 'sign-off', kind: 'sign', actions: ['sign', 'return'] },
  { stage: 'finance-review', kind: 'decide', actions: ['approve', 'return'] },
  { stage: 'objection', kind: 'investigate', actions: ['uphold', 'dismiss'] },
];
/** How many of them there are. */
export const TASK_KINDS = tasks.length;

/** Objects the description leaves open. */
const opens: Readonly<Record<string, unknown>> = {
  cells: { name: '张三', idNumber: '140', phone: '1' },
};

/** Every third of a list is another kind. */
const KINDS = 3;

class Example {
  constructor(private readonly plenty: Plenty) {}

  of(schema: Schema, name = '', index = 0): unknown {
    if (schema.$ref !== undefined) return this.of(api.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name, index);
    const choice = schema.allOf ?? schema.oneOf ?? schema.anyOf;
    if (choice) return this.oneOf(choice, name, index);
    const types = [schema.type ?? 'object'].flat();
    if (types.includes('null') && this.isNothing(name)) return null;
    return this.plain(types.find((one) => one !== 'null') ?? 'null', schema, name, index);
  }

  private isNothing(name: string): boolean {
    return ENDS.test(name) !== (this.plenty === 'scant');
  }

  private plain(type: string, schema: Schema, name: string, index: number): unknown {
    if (type === 'array') return this.list(schema.items ?? {}, name);
    if (type === 'object') return this.object(schema, name, index);
    if (type === 'boolean') return this.plenty === 'scant' ? index % 2 === 1 : index % 2 === 0;
    if (type === 'number' || type === 'integer') return typeof schema.example === 'number' ? schema.example : index + 1;
    return this.text(schema, name, index);
  }

  private oneOf(choice: readonly Schema[], name: string, index: number): unknown {
    const isOptional = choice.some(({ type }) => type === 'null');
    const there = choice.find(({ type }) => type !== 'null');
    return there === undefined || (isOptional && this.isNothing(name)) ? null : this.of(there, name, index);
  }

  private list(items: Schema, name: string): readonly unknown[] {
    const kinds = items.enum?.length ?? KINDS;
    return this.plenty === 'empty' ? [] : Array.from({ length: Math.min(kinds, KINDS) }, (_, index) => this.of(items, name, index));
  }

  private object({ properties, additionalProperties }: Schema, name: string, index: number): unknown {
    if (properties)
      return Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, key === 'nextCursor' ? null : this.of(value, key, index)]),
      );
    return opens[name] ?? (typeof additionalProperties === 'object' ? { first: this.of(additionalProperties, name, index) } : {});
  }

  private text(schema: Schema, name: string, index: number): string {
    if (schema.enum) return schema.enum[(this.plenty === 'scant' ? index + 1 : index) % schema.enum.length] ?? '';
    if (schema.format === 'uuid') return `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`;
    if (schema.format === 'date') return `2024-09-0${index + 2}`;
    if (schema.format === 'date-time') return `2024-09-0${index + 2}T01:00:00.000Z`;
    if (typeof schema.example === 'string') return schema.example;
    return texts.find(([pattern]) => pattern.test(name))?.[1] ?? `养老护理员培训（示例 ${index + 1}）`;
  }
}

/**
 * An answer to a GET, made up from the description of the API, so that every screen can be seen with something in it and with nothing.
 * Undefined where the description knows no such answer in JSON.
 */
export function exampleAnswer(pathname: string, plenty: Plenty): unknown {
  const schema = operations.find(({ pattern }) => pattern.test(pathname))?.schema;
  const answer = schema && new Example(plenty).of(schema);
  const task = /^\/v1\/tasks\/0.*(\d)$/.exec(pathname)?.[1];
  return task === undefined ? answer : { ...(answer as object), ...tasks[Number(task)] };
}
