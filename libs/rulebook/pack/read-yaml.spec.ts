import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PackFault } from './pack-fault.ts';
import { packShapes } from './pack-shapes.ts';
import { readPolicyValues } from './policy-values.ts';
import { parseYaml, readYaml } from './read-yaml.ts';

const RUNS = 10_000;

describe('a file of a policy', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yaml-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read, or refused with a message, whatever stands in it', () => {
    const words = [
      'a',
      'stated',
      '*a',
      '&a',
      '<<',
      '[',
      ']',
      '{',
      '}',
      ':',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '"',
      '#',
      '|',
      '!!x',
      '\t',
      '三',
      '%',
      '---\n',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const faults: PackFault[] = [];
        const yaml = parseYaml('any.yaml', any, faults);
        return (yaml === undefined) === faults.length > 0 && faults.every(({ problem }) => problem.length > 3);
      }),
      { numRuns: RUNS },
    );
  });

  it('has a fault for whatever is not as it must be, never an exception', () => {
    const key = fc.constantFrom(
      'stated',
      'chosen',
      'missing',
      'clause',
      'quote',
      'amb',
      'rows',
      'kind',
      'order',
      'value',
      'figures',
      'tables',
      'unit',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree')),
        fc.dictionary(key, tie('tree')),
      ),
    }));
    const shapes = Object.values(packShapes);
    fc.assert(
      fc.property(tree, fc.nat(shapes.length - 1), (any, index) => {
        const faults: string[] = [];
        const fault = (at: string, problem: string) => void faults.push(`${at}: ${problem}`);
        shapes[index]?.(readPolicyValues(any, fault), '', fault);
        return faults.every((one) => one.length > 3);
      }),
      { numRuns: RUNS },
    );
  });

  it('knows the line of a place behind aliases and merged names', () => {
    const file = path.join(folder, 'any.yaml');
    writeFileSync(
      file,
      'base: &base\n  - { step: one }\n  - step: two\n    role: x\nall: &all\n  steps: *base\nmore:\n  <<: *all\n  name: y\n',
    );
    const yaml = readYaml(file, []);
    expect(['base[1].role', 'all.steps[1].role', 'more.steps[0].step', 'more.name', 'more.nothing'].map((at) => yaml?.lineAt(at))).toEqual([
      4, 4, 2, 9, 8,
    ]);
  });
});
