import { config, type Database } from '#libs/platform';
import { readCalendars } from '../pack/read-calendars.ts';
import { packFolders, readPack } from '../pack/read-pack.ts';
import { resolvePeriods } from '../pack/resolve-pack.ts';
import { linkDocument, putInForce, registerDays, registerDocument, registerSnapshot } from '../persistence/rulebook.query.ts';

/**
 * Registers every pack and calendar of the policies folder with the text of its document, as the owner of the schema; safe to repeat. What it puts
 * in force has no release: the installation itself brought it. A pack whose text has changed is a new snapshot: cases that have one keep theirs
 * (AMB-36). A pack is one snapshot for each period with the same parents in force (AMB-37).
 * @throws PackError with every fault of the files.
 */
export async function seedRulebook(owner: Database): Promise<void> {
  const folder = config.policiesFolder();
  // Read before the transaction begins: on a slow machine it takes longer than a transaction may lie idle.
  const packs = packFolders(folder).map(readPack);
  const resolved = packs.map((pack) => ({ pack, periods: resolvePeriods(pack, packs) }));
  const days = JSON.stringify(readCalendars(folder));
  await owner.transaction(async (tx) => {
    for (const { pack, periods } of resolved) {
      await tx.rows(registerDocument, [pack.head.id, pack.document]);
      for (const { document, hash, period } of periods) {
        await tx.rows(registerSnapshot, [hash, pack.head.id, pack.head.region, document]);
        await tx.rows(linkDocument, [hash, pack.document]);
        await tx.rows(putInForce, [pack.head.region, period.from, period.to, hash]);
      }
    }
    await tx.rows(registerDays, [days]);
  });
}
