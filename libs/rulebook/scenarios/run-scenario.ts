import { processOf, type PolicyValue, type SubsidyRule } from '#libs/policy';
import { isPolicyValue } from '../pack/policy-values.ts';
import { answerAmount } from './answer-amount.ts';
import { answerDeadline } from './answer-deadline.ts';
import { askMaterials } from './ask-materials.ts';
import { answerEligibility } from './answer-person.ts';
import { answerOf, refusedAnswer, type AskedPolicy, type ScenarioAnswer } from './answer.ts';
import { differencesOf, type Difference } from './differences.ts';
import type { PolicyShelf } from './policy-shelf.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';

export interface ScenarioOutcome {
  readonly scenario: Scenario;
  readonly answer: ScenarioAnswer;
  /** Where the answer is not as expected; empty where it is, and where nothing was expected. */
  readonly differences: readonly Difference[];
}

function missingIn(rule: SubsidyRule): string[] {
  const isMissing = (node: unknown): node is PolicyValue<unknown> => isPolicyValue(node) && node.kind === 'missing';
  return Object.entries(rule).flatMap(([name, value]) => (isMissing(value) ? [name] : []));
}

/** Which subsidies a class of a type may claim, and which of their values nobody states. */
function answerCoverage({ snapshot }: AskedPolicy, { classType }: Scenario): ScenarioAnswer {
  const process = processOf(snapshot, classType ?? '');
  if (!process.ok) return refusedAnswer(process.refusal);
  const { subsidies } = process.value;
  const missing = subsidies.flatMap((key) => {
    const rule = snapshot.subsidies[key];
    return rule ? missingIn(rule).map((name) => `${key}.${name}`) : [];
  });
  return answerOf({ subsidies, missing });
}

function answerTo(asked: AskedPolicy, scenario: Scenario): ScenarioAnswer {
  const { question, classType } = scenario;
  switch (question.kind) {
    case 'amount':
      return answerAmount(asked, question.claims);
    case 'deadline':
      return answerDeadline(asked, { ...question, classType });
    case 'eligibility':
      return answerEligibility(asked, { ...question, classType });
    case 'materials':
      return askMaterials(asked, { ...question, classType });
    case 'coverage':
      return answerCoverage(asked, scenario);
  }
}

/** Asks one scenario of its policy and holds the answer against what it expects. Never throws for anything a file can say. */
export function runScenario(shelf: PolicyShelf, { policy }: ScenarioFile, scenario: Scenario): ScenarioOutcome {
  const snapshot = shelf.snapshotOn(policy, scenario.on);
  const answer = snapshot.ok
    ? answerTo({ snapshot: snapshot.value, calendar: shelf.calendar, on: scenario.on ?? snapshot.value.pack.effectiveFrom }, scenario)
    : refusedAnswer(snapshot.refusal);
  return { scenario, answer, differences: differencesOf(scenario.expect, answer.view) };
}
