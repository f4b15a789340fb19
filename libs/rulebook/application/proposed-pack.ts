import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { config } from '#libs/platform';
import { accept, refuse, type Refusal, type Result } from '#libs/policy';
import { comparable } from '../pack/clauses-of.ts';
import { PackError } from '../pack/pack-fault.ts';
import { packShapes } from '../pack/pack-shapes.ts';
import { packFolders, readPack, type Pack } from '../pack/read-pack.ts';
import { resolvePeriods, type ResolvedPack } from '../pack/resolve-pack.ts';
import { listValues } from './list-values.ts';

/** A pack somebody hands in: its files by name, `document.txt` among them. */
export type PackFiles = Readonly<Record<string, string>>;

export interface ProposedPack {
  readonly pack: Pack;
  readonly periods: readonly ResolvedPack[];
}

const NAMES: ReadonlySet<string> = new Set([...Object.keys(packShapes), 'document.txt']);
const SHOWN = 100;

/** Runs work on files in a folder of its own, which is gone afterwards. */
export function inFolder<T>(files: PackFiles, work: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaibantong-policy-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The faults of a pack's files as refusals, each at its file and line. */
export function faultsOf(error: unknown): Refusal[] {
  if (!(error instanceof PackError)) throw error;
  return error.faults.slice(0, SHOWN).map(({ file, line, path: at, problem }) => ({
    code: 'PACK_FAULT',
    pointer: `/files/${path.basename(file)}`,
    params: { file: path.basename(file), line: line ?? 0, place: at, problem },
  }));
}

/** Every quote must stand in the document it is quoted from. */
function quoteFaults({ files, document }: Pack): Refusal[] {
  const text = comparable(document);
  return Object.entries(files).flatMap(([name, { node }]) =>
    listValues(node)
      .filter(({ kind, quote }) => kind === 'stated' && quote !== null && !text.includes(comparable(quote)))
      .map(({ path: place, quote }) => ({
        code: 'PACK_QUOTE',
        pointer: `/files/${name}`,
        params: { place, quote: (quote ?? '').slice(0, 60) },
      })),
  );
}

/** Reads a pack that was handed in, beside the packs of the installation, which are its parents; nothing is registered. */
export function readProposedPack(files: PackFiles): Result<ProposedPack> {
  const unknown = Object.keys(files).find((name) => !NAMES.has(name));
  if (unknown !== undefined)
    return refuse('PACK_FILE_UNKNOWN', { pointer: '/files', params: { name: unknown.slice(0, 60), allowed: [...NAMES].join(', ') } });
  try {
    const pack = inFolder(files, readPack);
    const faults = quoteFaults(pack).slice(0, SHOWN);
    if (faults.length > 0) return refuse('PACK_INVALID', { errors: faults });
    const others = packFolders(config.policiesFolder()).map(readPack);
    return accept({ pack, periods: resolvePeriods(pack, [...others.filter(({ head }) => head.id !== pack.head.id), pack]) });
  } catch (error) {
    return refuse('PACK_INVALID', { errors: faultsOf(error) });
  }
}
