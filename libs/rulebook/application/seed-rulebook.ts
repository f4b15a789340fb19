import { config, type Tx } from '#libs/platform';
import { readCalendars } from '../pack/read-calendars.ts';
import { packFolders, readPack } from '../pack/read-pack.ts';
import { resolvePack } from '../pack/resolve-pack.ts';
import { putInForce, registerDays, registerSnapshot } from '../persistence/rulebook.query.ts';

/**
 * Registers every pack and calendar of the policies folder, as the owner of the schema; safe to repeat. A pack whose text has changed is a
 * new snapshot: cases that have one keep theirs (AMB-36).
 * @throws PackError with every fault of the files.
 */
export async function seedRulebook(tx: Tx): Promise<void> {
  const folder = config.policiesFolder();
  const packs = packFolders(folder).map(readPack);
  for (const pack of packs) {
    const { document, hash } = resolvePack(pack, packs);
    const { id, region, effectiveFrom, effectiveTo } = pack.head;
    await tx.rows(registerSnapshot, [hash, id, region, document]);
    await tx.rows(putInForce, [region, effectiveFrom, effectiveTo, hash]);
  }
  await tx.rows(registerDays, [JSON.stringify(readCalendars(folder))]);
}
