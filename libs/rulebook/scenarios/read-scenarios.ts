import { classTypes, deadlineQuestions, materialStages, type ClassType, type DeadlineName } from '#libs/policy';
import type { PackFault } from '../pack/pack-fault.ts';
import { readYaml, type YamlFile } from '../pack/read-yaml.ts';
import { readExpectation } from './read-expectation.ts';
import { isTree, type Tree } from '../pack/policy-values.ts';
import { ScenarioReader } from './scenario-reader.ts';
import type { Scenario, ScenarioClaim, ScenarioFile, ScenarioQuestion } from './scenario.ts';

/** The words that say what is asked; a scenario has exactly one of them. */
const ASKING = ['subsidy', 'claims', 'deadline', 'eligibility', 'materials', 'coverage'] as const;
const EVERY = ['name', 'example', 'note', 'class', 'on', 'given', 'expect'] as const;
const EXAMPLE = /^D?EX-\d{2}$/;
const DEADLINES = Object.keys(deadlineQuestions) as DeadlineName[];

function claimOf(reader: ScenarioReader, node: Tree, at: string): ScenarioClaim | undefined {
  const subsidy = reader.text(node['subsidy'], `${at}.subsidy`, 'subsidy');
  return subsidy === undefined ? undefined : { subsidy, given: node['given'], at };
}

function claimsOf(reader: ScenarioReader, node: unknown, at: string): ScenarioQuestion | undefined {
  if (!Array.isArray(node) || node.length === 0) return reader.fault(at, 'must be a list of claims, each with subsidy and given');
  const claims = node.map((one: unknown, index) => {
    const place = `${at}[${index}]`;
    const claim = reader.tree(one, place, 'a claim with subsidy and given');
    if (!claim) return undefined;
    reader.fields(claim, place, ['subsidy', 'given', 'note']);
    return claimOf(reader, claim, place);
  });
  const read = claims.filter((claim) => claim !== undefined);
  return read.length === claims.length ? { kind: 'amount', claims: read } : undefined;
}

function questionOf(reader: ScenarioReader, node: Tree, at: string): ScenarioQuestion | undefined {
  const asked = ASKING.filter((word) => Object.hasOwn(node, word));
  const [asking] = asked;
  if (asking === undefined || asked.length > 1) return reader.fault(at, `must ask one thing: give exactly one of ${ASKING.join(', ')}`);
  const place = `${at}.${asking}`;
  const { given } = node;
  switch (asking) {
    case 'subsidy': {
      const claim = claimOf(reader, node, at);
      return claim && { kind: 'amount', claims: [claim] };
    }
    case 'claims':
      return claimsOf(reader, node['claims'], place);
    case 'deadline': {
      const deadline = reader.word(node['deadline'], place, 'deadline', DEADLINES);
      return deadline && { kind: 'deadline', deadline, given };
    }
    case 'eligibility': {
      const to = reader.text(node['eligibility'], place, `eligibility (“join” or a subsidy)`);
      return to === undefined ? undefined : { kind: 'eligibility', to, given };
    }
    case 'materials': {
      const of = reader.text(node['materials'], place, `materials (${materialStages.join(', ')} or a subsidy)`);
      return of === undefined ? undefined : { kind: 'materials', of, given };
    }
    case 'coverage':
      return reader.word(node['coverage'], place, 'class type', classTypes) && { kind: 'coverage' };
  }
}

/** `class: order`; a coverage question names the class type itself. */
function classTypeOf(reader: ScenarioReader, node: Tree, at: string): ClassType | null | undefined {
  if (Object.hasOwn(node, 'coverage')) return classTypes.find((type) => type === node['coverage']) ?? null;
  if (!Object.hasOwn(node, 'class')) return null;
  return reader.word(node['class'], `${at}.class`, 'class type', classTypes);
}

function scenarioOf(reader: ScenarioReader, node: unknown, at: string): Scenario | undefined {
  const tree = reader.tree(node, at, 'a scenario with name, a question and expect');
  if (!tree) return undefined;
  reader.fields(tree, at, [...EVERY, ...ASKING]);
  const name = reader.text(tree['name'], `${at}.name`, 'name');
  const question = questionOf(reader, tree, at);
  const classType = classTypeOf(reader, tree, at);
  const on = tree['on'] === undefined ? null : reader.day(tree['on'], `${at}.on`);
  const example = tree['example'] ?? null;
  if (example !== null && (typeof example !== 'string' || !EXAMPLE.test(example)))
    reader.fault(`${at}.example`, 'must be the id of a worked example like EX-01 or DEX-02');
  const expect = question && readExpectation(reader, question.kind, tree['expect'], `${at}.expect`);
  if (name === undefined || !question || classType === undefined || on === undefined || !expect) return undefined;
  return { name, example: typeof example === 'string' ? example : null, classType, on, question, expect, at };
}

/**
 * Reads one file of scenarios. What is wrong with it is added to the faults with file, line, place and the nearest valid word; then nothing of it
 * is run.
 * @param policies ids of the packs there are.
 */
export function readScenarios(file: string, policies: readonly string[], faults: PackFault[]): ScenarioFile | undefined {
  const yaml = readYaml(file, faults);
  return yaml && scenariosOf(yaml, policies, faults);
}

/** The scenarios a file's values mean, as `readScenarios`. */
export function scenariosOf(yaml: YamlFile, policies: readonly string[], faults: PackFault[]): ScenarioFile | undefined {
  const before = faults.length;
  const reader = new ScenarioReader(yaml, faults);
  if (!isTree(yaml.node)) return reader.fault('', 'must begin with “policy:” and “scenarios:”');
  reader.fields(yaml.node, '', ['policy', 'scenarios', 'note']);
  const policy = reader.word(yaml.node['policy'], 'policy', 'policy', policies);
  const list = yaml.node['scenarios'];
  if (!Array.isArray(list) || list.length === 0) return reader.fault('scenarios', 'must be a list of scenarios with at least one in it');
  const scenarios = list.map((node: unknown, index) => scenarioOf(reader, node, `scenarios[${index}]`));
  const names = new Map<string, string>();
  for (const one of scenarios) {
    if (!one) continue;
    if (names.has(one.name))
      reader.fault(`${one.at}.name`, `another scenario of the file has the same name (${names.get(one.name) ?? ''})`);
    names.set(one.name, one.at);
  }
  if (policy === undefined || faults.length > before) return undefined;
  return { file: yaml.file, policy, scenarios: scenarios.filter((one) => one !== undefined), lineAt: yaml.lineAt };
}
