import type { Actor } from '#libs/contracts';
import { clockOf, RefusalError, type Tx } from '#libs/platform';
import { materialsForClaim, materialTitle, processOfCase, type Material, type MaterialTitle } from '#libs/policy';
import { claimFacts, classFacts, type ClaimFacts, type ClassFacts } from '../persistence/case-facts.query.ts';
import { materialsOf, materialsOfClaim, type MaterialRow } from '../persistence/detail.query.ts';
import type { TaskOnCase } from '../persistence/task.query.ts';
import { policyOfCase } from './plan-of-case.ts';

/** A paper as its policy calls it. */
export type TitledMaterial = MaterialRow & MaterialTitle;

type Filed = 'opening' | 'completion' | 'claim';

async function filedPapers(tx: Tx, actor: Actor, task: TaskOnCase, filed: Filed): Promise<readonly MaterialRow[]> {
  if (filed === 'claim') return tx.rows<MaterialRow>(materialsOfClaim, [task.caseId, actor.personId]);
  return task.classId === null ? [] : tx.rows<MaterialRow>(materialsOf, [task.classId, filed, task.caseId, actor.personId]);
}

/** The papers the case's policy lists; none where no policy is known: such a case is held, and can be looked at all the same. */
async function listedPapers(tx: Tx, task: TaskOnCase, filed: Filed): Promise<readonly Material[]> {
  const { today } = await clockOf(tx);
  const claim = filed === 'claim' ? await tx.one<ClaimFacts>(claimFacts, [task.caseId]) : undefined;
  const trainingClass = claim === undefined ? await tx.one<ClassFacts>(classFacts, [task.classId]) : undefined;
  const classType = claim?.classType ?? trainingClass?.classType ?? null;
  try {
    const { snapshot } = await policyOfCase(tx, { snapshotHash: task.caseSnapshotHash, region: task.region, on: today });
    if (claim) return materialsForClaim(snapshot, { classType, subsidy: claim.subsidy });
    return processOfCase(snapshot.process, { classType })?.[filed].materials ?? [];
  } catch (error) {
    if (error instanceof RefusalError) return [];
    throw error;
  }
}

/** The papers of what is under review, in the policy's order and each with its title. */
export async function materialsOfTask(tx: Tx, actor: Actor, task: TaskOnCase): Promise<readonly TitledMaterial[]> {
  const { caseKind, stage } = task;
  const filed = caseKind === 'claim' ? 'claim' : stage === 'opening' || stage === 'completion' ? stage : undefined;
  const papers = filed === undefined ? [] : await filedPapers(tx, actor, task, filed);
  if (filed === undefined || papers.length === 0) return [];
  const listed = await listedPapers(tx, task, filed);
  const placeOf = ({ slot }: MaterialRow): number => listed.findIndex((one) => one.slot === slot);
  const inOrder = papers.toSorted((one, other) => placeOf(one) - placeOf(other));
  return inOrder.map((paper) => ({ ...paper, ...materialTitle(listed, paper.slot) }));
}
