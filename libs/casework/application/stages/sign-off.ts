import { Role } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { upheldOn } from '../../persistence/objection.query.ts';
import { closeStageTasks, openStepTask, setPackage, type StageRow } from '../../persistence/stage.query.ts';
import { handlersOf } from '../../persistence/task.query.ts';
import { claimScript, type ClaimCase } from './claim-case.ts';
import { openStage } from './open-stage.ts';
import { endBy, type StageScript } from './run-stage.ts';

/** Any handler of the deciding office may take the turn; whose it cannot be, the decision and the database say (AMB-06). */
const SIGNER = { role: Role.Caseworker, place: 'deciding' } as const;

function sealed({ facts }: ClaimCase): { version: number; sha256: string } {
  if (facts.version === null || facts.packageSha256 === null) throw new Error(`the package of claim ${facts.id} is not sealed`);
  return { version: facts.version, sha256: facts.packageSha256 };
}

/**
 * Whether exactly this package was signed by enough people before: what came back from finance or from review unchanged is what they saw, and
 * their signatures stand (design rule 5).
 */
async function isSignedAlready(tx: Tx, of: ClaimCase, signers: number): Promise<boolean> {
  const { version, sha256 } = sealed(of);
  const handlers = await tx.one<{ signed: number }>(handlersOf, [of.facts.id, version, sha256]);
  return (handlers?.signed ?? 0) >= signers;
}

/** An objection to exactly this package was upheld and nothing has changed since: nobody may sign it again, the reviewers look anew (AMB-05). */
async function isVoid(tx: Tx, of: ClaimCase): Promise<boolean> {
  return ((await tx.one<{ upheld: number }>(upheldOn, [of.facts.id, sealed(of).version]))?.upheld ?? 0) > 0;
}

async function open(tx: Tx, of: ClaimCase): Promise<void> {
  const { signers, budgetDays } = of.plan.signOff;
  const isVoided = await isVoid(tx, of);
  const isSigned = !isVoided && (await isSignedAlready(tx, of, signers));
  const row = await openStage(tx, {
    caseId: of.facts.id,
    stage: 'sign-off',
    places: of.places,
    steps: [{ ...SIGNER, budgetDays }],
    ...(isSigned || isVoided ? {} : { opens: 'sign' as const }),
    package: sealed(of),
    signers,
    snapshotHash: of.facts.snapshotHash,
  });
  if (isVoided) await endBy(tx, row, 'voided', 'superseded');
  else if (isSigned) await endBy(tx, row, 'signed', 'facts-complete');
}

/** A package that changed under the signers is another one: what was signed is void, and everybody signs again (design rule 5). */
async function follow(tx: Tx, of: ClaimCase, row: StageRow): Promise<void> {
  const { version, sha256 } = sealed(of);
  if (row.packageVersion === version && row.packageSha256 === sha256) return;
  await tx.rows(closeStageTasks, [row.id, 'superseded', ['sign']]);
  await tx.rows(setPackage, [row.id, version, sha256]);
  await tx.rows(openStepTask, [row.id, 'sign', 0, null]);
}

/** 两人以上经办审查签字 (XZ24 四(二)3; HG24 三(三)). */
export const signOffStage: StageScript<ClaimCase> = { ...claimScript, stage: 'sign-off', open, follow };
