import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isPolicyValue, PackError, packFolders, readCalendars, readPack, resolvePack, type Pack, type PackFault } from '#libs/rulebook';

/** Width of signs, spaces and line breaks differ between a scan and its text; words do not. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

interface Quote {
  readonly at: string;
  readonly quote: string;
}

function quotesIn(node: unknown, at: string): Quote[] {
  if (isPolicyValue(node)) return node.kind === 'stated' ? [{ at, quote: node.quote }] : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => quotesIn(child, at === '' ? key : `${at}.${key}`));
}

function faultsOfPack(pack: Pack, packs: readonly Pack[]): PackFault[] {
  const text = comparable(readFileSync(path.join(pack.folder, 'document.txt'), 'utf8'));
  const faults: PackFault[] = [];
  for (const part of ['process', 'subsidies', 'directories', 'deadlines'] as const) {
    const file = path.join(pack.folder, `${part}.yaml`);
    for (const { at, quote } of quotesIn(pack[part], '')) {
      if (!text.includes(comparable(quote)))
        faults.push({ file, path: at, problem: `the quote “${quote}” is not in document.txt; copy it from there` });
    }
  }
  const { process, subsidies } = resolvePack(pack, packs).snapshot;
  for (const [type, { subsidies: names }] of Object.entries(process)) {
    for (const name of names) {
      if (!Object.hasOwn(subsidies, name))
        faults.push({
          file: path.join(pack.folder, 'process.yaml'),
          path: `${type}.subsidies`,
          problem: `${name} is not in subsidies.yaml`,
        });
    }
  }
  return faults;
}

function collect<T>(work: () => T, faults: PackFault[]): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}

/** Every fault of the policies in a folder: shapes, quotes that are not in the document, subsidies nobody defines, calendars. */
export function checkPolicies(folder: string): PackFault[] {
  const faults: PackFault[] = [];
  const packs = packFolders(folder).flatMap((one) => collect(() => readPack(one), faults) ?? []);
  for (const pack of packs) faults.push(...faultsOfPack(pack, packs));
  collect(() => readCalendars(folder), faults);
  return faults;
}
