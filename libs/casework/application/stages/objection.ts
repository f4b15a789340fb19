import type { StageState } from '#libs/contracts';
import { lockCase, type Database } from '#libs/platform';
import { objectionById, openInvestigation, type ObjectionRow } from '../../persistence/objection.query.ts';

type ObjectionEnd = 'upheld' | 'dismissed' | 'withdrawn';

/** Opens the investigating officer's task once, and afterwards only reads what the objection has come to (AMB-05). */
export function objectionStage(database: Database, objectionId: string): Promise<StageState<ObjectionEnd>> {
  return database.transaction(async (tx) => {
    const found = await tx.one<ObjectionRow>(objectionById, [objectionId]);
    if (!found) throw new Error(`there is no objection ${objectionId}`);
    await lockCase(tx, found.claimId);
    await tx.rows(openInvestigation, [objectionId]);
    const { state } = (await tx.one<ObjectionRow>(objectionById, [objectionId])) ?? found;
    return { outcome: state === 'open' ? null : state };
  });
}
