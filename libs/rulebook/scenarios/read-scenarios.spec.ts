import fc from 'fast-check';
import path from 'node:path';
import { refusalCatalogue } from '#libs/contracts';
import { faultText, type PackFault } from '../pack/pack-fault.ts';
import { parseYaml, type YamlFile } from '../pack/read-yaml.ts';
import { PolicyShelf } from './policy-shelf.ts';
import { scenariosOf } from './read-scenarios.ts';
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
  const file = 'fuzz.yaml';

  /** Reads and runs what a file says; every outcome must be an answer, a known refusal, or a fault with a message. Answers what is none of these. */
  function oddities(yaml: YamlFile | undefined, faults: PackFault[]): string[] {
    const read = yaml && scenariosOf(yaml, shelf.ids, faults);
    if (!read) {
      if (faults.length === 0) return ['nothing was read, and no fault says why'];
      return faults.map(faultText).filter((text) => text.length <= file.length + 5);
    }
    return read.scenarios.flatMap((scenario) => {
      const { answer } = runScenario(shelf, read, scenario);
      const unknown = answer.refusal && !Object.hasOwn(refusalCatalogue, answer.refusal.code) ? [answer.refusal.code] : [];
      return [
        ...unknown,
        ...answer.claims
          .map(({ calculation }) => calculation.amountFen)
          .filter((fen) => fen < 0n)
          .map(String),
      ];
    });
  }

  /** Matchers cost more than what is tested here: they are asked only where something is odd. */
  function judge(yaml: YamlFile | undefined, faults: PackFault[]): void {
    const odd = oddities(yaml, faults);
    if (odd.length > 0) expect(odd).toEqual([]);
  }

  it('is read where nothing is wrong with it', () => {
    const yaml = parseYaml(file, good, []);
    expect(yaml && scenariosOf(yaml, shelf.ids, [])?.scenarios.map(({ name }) => name)).toEqual(['one', 'two', 'three']);
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
        const faults: PackFault[] = [];
        const text = edits.reduce((before, { at, cut, put }) => before.slice(0, at) + put + before.slice(at + cut), good);
        judge(parseYaml(file, text, faults), faults);
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
        judge({ file, node: { policy, scenarios }, lineAt: () => 1 }, []);
      }),
      RUNS,
    );
  });
});
