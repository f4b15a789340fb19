import { accept, type Result } from '../result.ts';
import type { ClassType } from '../snapshot/class-process.ts';
import { processOf } from '../snapshot/parts-of-snapshot.ts';
import type { PolicySnapshot } from '../snapshot/policy-snapshot.ts';
import type { PolicyValue } from '../snapshot/policy-value.ts';
import { checkEligibility, type Eligibility, type EligibilityAnswer, type EligibilityQuestion } from './check-eligibility.ts';
import { personFacts, type PersonFact, type PersonFactName } from './person-fact.ts';
import { groupCode } from './person-groups.ts';

/** What a roster and the register of classes say of one person. */
export interface RosterLine {
  readonly enrollmentId: string;
  /** Row of the roster, as filed. */
  readonly row: number;
  /** 人员类别 as the institution wrote it. */
  readonly category: string;
  readonly enrolledOn: string;
  /** Another class at the same time, by the register of classes (AMB-16). */
  readonly isInOtherClass: boolean;
  /** Other subsidised classes that begin in the year of this one. */
  readonly classesThisYear: number;
}

/** What to ask, and of which fact. */
export interface RosterAsk {
  readonly fact: PersonFactName;
  readonly ask: string;
  readonly askEn: string;
}

/** One condition of the policy, and how many of the roster stand how to it. */
export interface RosterCheck {
  /** `join`, or the subsidy the condition belongs to. */
  readonly to: string;
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly value: PolicyValue<unknown>;
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
  /** Rows of the roster that do not fulfil it, and those nobody can judge yet. */
  readonly rowsNo: readonly number[];
  readonly rowsUnknown: readonly number[];
  readonly ask: readonly RosterAsk[];
}

export interface RosterEligibility {
  readonly checks: readonly RosterCheck[];
  readonly people: readonly { readonly enrollmentId: string; readonly row: number; readonly answer: EligibilityAnswer }[];
}

/** The facts of a line. A category the policy has no name for says nothing: the groups are still to be asked. */
function factsOf({ groups }: PolicySnapshot, line: RosterLine, on: string): PersonFact[] {
  const { category, enrolledOn, isInOtherClass, classesThisYear } = line;
  const group = groupCode(groups, category, on);
  return [
    ...(group.ok ? [{ fact: 'groups', value: [category], source: 'institution', asOf: enrolledOn } as const] : []),
    { fact: 'isInOtherClass', value: isInOtherClass, source: 'register', asOf: on },
    { fact: 'classesThisYear', value: classesThisYear, source: 'register', asOf: on },
  ];
}

interface Judged {
  readonly line: RosterLine;
  readonly answers: readonly Eligibility[];
}

function checkOf(
  to: string,
  at: { readonly question: number; readonly finding: number },
  judged: readonly Judged[],
): RosterCheck | undefined {
  const of = (one: Judged) => one.answers[at.question]?.findings[at.finding];
  const first = judged[0] && of(judged[0]);
  if (!first) return undefined;
  const rows = (answer: EligibilityAnswer) => judged.filter((one) => of(one)?.answer === answer).map(({ line }) => line.row);
  const [rowsNo, rowsUnknown] = [rows('no'), rows('unknown')];
  const facts = new Set(judged.flatMap((one) => of(one)?.ask ?? []));
  const { code, title, titleEn, value } = first;
  return {
    ...{ to, code, title, titleEn, value, rowsNo, rowsUnknown },
    yes: judged.length - rowsNo.length - rowsUnknown.length,
    no: rowsNo.length,
    unknown: rowsUnknown.length,
    ask: [...facts].map((fact) => ({ fact, ask: personFacts[fact].ask, askEn: personFacts[fact].askEn })),
  };
}

function worst(answers: readonly EligibilityAnswer[]): EligibilityAnswer {
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes';
}

/**
 * Whether each person of a roster may join the class and be paid by its subsidy, by what is on record: yes; no, with the clause; or unknown, with what
 * to ask. Institutions enter groups themselves and documents end their lists with 等, so a `no` is shown to who decides and refuses nothing by itself.
 * @param of `on`: the day whose policy and groups hold.
 */
export function judgeRoster(
  snapshot: PolicySnapshot,
  of: { readonly classType: ClassType; readonly on: string },
  lines: readonly RosterLine[],
): Result<RosterEligibility> {
  const process = processOf(snapshot, of.classType);
  if (!process.ok) return process;
  const questions: EligibilityQuestion['to'][] = [
    { join: of.classType },
    ...process.value.subsidies.slice(0, 1).map((subsidy) => ({ subsidy })),
  ];
  const judged: Judged[] = [];
  for (const line of lines) {
    const answers: Eligibility[] = [];
    for (const to of questions) {
      const answer = checkEligibility(snapshot, { to, on: of.on, facts: factsOf(snapshot, line, of.on) });
      if (!answer.ok) return answer;
      answers.push(answer.value);
    }
    judged.push({ line, answers });
  }
  const checks = questions.flatMap((to, question) =>
    (judged[0]?.answers[question]?.findings ?? []).flatMap(
      (_, finding) => checkOf('join' in to ? 'join' : to.subsidy, { question, finding }, judged) ?? [],
    ),
  );
  const people = judged.map(({ line: { enrollmentId, row }, answers }) => ({
    enrollmentId,
    row,
    answer: worst(answers.map(({ answer }) => answer)),
  }));
  return accept({ checks, people });
}
