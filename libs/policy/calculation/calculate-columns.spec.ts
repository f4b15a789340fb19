import fc from 'fast-check';
import * as rules from '../../testing/policy/subsidy-rules.ts';
import {
  amountsOfColumns,
  calculateColumns,
  calculateSubsidy,
  lineAt,
  type ColumnCalculation,
  type FactColumns,
  type LineFacts,
} from '../index.ts';

const CERTIFICATES = ['elementary', 'special-operation', 'technician', null];
const GROUPS = [[], ['poverty'], ['anywhere', 'poverty']];

const all = [
  ...[
    rules.tieredDaysRule(),
    rules.dailyRateRule({ groups: rules.stated(['poverty']) }),
    rules.perPersonRule(),
    rules.perCertificateRule(),
  ],
  ...[rules.tieredDaysRule({ belowRate: rules.missing() }), rules.perMonthRule({ undecidedBelowMonths: null })],
];

interface Person {
  readonly days: number;
  readonly isCompleted: boolean;
  readonly isEmployed: boolean;
  readonly paidFen: number;
  readonly certificate: number;
  readonly groups: number;
}

function columnsOf(persons: readonly Person[]): FactColumns {
  return {
    length: persons.length,
    numbers: {
      payableDays: Uint16Array.from(persons, ({ days }) => days),
      isCompleted: Uint8Array.from(persons, ({ isCompleted }) => Number(isCompleted)),
      isEmployed: Uint8Array.from(persons, ({ isEmployed }) => Number(isEmployed)),
      paidFen: Uint32Array.from(persons, ({ paidFen }) => paidFen),
    },
    codes: {
      certificate: { values: CERTIFICATES, index: Uint8Array.from(persons, ({ certificate }) => certificate) },
      groups: { values: GROUPS, index: Uint8Array.from(persons, ({ groups }) => groups) },
    },
  };
}

function linesOf(persons: readonly Person[]): LineFacts[] {
  return persons.map(({ days, isCompleted, isEmployed, paidFen, certificate, groups }, row) => ({
    ...{ ref: String(row), payableDays: days, isCompleted, isEmployed, paidFen: BigInt(paidFen) },
    ...{ certificate: CERTIFICATES[certificate] ?? null, groups: GROUPS[groups] ?? [] },
  }));
}

function calculated(rule: (typeof all)[number], columns: FactColumns): ColumnCalculation {
  const result = calculateColumns(rule, columns);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const person = fc.record({
  ...{ days: fc.integer({ min: 0, max: 3_660 }), isCompleted: fc.boolean(), isEmployed: fc.boolean() },
  ...{ paidFen: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4_294_967_295 })), certificate: fc.nat(3), groups: fc.nat(2) },
});

describe('a calculation over columns', () => {
  it('is the calculation over rows: amounts, explanations, counts, hints and holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(person, { maxLength: 40 }), (rule, persons) => {
        const columns = calculated(rule, columnsOf(persons));
        const { lines, hints, ...totals } = calculateSubsidy(rule, linesOf(persons));
        expect(columns).toMatchObject(totals);
        expect(lines.map((_, row) => ({ ref: String(row), ...lineAt(columns, row) }))).toEqual(lines);
        expect([...amountsOfColumns(columns)]).toEqual(lines.map(({ amountFen }) => Number(amountFen)));
        expect(new Set(columns.hints)).toEqual(new Set(hints));
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 300 },
    );
  }, 120_000);

  it('lets equal persons share one explanation', () => {
    const days = Uint8Array.from({ length: 100_000 }, (_, row) => row % 3);
    const { lines, trained } = calculated(rules.perPersonRule(), { length: days.length, numbers: { payableDays: days } });
    expect([lines.length, trained]).toEqual([3, 100_000]);
  });

  it('takes everybody for the same where there is no column, and nobody where there are no rows', () => {
    expect(calculated(rules.perPersonRule({ minimumDays: rules.stated(0) }), { length: 7, numbers: {} }).amountFen).toBe(7n * 30_000n);
    expect(calculated(rules.tieredDaysRule(), { length: 0, numbers: {} })).toMatchObject({ amountFen: 0n, lines: [], trained: 0 });
  });

  it.each<[string, FactColumns, string[]]>([
    ['a column that is too short', { length: 2, numbers: { payableDays: new Uint8Array(1) } }, ['COLUMN_LENGTH /payableDays']],
    ['days beyond all years', { length: 1, numbers: { payableDays: Uint16Array.of(3_661) } }, ['FACT_TOO_LARGE /payableDays']],
    ['a flag of 2', { length: 1, numbers: { isEmployed: Uint8Array.of(2) } }, ['FACT_TOO_LARGE /isEmployed']],
    [
      'a code outside the list',
      { length: 1, numbers: {}, codes: { level: { values: ['city'], index: Uint8Array.of(1) } } },
      ['FACT_TOO_LARGE /level'],
    ],
    ['more rows than stay exact', { length: 2_000_001, numbers: {} }, ['GIVEN_TOO_MANY ']],
  ])('refuses %s', (_what, columns, expected) => {
    const result = calculateColumns(rules.tieredDaysRule(), columns);
    const errors = result.ok ? [] : (result.refusal.errors ?? []);
    expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(expected);
  });
});
