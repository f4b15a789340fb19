import type { Tx } from '#libs/platform';
import { addClasses, dropClasses } from '../persistence/claim.query.ts';
import { dropLines, upsertLines } from '../persistence/line.query.ts';
import type { PreparedClaim } from './prepare-claim.ts';

/** Brings a claim that still lies with its applicant to what was computed: its classes, and a line for everybody and nobody else. */
export async function keepPrepared(tx: Tx, claimId: string, { target, lines }: PreparedClaim): Promise<void> {
  const classes = target.classes.map(({ id }) => id);
  await tx.rows(dropClasses, [claimId, classes]);
  await tx.rows(addClasses, [claimId, classes]);
  const json = JSON.stringify(lines);
  await tx.rows(dropLines, [claimId, json]);
  await tx.rows(upsertLines, [claimId, json]);
}
