import { audit, lockCase, outboxAdvance, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { closeInvestigation, endObjection, objectionsOfReceipt, type ObjectionRow } from '../persistence/objection.query.ts';
import { secretHash } from './file-objection.use-case.ts';
import { wakeClaim } from './wake-claim.ts';

interface OwnObjection extends ObjectionRow {
  readonly lineNumber: number | null;
}

/** What an objector reads of their own objection. */
export interface ObjectionView {
  readonly lineNumber: number | null;
  readonly state: string;
  readonly filedAt: string;
  readonly dueOn: string;
  readonly endedAt: string | null;
  readonly reply: string | null;
}

async function ownObjections(tx: Tx, receipt: string, secret: string): Promise<readonly OwnObjection[]> {
  return tx.rows<OwnObjection>(objectionsOfReceipt, [receipt, secretHash(secret)]);
}

/** Where an objection stands, for whoever has its receipt and secret. */
export async function followObjection(tx: Tx, receipt: string, secret: string): Promise<Result<{ items: readonly ObjectionView[] }>> {
  const rows = await ownObjections(tx, receipt, secret);
  if (rows.length === 0) return refuse('OBJECTION_UNKNOWN');
  return accept({
    items: rows.map(({ lineNumber, state, filedAt, dueOn, endedAt, reply }) => ({
      lineNumber,
      state,
      filedAt: filedAt.toISOString(),
      dueOn,
      endedAt: endedAt?.toISOString() ?? null,
      reply,
    })),
  });
}

/** The objector takes the objection back; who was held goes on. */
export async function withdrawObjection(tx: Tx, receipt: string, secret: string): Promise<Result<Answer<{ withdrawn: number }>>> {
  const [first] = await ownObjections(tx, receipt, secret);
  if (!first) return refuse('OBJECTION_UNKNOWN');
  await lockCase(tx, first.claimId);
  const open = (await ownObjections(tx, receipt, secret)).filter(({ state }) => state === 'open');
  if (open.length === 0) return refuse('OBJECTION_ENDED');
  for (const { id, claimId } of open) {
    await tx.rows(endObjection, [id, 'withdrawn', null]);
    await tx.rows(closeInvestigation, [id, 'withdrawn']);
    await outboxAdvance(tx, { road: 'objection', id, reason: 'objection-withdrawn' });
    await audit(tx, { actor: null, act: 'objection-withdrawn', subject: { kind: 'objection', id }, caseId: claimId });
  }
  await wakeClaim(tx, first.claimId, 'objection-withdrawn');
  return accept({ body: { withdrawn: open.length } });
}
