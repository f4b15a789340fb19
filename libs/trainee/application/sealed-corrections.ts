import { decryptField, encryptField, type Tx } from '#libs/platform';
import { noCorrections, type Corrections, type RowCorrection } from '../domain/roster/corrections.ts';
import { correctionsOf } from '../persistence/roster.query.ts';

function placeOf(importId: string): string {
  return `trainee.roster_import.corrections_cipher|${importId}`;
}

/** The corrections as they are kept: ciphertext bound to their import; null where there are none. */
export function sealCorrections(importId: string, corrections: Corrections): Buffer | null {
  return corrections.size === 0 ? null : encryptField(JSON.stringify([...corrections]), placeOf(importId));
}

/** What was put right so far in an import. */
export async function readCorrections(tx: Tx, importId: string): Promise<Corrections> {
  const cipher = (await tx.one<{ cipher: Buffer | null }>(correctionsOf, [importId]))?.cipher;
  return cipher ? new Map(JSON.parse(decryptField(cipher, placeOf(importId))) as [number, RowCorrection][]) : noCorrections;
}
