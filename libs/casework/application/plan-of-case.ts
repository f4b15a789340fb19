import { RefusalError, type Tx } from '#libs/platform';
import { accept, processOfCase, type ClassPolicy, type PolicySnapshot, type Result } from '#libs/policy';
import { classPolicyOf, snapshotFor, snapshotOf } from '#libs/rulebook';
import { casePlan, type CasePlan } from '../domain/case-plan.ts';

export interface PolicyQuestion {
  /** The snapshot fixed on the class or claim; null before the opening is approved (AMB-36). */
  readonly snapshotHash: string | null;
  readonly region: string;
  /** Null: a claim without a class. */
  readonly classType: string | null;
  readonly subsidy?: string;
  readonly isSpecialTask: boolean;
  /** The day whose policy is asked where none is fixed yet. */
  readonly on: string;
}

/** The snapshot a case is judged by: the one fixed on it, or the one in force for its region on a day (AMB-36). */
export async function policyOfCase(
  tx: Tx,
  question: Pick<PolicyQuestion, 'snapshotHash' | 'region' | 'on'>,
): Promise<{ readonly hash: string; readonly snapshot: PolicySnapshot }> {
  const { snapshotHash, region, on } = question;
  return snapshotHash === null ? snapshotFor(tx, { region, on }) : { hash: snapshotHash, snapshot: await snapshotOf(tx, snapshotHash) };
}

/**
 * What the policy asks of a case's road.
 * @throws RefusalError POLICY_NOT_IN_FORCE, or POLICY_VALUE_MISSING where the policy does not know such classes or does not say a value.
 */
export async function planOfCase(tx: Tx, question: PolicyQuestion): Promise<CasePlan> {
  const { snapshot } = await policyOfCase(tx, question);
  const process = processOfCase(snapshot.process, question);
  if (!process) {
    const name = `process.${question.classType ?? question.subsidy ?? ''}`;
    throw new RefusalError({ code: 'POLICY_VALUE_MISSING', params: { name, reason: snapshot.pack.title } });
  }
  return casePlan(process, question.isSpecialTask, (refusal) => new RefusalError(refusal));
}

/** What the dates of a class's filings are counted from; refused where no policy is in force or it knows no such classes. */
export async function filingPolicy(tx: Tx, question: PolicyQuestion & { readonly classType: string }): Promise<Result<ClassPolicy>> {
  try {
    return await classPolicyOf(tx, (await policyOfCase(tx, question)).snapshot, question.classType);
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** As `planOfCase`; a policy that is not known is answered, so that the case can be told of and held. */
export async function planIfKnown(tx: Tx, question: PolicyQuestion): Promise<Result<CasePlan>> {
  try {
    return accept(await planOfCase(tx, question));
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
