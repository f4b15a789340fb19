import type { Tx } from '#libs/platform';
import type { StageRow } from '../../persistence/stage.query.ts';
import { hasNewerClassFiling, readClassCase, type ClassCase } from './class-case.ts';
import { openStage } from './open-stage.ts';
import { endBy, type StageScript } from './run-stage.ts';

async function open(tx: Tx, of: ClassCase): Promise<void> {
  const chain = of.plan.activation;
  const row = await openStage(tx, {
    caseId: of.facts.id,
    stage: 'activation',
    places: of.places,
    steps: chain ?? [],
    ...(chain === null ? {} : { opens: 'decide' as const }),
    snapshotHash: of.facts.snapshotHash,
  });
  if (chain === null) await endBy(tx, row, 'not-required', 'superseded');
}

async function follow(tx: Tx, of: ClassCase, row: StageRow): Promise<void> {
  if (of.opening?.status === 'withdrawn') await endBy(tx, row, 'withdrawn', 'withdrawn');
}

/** 权限开通: county, city, province in turn, "immediately"; only then are vouchers verified and the class begins (HG24 三(一)). */
export const activationStage: StageScript<ClassCase> = {
  kind: 'class',
  stage: 'activation',
  facts: readClassCase,
  hasNewerFiling: hasNewerClassFiling,
  open,
  follow,
};
