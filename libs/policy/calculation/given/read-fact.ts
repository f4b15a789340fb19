import { parseYuan } from '../../money/parse-yuan.ts';
import { nearestWord } from '../../nearest-word.ts';
import { accept, refuse, type Result } from '../../result.ts';
import { shown } from '../../shown.ts';
import { factFields, type FactField, type FactName } from '../facts.ts';

const CODE = /^[A-Za-z][A-Za-z0-9-]{0,59}$/;

interface Asked {
  readonly name: string;
  readonly field: FactField;
  readonly pointer: string;
  /** The only codes that can be said; null: any well-formed one. */
  readonly codes: readonly string[] | null;
}

function wrong(code: string, { name, field, pointer }: Asked, value: unknown, more: Readonly<Record<string, string | number>> = {}) {
  return refuse(code, { pointer, params: { field: name, label: field.zh, labelEn: field.en, value: shown(value), ...more } });
}

function bounded<Value extends number | bigint>(value: Value, asked: Asked): Result<Value> {
  const { max = Number.MAX_SAFE_INTEGER } = asked.field;
  return value > max ? wrong('FACT_TOO_LARGE', asked, String(value), { max }) : accept(value);
}

function readCount(value: unknown, asked: Asked): Result<number> {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return wrong('FACT_NOT_A_COUNT', asked, value);
  return bounded(value, asked);
}

/** Fen as a whole number or as digits. */
function readFen(value: unknown, asked: Asked): Result<bigint> {
  const isWhole =
    (typeof value === 'number' && Number.isInteger(value)) ||
    typeof value === 'bigint' ||
    (typeof value === 'string' && /^\d{1,20}$/.test(value));
  if (!isWhole || BigInt(value) < 0n) return wrong('FACT_NOT_FEN', asked, value);
  return bounded(BigInt(value), asked);
}

/** Yuan as text, or as a whole number. */
function readYuan(value: unknown, asked: Asked): Result<bigint> {
  const text = typeof value === 'number' && Number.isInteger(value) ? String(value) : value;
  const fen = typeof text === 'string' ? parseYuan(text) : null;
  return fen?.ok ? bounded(fen.value, asked) : wrong('FACT_NOT_YUAN', asked, value);
}

function readCode(value: unknown, asked: Asked): Result<string> {
  if (typeof value !== 'string' || !CODE.test(value)) return wrong('FACT_NOT_A_CODE', asked, value);
  const { codes } = asked;
  if (codes === null || codes.includes(value)) return accept(value);
  return wrong('FACT_CODE_UNKNOWN', asked, value, { nearest: nearestWord(value, codes), allowed: codes.join(', ') });
}

function readCodes(value: unknown, asked: Asked): Result<readonly string[]> {
  if (!Array.isArray(value)) return wrong('FACT_NOT_CODES', asked, value);
  const read = value.map((one: unknown, index) => readCode(one, { ...asked, pointer: `${asked.pointer}/${index}` }));
  const bad = read.find((one) => !one.ok);
  return bad && !bad.ok ? bad : accept(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

/**
 * One fact out of what was handed in. Amounts come in fen under the fact's own name, or in yuan (`isYuan`) under its name without `Fen`. What
 * is wrong is answered with field, place, the value as written and, for codes, the nearest valid one.
 */
export function readFact(
  name: FactName,
  value: unknown,
  { pointer, codes, isYuan }: { readonly pointer: string; readonly codes: readonly string[] | null; readonly isYuan: boolean },
): Result<unknown> {
  const field: FactField = factFields[name];
  const asked: Asked = { name: isYuan ? yuanName(name) : name, field, pointer, codes };
  if (value === null && field.isNullable) return accept(null);
  switch (field.type) {
    case 'count':
      return readCount(value, asked);
    case 'fen':
      return isYuan ? readYuan(value, asked) : readFen(value, asked);
    case 'flag':
      return typeof value === 'boolean' ? accept(value) : wrong('FACT_NOT_A_FLAG', asked, value);
    case 'code':
      return readCode(value, asked);
    case 'codes':
      return readCodes(value, asked);
  }
}

/** The name an amount has when it is given in yuan, e.g. `paid` for `paidFen`. */
export function yuanName(name: FactName): string {
  return name.replace(/Fen$/, '');
}
