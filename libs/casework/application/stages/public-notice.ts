import type { Tx } from '#libs/platform';
import { noticeOfVersion, stageDays, type NoticeRow } from '../../persistence/notice.query.ts';
import { openHolds, upheldOn, type Holds } from '../../persistence/objection.query.ts';
import type { StageRow } from '../../persistence/stage.query.ts';
import { claimScript, type ClaimCase } from './claim-case.ts';
import { openStage } from './open-stage.ts';
import { noticeOf } from './publish-notice.ts';
import { endBy, lookAgainAt, type StageScript } from './run-stage.ts';

function signedPackage({ facts }: ClaimCase): { version: number; sha256: string } {
  if (facts.version === null || facts.packageSha256 === null) throw new Error(`claim ${facts.id} has no signed package to publish`);
  return { version: facts.version, sha256: facts.packageSha256 };
}

async function open(tx: Tx, of: ClaimCase): Promise<void> {
  const row = await openStage(tx, {
    ...{ caseId: of.facts.id, stage: 'public-notice', places: of.places, steps: [] },
    package: signedPackage(of),
    snapshotHash: of.facts.snapshotHash,
  });
  const notice = await noticeOf(tx, of);
  await tx.rows(stageDays, [row.id, notice.closesOn, notice.closesAt]);
}

/**
 * The notice ends by its day alone. Upheld: a corrected package is signed and published again in full. An open objection on the whole
 * claim keeps it waiting; one on persons holds them only, the rest go on (AMB-05).
 */
async function follow(tx: Tx, of: ClaimCase, row: StageRow): Promise<void> {
  const upheld = await tx.one<{ upheld: number }>(upheldOn, [of.facts.id, row.packageVersion]);
  if ((upheld?.upheld ?? 0) > 0) return endBy(tx, row, 'corrected', 'superseded');
  const notice = await tx.one<NoticeRow>(noticeOfVersion, [of.facts.id, row.packageVersion]);
  if (!notice) throw new Error(`the notice of claim ${of.facts.id}, version ${row.packageVersion}, is gone`);
  if (of.now < notice.closesAt) return lookAgainAt(tx, row, notice.closesAt);
  const holds = await tx.one<Holds>(openHolds, [of.facts.id]);
  if (holds?.isWhole) return lookAgainAt(tx, row, null);
  return endBy(tx, row, 'clean', 'facts-complete');
}

/** 公示: at least five complete working days after the day of publication (XZ24 三(二); HG24 三(三)). */
export const publicNoticeStage: StageScript<ClaimCase> = { ...claimScript, stage: 'public-notice', open, follow };
