import type { Tx } from '#libs/platform';
import {
  accept,
  calculateSubsidy,
  deadlineQuestions,
  factsOfRule,
  findDeadline,
  readGiven,
  refuse,
  type Calculation,
  type Deadline,
  type DeadlineFacts,
  type DeadlineName,
  type PolicySnapshot,
  type Result,
  type SubsidyRule,
} from '#libs/policy';
import { clausesById, clausesOf, type Clause } from '../pack/clauses-of.ts';
import { documentOf } from '../persistence/rulebook.query.ts';
import { calendarOf, policyNamed } from './snapshots.ts';

export interface SubsidyOverview {
  readonly subsidy: string;
  readonly title: string;
  readonly titleEn: string;
  readonly kind: SubsidyRule['kind'];
  readonly claimedBy: SubsidyRule['claimedBy'];
  readonly payee: SubsidyRule['payee'];
  readonly clause: string;
  readonly materials: SubsidyRule['materials'];
  /** Facts a calculation needs, and may have. */
  readonly facts: ReturnType<typeof factsOfRule>;
}

/** Every subsidy of a policy with what it asks for: what a form or a program needs to know before it asks how much. */
export function subsidiesOf({ subsidies }: PolicySnapshot): readonly SubsidyOverview[] {
  return Object.entries(subsidies).map(([subsidy, rule]) => {
    const { title, titleEn, kind, claimedBy, payee, clause, materials } = rule;
    return { subsidy, title, titleEn, kind, claimedBy, payee, clause, materials, facts: factsOfRule(rule) };
  });
}

function ruleOf({ subsidies }: PolicySnapshot, subsidy: string): Result<SubsidyRule> {
  const rule = Object.hasOwn(subsidies, subsidy) ? subsidies[subsidy] : undefined;
  const allowed = Object.keys(subsidies).join(', ');
  return rule ? accept(rule) : refuse('CLAIM_SUBSIDY_UNKNOWN', { pointer: '/subsidy', params: { allowed } });
}

/** What a policy gives for typed facts; nobody's data are needed, and nothing is kept. */
export async function calculateGiven(tx: Tx, policy: string, subsidy: string, given: unknown): Promise<Result<Calculation>> {
  const { snapshot } = await policyNamed(tx, policy);
  const rule = ruleOf(snapshot, subsidy);
  if (!rule.ok) return rule;
  const read = readGiven(rule.value, given, Object.keys(snapshot.groups));
  return read.ok ? accept(calculateSubsidy(rule.value, read.value.lines, read.value.terms)) : read;
}

export type ClauseHead = Omit<Clause, 'text'>;

export interface PolicyDocument {
  readonly hash: string;
  readonly packId: string;
  readonly text: string;
  readonly clauses: readonly ClauseHead[];
}

/** A clause without its text. */
export const headOf = ({ id, heading, firstLine, lastLine }: Clause): ClauseHead => ({ id, heading, firstLine, lastLine });

/** The document as issued, whole, with where its clauses stand in it. */
export async function documentOfPolicy(tx: Tx, policy: string): Promise<Result<PolicyDocument>> {
  const { hash, snapshot } = await policyNamed(tx, policy);
  const document = await tx.one<{ text: string }>(documentOf, [hash]);
  if (!document) return refuse('POLICY_TEXT_MISSING');
  const { text } = document;
  return accept({ hash, packId: snapshot.pack.id, text, clauses: clausesOf(text).map(headOf) });
}

/** The clauses of the policy's document, as issued. */
export async function clausesOfPolicy(tx: Tx, policy: string): Promise<Result<readonly Clause[]>> {
  const document = await documentOfPolicy(tx, policy);
  return document.ok ? accept(clausesOf(document.value.text)) : document;
}

/** One clause by its number; several where a document uses it twice. */
export async function clauseOfPolicy(tx: Tx, policy: string, id: string): Promise<Result<readonly Clause[]>> {
  const clauses = await clausesOfPolicy(tx, policy);
  if (!clauses.ok) return clauses;
  const found = clausesById(clauses.value, id);
  return found.length > 0 ? accept(found) : refuse('CLAUSE_UNKNOWN', { params: { clause: id.slice(0, 60) } });
}

function typed(name: string, text: string): unknown {
  if (name === 'year') return /^\d{4}$/.test(text) ? Number(text) : text;
  return text === 'true' ? true : text === 'false' ? false : text;
}

/** A question about a date, with the days counted and why each did or did not count. */
export async function deadlineOfPolicy(
  tx: Tx,
  policy: string,
  question: string,
  { classType, ...asked }: Readonly<Record<string, string>>,
): Promise<Result<Deadline>> {
  if (!Object.hasOwn(deadlineQuestions, question))
    return refuse('DEADLINE_UNKNOWN', { params: { question: question.slice(0, 60), allowed: Object.keys(deadlineQuestions).join(', ') } });
  const { snapshot } = await policyNamed(tx, policy);
  const known = Object.keys(snapshot.process);
  const process = Object.entries(snapshot.process).find(([type]) => type === classType)?.[1] ?? null;
  if (classType !== undefined && process === null)
    return refuse('CLASS_TYPE_UNKNOWN', { pointer: '/classType', params: { allowed: known.join(', ') } });
  const facts = Object.fromEntries(Object.entries(asked).map(([name, text]) => [name, typed(name, text)])) as DeadlineFacts;
  return findDeadline(question as DeadlineName, { snapshot, process, calendar: await calendarOf(tx), facts });
}
