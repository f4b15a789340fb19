import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { classTypes } from '#libs/policy';
import { faultText, type PackFault } from '../pack/pack-fault.ts';
import { PolicyShelf } from './policy-shelf.ts';
import { readScenarios } from './read-scenarios.ts';
import { runScenario } from './run-scenario.ts';

const policies = path.join(__dirname, '../../../policies');
const folder = path.join(policies, 'scenarios');
const shelf = PolicyShelf.read(policies);
const faults: PackFault[] = [];
const files = shelf.ids.flatMap((id) =>
  readdirSync(path.join(folder, id))
    .sort()
    .map((name) => ({ id, name, file: readScenarios(path.join(folder, id, name), shelf.ids, faults) })),
);
const scenarios = files.flatMap(({ file }) => file?.scenarios.map((scenario) => ({ file, scenario })) ?? []);

describe('the scenarios of the policies', () => {
  it('are written as docs/scenarios.md says', () => {
    expect(faults.map(faultText)).toEqual([]);
    expect(files.filter(({ id, file }) => file?.policy !== id)).toEqual([]);
  });

  describe.each(files)('$id, $name', ({ file }) => {
    if (!file) return;
    it.each(file.scenarios.map((scenario) => [scenario.example ?? '', scenario.name, scenario] as const))(
      '%s %s',
      (_example, _name, scenario) => {
        expect(Object.keys(scenario.expect)).not.toEqual([]);
        expect(runScenario(shelf, file, scenario).differences).toEqual([]);
      },
    );
  });

  it('hold every worked example of the requirements', () => {
    const ids = Object.values(parse(readFileSync(path.join(folder, 'examples.yaml'), 'utf8')) as Record<string, string[]>).flat();
    const covered = new Set(scenarios.map(({ scenario }) => scenario.example));
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.filter((id) => !covered.has(id))).toEqual([]);
    expect([...covered].filter((id) => id !== null && !ids.includes(id))).toEqual([]);
  });

  it.each(shelf.ids)('ask %s for every class type on its first and its last day', (id) => {
    const periods = shelf.periodsOf(id);
    const days = [periods[0]?.period.from, periods.at(-1)?.period.to ?? '2026-12-31'];
    const asked = new Set(
      scenarios
        .filter(({ file, scenario }) => file.policy === id && scenario.question.kind === 'coverage')
        .map(({ scenario }) => `${scenario.classType} ${scenario.on}`),
    );
    expect(classTypes.flatMap((type) => days.map((day) => `${type} ${day}`)).filter((wanted) => !asked.has(wanted))).toEqual([]);
  });

  it('leave out a person for every reason a rate in force can leave one out', () => {
    const expected = new Set(scenarios.flatMap(({ scenario }) => Object.keys((scenario.expect['excluded'] ?? {}))));
    expect([...expected].sort()).toEqual(
      [
        ...['CAPACITY_BELOW_MINIMUM', 'CONTRIBUTIONS_BELOW_MINIMUM', 'DAYS_BELOW_MINIMUM', 'EMPLOYER_NOT_ELIGIBLE', 'LEVEL_PAID_BEFORE'],
        ...['LEVEL_SUBSIDISED_BEFORE', 'MONTHS_BELOW_MINIMUM', 'MONTHS_USED_UP', 'NOT_COMPLETED', 'NOT_EMPLOYED', 'NOT_FIRST_CERTIFICATE'],
        ...['NOT_IN_GROUP', 'NO_CERTIFICATE', 'REPEATED_TOO_SOON', 'YEARLY_LIMIT_REACHED'],
      ].sort(),
    );
  });

  it('ask every subsidy of every policy at least once', () => {
    const asked = new Set(
      scenarios.flatMap(({ file, scenario }) =>
        runScenario(shelf, file, scenario).answer.claims.map(({ subsidy }) => `${file.policy} ${subsidy}`),
      ),
    );
    const own = shelf.packs.flatMap(({ head, subsidies }) => Object.keys(subsidies).map((key) => `${head.id} ${key}`));
    expect(own.filter((one) => !asked.has(one))).toEqual([]);
  });
});
