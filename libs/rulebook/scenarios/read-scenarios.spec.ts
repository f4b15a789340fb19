import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { refusalCatalogue } from '#libs/contracts';
import { faultText, type PackFault } from '../pack/pack-fault.ts';
import { PolicyShelf } from './policy-shelf.ts';
import { readScenarios } from './read-scenarios.ts';
import { runScenario } from './run-scenario.ts';
import { expectations } from './scenario.ts';

const shelf = PolicyShelf.read(path.join(__dirname, '../../../policies'));
const RUNS = { numRuns: 10_000 };

const good = `policy: xinzhou-2024
scenarios:
  - name: one
    example: EX-01
    subsidy: order-class-training
    given: { trainees: { count: 30, payableDays: 9, employed: 24 } }
    expect: { amount: "40500.00" }
  - name: two
    deadline: notice-close
    class: order
    given: { publishedOn: 2024-09-27, suspensions: [{ from: 2024-09-28, to: 2024-09-30 }] }
    expect: { dueOn: 2024-10-10 }
  - name: three
    eligibility: living-allowance
    on: 2024-07-01
    given: [{ fact: groups, value: [贫困劳动力], source: register, asOf: 2024-06-01 }]
    expect: { answer: yes }
`;

describe('a file of scenarios', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'fuzz-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Reads and runs a text; every outcome must be an answer, a known refusal, or a fault with a message. */
  function judge(text: string): void {
    const file = path.join(folder, 'fuzz.yaml');
    writeFileSync(file, text);
    const faults: PackFault[] = [];
    const read = readScenarios(file, shelf.ids, faults);
    if (!read) {
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) expect(faultText(fault).length).toBeGreaterThan(file.length + 5);
      return;
    }
    for (const scenario of read.scenarios) {
      const { answer } = runScenario(shelf, read, scenario);
      if (answer.refusal) expect(Object.keys(refusalCatalogue)).toContain(answer.refusal.code);
      for (const { calculation } of answer.claims) expect(calculation.amountFen >= 0n).toBe(true);
    }
  }

  it('is read where nothing is wrong with it', () => {
    const file = path.join(folder, 'good.yaml');
    writeFileSync(file, good);
    expect(readScenarios(file, shelf.ids, [])?.scenarios.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
  });

  it('is answered or refused with a message, whatever was changed in it', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        '-1',
        '1e12',
        '9.5',
        '2024-02-30',
        '2027-01-04',
        '9999-12-31',
        'null',
        '[]',
        '{}',
        '*a',
        '&a ',
        '!!binary x',
        '? ',
        '\n',
        '  ',
        ': ',
        '<<: ',
        '"',
      ),
    );
    const edit = fc.record({ at: fc.nat(good.length), cut: fc.nat(12), put: piece });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        judge(edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), good));
      }),
      RUNS,
    );
  });

  it('is answered or refused with a message, whatever its fields hold', () => {
    const value = fc.oneof(
      fc.constantFrom(
        ...[
          'subsidy',
          'order-class-training',
          'certificate',
          'living-allowance',
          'join',
          'opening',
          'claim',
          'order',
          'menu',
          'notice-close',
          'ranking',
        ],
      ),
      fc.constantFrom<unknown>(0, -1, 30, 1e12, 9.5, NaN, true, null, '2024-07-01', '2027-06-01', '1999-01-01', '40500.00'),
      fc.anything({ maxDepth: 2, withBigInt: false, withDate: false }),
    );
    const facts = fc.dictionary(
      fc.constantFrom('count', 'employed', 'payableDays', 'paid', 'groups', 'certificate', 'months', 'level', 'people', 'ref'),
      value,
      { maxKeys: 5 },
    );
    const given = fc.oneof(
      value,
      fc.record({ trainees: facts }),
      fc.record({ persons: fc.array(facts, { maxLength: 3 }) }),
      fc.dictionary(fc.constantFrom('publishedOn', 'startsOn', 'canWork', 'add', 'remove', 'completedOn', 'month'), value),
    );
    const expected = fc.dictionary(fc.constantFrom(...Object.values(expectations).flat()), value, { minKeys: 1, maxKeys: 2 });
    const scenario = fc.record(
      {
        name: fc.constant('x'),
        subsidy: value,
        deadline: value,
        eligibility: value,
        materials: value,
        coverage: value,
        claims: fc.array(fc.record({ subsidy: value, given }), { maxLength: 2 }),
        class: fc.constantFrom('order', 'menu', 'x'),
        on: value,
        given,
        expect: expected,
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...shelf.ids), fc.array(scenario, { minLength: 1, maxLength: 2 }), (policy, scenarios) => {
        judge(stringify({ policy, scenarios }));
      }),
      RUNS,
    );
  });
});
