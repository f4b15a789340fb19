import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import type { PolicySnapshot } from '#libs/policy';
import { PackError, type PackFault } from './pack-fault.ts';
import { packShapes } from './pack-shapes.ts';
import { readPolicyValues } from './policy-values.ts';

/** What `pack.yaml` says of a document. */
export interface PackHead {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly level: 'county' | 'city' | 'province';
  readonly region: string;
  /** Id of the pack whose values hold where this one is silent (AMB-37). */
  readonly parent: string | null;
  readonly issuedOn: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** One issued document as data, before its parent's values fill what it does not say. */
export interface Pack {
  readonly folder: string;
  readonly head: PackHead;
  readonly process: PolicySnapshot['process'];
  readonly subsidies: PolicySnapshot['subsidies'];
  readonly directories: PolicySnapshot['directories'];
  readonly deadlines: PolicySnapshot['deadlines'];
}

type FileName = keyof typeof packShapes;

function readFile(folder: string, name: FileName, faults: PackFault[]): unknown {
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    faults.push({ file, path: '', problem: 'the file is not there; every pack has it' });
    return null;
  }
  try {
    const node = readPolicyValues(parse(readFileSync(file, 'utf8'), { merge: true }), file, faults);
    packShapes[name](node, '', (at, problem) => faults.push({ file, path: at.replace(/^\./, ''), problem }));
    return node;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    faults.push({ file, path: `line ${error.linePos?.[0].line ?? '?'}`, problem: error.message.split('\n')[0] ?? 'no YAML' });
    return null;
  }
}

/** Reads one pack; @throws PackError with every fault of its files. */
export function readPack(folder: string): Pack {
  const faults: PackFault[] = [];
  const read = Object.fromEntries((Object.keys(packShapes) as FileName[]).map((name) => [name, readFile(folder, name, faults)]));
  if (faults.length > 0) throw new PackError(faults);
  return {
    folder,
    head: read['pack.yaml'] as PackHead,
    process: read['process.yaml'] as Pack['process'],
    subsidies: read['subsidies.yaml'] as Pack['subsidies'],
    directories: read['directories.yaml'] as Pack['directories'],
    deadlines: read['deadlines.yaml'] as Pack['deadlines'],
  };
}

/** The folders of all packs, by name. */
export function packFolders(policies: string): string[] {
  return readdirSync(policies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(policies, entry.name, 'pack.yaml')))
    .map((entry) => path.join(policies, entry.name))
    .sort();
}
