import { typeOf, type Schema } from './operations.ts';

const LONG = '长'.repeat(20_000);
const NOT_TEXT: readonly unknown[] = [17, true, {}, [], [['a']]];

/** What a place of this description never takes, whatever the use case thinks of it. */
export function wrongValues(schema: Schema): readonly unknown[] {
  const { format } = schema;
  if (schema.oneOf) return [];
  if (schema.enum) return [...NOT_TEXT, '', 'surprise', LONG];
  switch (typeOf(schema)) {
    case 'object':
      return ['x', 1, true, [], [[]]];
    case 'array':
      return ['x', 1, {}, { length: 1e9 }, { 0: 'a' }];
    case 'number':
    case 'integer':
      return ['many', '', {}, [], true, 1e300, -1e300];
    case 'boolean':
      return ['yes', 1, {}, []];
    default:
      if (format === 'uuid') return [...NOT_TEXT, '', "1'--", '../../etc/passwd', '00000000'];
      if (format === 'date' || format === 'date-time') return [...NOT_TEXT, '', 'tomorrow', '2026-02-30', '0000-01-01', '99999-01-01'];
      return [...NOT_TEXT, LONG, 'a\0b', 'half \ud800'];
  }
}

/** What a place may take or not; it is never a fault. */
export function strangeValues(schema: Schema): readonly unknown[] {
  const isText = typeOf(schema) === 'string' && !schema.enum && schema.format === undefined;
  return [null, ...(isText ? strangeTexts : [-1, 0.1, 2 ** 53, '__proto__', [null], [[]], { toString: 1 }])];
}

const strangeTexts: readonly string[] = [
  '',
  '9'.repeat(40),
  '2026-02-29',
  '0000-01-01',
  '=cmd|calc!A1',
  "'; drop table finance.claim; --",
  '../../etc/passwd',
  '\u202e\u0007\ufeff𠮷·㛃',
  '00000000-0000-0000-0000-000000000000',
  '__proto__',
];
