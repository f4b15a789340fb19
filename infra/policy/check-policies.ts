import { PackError, packFolders, readPack, resolvePeriods, type Pack, type PackFault } from '#libs/rulebook';
import { calendarFaults } from './check-calendars.ts';
import { quoteFaults } from './check-quotes.ts';
import { referenceFaults } from './check-references.ts';
import { targetFaults } from './check-targets.ts';
import { periodFaults, validityFaults } from './check-validity.ts';
import { coverageFaults } from './coverage.ts';
import { requirementRows } from './requirement-rows.ts';

function readAll(folder: string, faults: PackFault[]): Pack[] {
  return packFolders(folder).flatMap((one) => {
    try {
      return [readPack(one)];
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
}

/**
 * Every fault of the policies in a folder: shapes, quotes that are not in the clause they cite, choices without an ambiguity, gaps and overlaps
 * of validity, totals that do not add up, rows of the requirements nobody carries, calendars.
 */
export function checkPolicies(folder: string): PackFault[] {
  const faults: PackFault[] = [];
  const rows = requirementRows(folder, faults);
  const packs = readAll(folder, faults);
  const ambiguities = new Set(rows.map(({ id }) => id).filter((id) => id.startsWith('AMB-')));
  for (const pack of packs) faults.push(...quoteFaults(pack, ambiguities), ...targetFaults(pack));
  faults.push(...calendarFaults(folder, packs));
  // What holds between packs says nothing as long as one of them cannot be read.
  if (packs.length < packFolders(folder).length) return faults;
  const validity = validityFaults(packs);
  faults.push(...validity);
  // A parent that is not there cannot be inherited from.
  for (const pack of validity.length > 0 ? [] : packs) {
    const periods = resolvePeriods(pack, packs);
    faults.push(...periodFaults(pack, periods), ...referenceFaults(pack, periods));
  }
  faults.push(...coverageFaults(folder, rows, packs));
  return faults;
}
