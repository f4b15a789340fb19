import { clockOf, type Tx } from '#libs/platform';
import { materialsForClaim, missingMaterials, valueOf, type Calculation, type Refusal } from '#libs/policy';
import { snapshotFor } from '#libs/rulebook';
import type { FactRow } from '../domain/fact-row.ts';
import { payeeKindOf } from '../domain/payee-kind.ts';
import { subjectFindings } from '../domain/subject-findings.ts';
import { liveClaims, type ClaimRow } from '../persistence/claim.query.ts';
import { claimMaterials, historyOf, type HistoryLine } from '../persistence/facts.query.ts';
import { payeeOf } from '../persistence/package.query.ts';
import { subjectsOf, type SubjectRow } from '../persistence/subject.query.ts';
import type { KeptLine } from './calculate-claim.ts';
import type { ClaimTarget } from './claim-target.ts';

export interface CheckedClaim {
  readonly claim: ClaimRow | null;
  readonly target: ClaimTarget;
  readonly facts: readonly FactRow[];
  readonly calculation: Calculation;
  readonly lines: readonly KeptLine[];
}

/** Formulas of days: only what grows day by day can be advanced (AMB-18). */
const BY_DAYS: ReadonlySet<string> = new Set(['tiered-days', 'daily-rate']);

function stageFindings({ process, classes, settlement, rule }: ClaimTarget): Refusal[] {
  if (settlement === 'final') {
    const open = classes.filter(({ isAssessed }) => !isAssessed);
    return open.map(({ name }) => ({ code: 'CLAIM_NOT_ASSESSED', params: { name } }));
  }
  const allowed = process && valueOf(process.claim.settlement, 'claim.settlement');
  if (allowed && !allowed.ok) return [allowed.refusal];
  if (allowed?.value !== 'staged' || !BY_DAYS.has(rule.kind)) return [{ code: 'CLAIM_NOT_STAGED', pointer: '/settlement' }];
  return classes.every(({ hasBegun }) => hasBegun) ? [] : [{ code: 'CLAIM_NOT_BEGUN' }];
}

/** One claim of a subsidy for a class or order; only advances of a project class precede another (PRC-49). */
async function classFindings(tx: Tx, { claim, target, facts }: CheckedClaim): Promise<Refusal[]> {
  const { process, classes, subsidy } = target;
  if (!process?.subsidies.includes(subsidy))
    return [{ code: 'CLAIM_SUBSIDY_UNKNOWN', pointer: '/subsidy', params: { allowed: process?.subsidies.join(', ') ?? '' } }];
  const findings = stageFindings(target);
  const values = [classes.map(({ id }) => id), subsidy, claim?.id ?? null];
  const others = await tx.rows<{ state: string; settlement: string }>(liveClaims, values);
  if (others.some(({ state, settlement }) => state !== 'approved' || settlement === 'final')) findings.push({ code: 'CLAIM_EXISTS' });
  const twice = facts.length - new Set(facts.map(({ personId }) => personId)).size;
  if (twice > 0) findings.push({ code: 'ORDER_PERSON_TWICE', params: { people: twice } });
  return findings;
}

/** A claim without a class is judged by the policy of the day it is filed (AMB-36). */
async function policyFindings(tx: Tx, { claim, target }: CheckedClaim): Promise<Refusal[]> {
  if (claim === null || claim.submittedVersion !== null) return [];
  const { today } = await clockOf(tx);
  const { hash } = await snapshotFor(tx, { region: target.region, on: today });
  return hash === claim.snapshotHash ? [] : [{ code: 'CLAIM_POLICY_CHANGED' }];
}

/** Persons and units that were paid for the same already. */
async function twiceFindings(tx: Tx, { claim, lines }: CheckedClaim): Promise<Refusal[]> {
  const persons = lines.filter(({ onceKeys }) => onceKeys.length > 0).map(({ personId }) => personId);
  if (persons.length === 0) return [];
  const used = Map.groupBy(await tx.rows<HistoryLine>(historyOf, [persons, claim?.id ?? null]), ({ personId }) => personId);
  return lines.flatMap(({ personId, onceKeys }, index): Refusal[] => {
    const taken = new Set((used.get(personId) ?? []).flatMap((line) => line.onceKeys));
    const key = onceKeys.find((one) => taken.has(one));
    return key === undefined
      ? []
      : [{ code: 'SUBJECT_CLAIMED_BEFORE', pointer: `/subjects/${index}`, params: { row: index + 1, what: key } }];
  });
}

async function paperFindings(tx: Tx, { claim, target }: CheckedClaim): Promise<Refusal[]> {
  const { classes, snapshot, subsidy } = target;
  const wanted = materialsForClaim(snapshot, { classType: classes[0]?.classType ?? null, subsidy });
  const there = await tx.rows<{ slot: string }>(claimMaterials, [classes.map(({ id }) => id), claim?.id ?? null]);
  const of = { isSpecialTask: classes.some(({ isSpecialTask }) => isSpecialTask), form: 'file' } as const;
  return missingMaterials(wanted, new Set(there.map(({ slot }) => slot)), of).map(({ slot, title, titleEn, clause }) => ({
    code: 'MATERIAL_MISSING',
    pointer: `/materials/${slot}`,
    params: { title, titleEn, clause },
  }));
}

/** Who is paid on the claim's behalf needs an account the bureau registered: found now, not when the bank is to be told (AMB-58). */
async function payeeFindings(tx: Tx, { rule, institutionId }: ClaimTarget): Promise<Refusal[]> {
  const payee = valueOf(rule.payee, 'payee');
  if (!payee.ok) return [payee.refusal];
  if (payeeKindOf(rule) === 'subject') return []; // each names its own: subjectFindings
  const { account = null } = (await tx.one<{ account: string | null }>(payeeOf, [institutionId])) ?? {};
  return account === null ? [{ code: 'PAYEE_ACCOUNT_MISSING' }] : [];
}

/** Everything that keeps a claim from being submitted, all at once (一次性告知). */
export async function claimFindings(tx: Tx, of: CheckedClaim): Promise<Refusal[]> {
  const { claim, target, calculation } = of;
  const isOfClass = target.classes.length > 0;
  const findings = isOfClass ? await classFindings(tx, of) : await policyFindings(tx, of);
  if (findings.some(({ code }) => code === 'CLAIM_SUBSIDY_UNKNOWN')) return findings;
  const subjects = claim === null ? [] : await tx.rows<SubjectRow>(subjectsOf, [claim.id]);
  findings.push(...subjectFindings(target, of.facts, subjects), ...(await twiceFindings(tx, of)));
  findings.push(...(await payeeFindings(tx, target)));
  for (const { name, reason } of calculation.held) findings.push({ code: 'CLAIM_HELD', params: { name, reason } });
  const isNothing = calculation.amountFen === 0n && calculation.recoveryFen === 0n;
  if (calculation.held.length === 0 && isNothing && of.facts.length > 0) findings.push({ code: 'CLAIM_NOTHING_DUE' });
  return [...findings, ...(await paperFindings(tx, of))];
}
