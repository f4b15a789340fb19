import type { Actor } from '#libs/contracts';
import { freshSecondFactor } from '#libs/identity';
import { clockOf, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { insertSignature } from '../../persistence/decision.query.ts';
import type { TaskOnCase } from '../../persistence/task.query.ts';

/** Whether the actor may sign now what they say they saw: a fresh sign-in with a second factor, and the hash of the package this stage is about (design rule 5). */
export async function checkSignature(tx: Tx, actor: Actor, task: TaskOnCase, packageSha256: string | undefined): Promise<Result<void>> {
  const { now } = await clockOf(tx);
  const fresh = freshSecondFactor(actor, now);
  if (!fresh.ok) return fresh;
  if (packageSha256 === undefined) return refuse('TASK_NEEDS_SIGNATURE', { pointer: '/packageSha256' });
  if (task.packageSha256 === null || task.packageVersion === null) return refuse('PACKAGE_MISSING');
  if (packageSha256.toLowerCase() !== task.packageSha256) {
    return refuse('PACKAGE_STALE', { pointer: '/packageSha256', params: { version: task.packageVersion } });
  }
  return accept(undefined);
}

/** Writes the signature; the guard compares version, hash and person once more with the rows of the claim itself. */
export async function signPackage(tx: Tx, actor: Actor, task: TaskOnCase): Promise<void> {
  const kind = task.stage === 'finance-review' ? 'finance' : 'handler';
  await tx.rows(insertSignature, [
    ...[task.caseId, task.packageVersion, task.packageSha256, kind],
    ...[actor.personId, actor.accountId, actor.officeId, task.id, actor.authenticatedAt, actor.secondFactor],
  ]);
}
