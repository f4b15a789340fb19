import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PersonGroup, PolicySnapshot, PolicyValue } from '#libs/policy';
import { PackError, type PackFault } from './pack-fault.ts';
import { packShapes } from './pack-shapes.ts';
import { readPolicyValues } from './policy-values.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** A level above: a pack, or a document that is not among the packs. */
export type PackParent =
  { readonly pack: string } | { readonly pack: PolicyValue<never>; readonly region: string; readonly documentNumbers: readonly string[] };

/** What `pack.yaml` says of a document. */
export interface PackHead {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly level: 'county' | 'city' | 'province';
  readonly region: string;
  /** Whose values hold where this pack is silent, the nearest first (AMB-37). */
  readonly parents: readonly PackParent[];
  readonly issuedOn: string;
  readonly effectiveFrom: string;
  /** Null: until replaced. */
  readonly effectiveTo: string | null;
}

export type PackFileName = keyof typeof packShapes;

/** One issued document as data, before its parents' values fill what it does not say. */
export interface Pack {
  readonly folder: string;
  readonly head: PackHead;
  readonly process: PolicySnapshot['process'];
  readonly subsidies: PolicySnapshot['subsidies'];
  readonly directories: PolicySnapshot['directories'];
  readonly deadlines: PolicySnapshot['deadlines'];
  readonly eligibility: PolicySnapshot['eligibility'];
  readonly groups: PolicySnapshot['groups'];
  readonly targets: PolicySnapshot['targets'];
  readonly statements: PolicySnapshot['statements'];
  /** The text of the document, as issued. */
  readonly document: string;
  /** Each file's values and where in it they stand, for messages. */
  readonly files: Readonly<Record<PackFileName, { readonly node: unknown; readonly lineAt: YamlFile['lineAt'] }>>;
}

type ReadFile = Pack['files'][PackFileName];
type ReadGroup = Omit<PersonGroup, 'names'>;

function readFile(folder: string, name: PackFileName, faults: PackFault[]): ReadFile | undefined {
  const file = path.join(folder, name);
  const yaml = readYaml(file, faults);
  if (!yaml) return undefined;
  const fault = (at: string, problem: string): void => {
    const place = at.replace(/^\./, '');
    faults.push({ file, line: yaml.lineAt(place), path: place, problem });
  };
  const node = readPolicyValues(yaml.node, fault);
  packShapes[name](node, '', fault);
  return { node, lineAt: yaml.lineAt };
}

function headOf(node: unknown): PackHead {
  const { effectiveFrom, effectiveTo, ...said } = node as Omit<PackHead, 'effectiveFrom' | 'effectiveTo'> & {
    readonly effectiveFrom: PolicyValue<string>;
    readonly effectiveTo: PolicyValue<string | null>;
  };
  const from = effectiveFrom.kind === 'missing' ? said.issuedOn : effectiveFrom.value;
  return { ...said, effectiveFrom: from, effectiveTo: effectiveTo.kind === 'missing' ? null : effectiveTo.value };
}

function groupsOf(node: unknown): Pack['groups'] {
  const entries = Object.entries(node as Readonly<Record<string, ReadGroup>>).map(([code, group]): [string, PersonGroup] => {
    const { value, aliases } = group;
    const names = [...(value.kind === 'missing' ? [] : [value.value]), ...(aliases && aliases.kind !== 'missing' ? aliases.value : [])];
    return [code, { ...group, names }];
  });
  return Object.fromEntries(entries);
}

/** Reads one pack; @throws PackError with every fault of its files. */
export function readPack(folder: string): Pack {
  const faults: PackFault[] = [];
  const names = Object.keys(packShapes) as PackFileName[];
  const read = new Map(names.map((name) => [name, readFile(folder, name, faults)]));
  const text = path.join(folder, 'document.txt');
  if (!existsSync(text)) faults.push({ file: text, line: null, path: '', problem: 'the document is not there; every policy has its text' });
  if (faults.length > 0) throw new PackError(faults);
  const files = Object.fromEntries(read) as Pack['files'];
  return {
    folder,
    head: headOf(files['pack.yaml'].node),
    process: files['process.yaml'].node as Pack['process'],
    subsidies: files['subsidies.yaml'].node as Pack['subsidies'],
    directories: files['directories.yaml'].node as Pack['directories'],
    deadlines: files['deadlines.yaml'].node as Pack['deadlines'],
    eligibility: files['eligibility.yaml'].node as Pack['eligibility'],
    groups: groupsOf(files['groups.yaml'].node),
    targets: files['targets.yaml'].node as Pack['targets'],
    statements: files['statements.yaml'].node as Pack['statements'],
    document: readFileSync(text, 'utf8'),
    files,
  };
}

/** The folders of all packs, by name. */
export function packFolders(policies: string): string[] {
  return readdirSync(policies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(policies, entry.name, 'pack.yaml')))
    .map((entry) => path.join(policies, entry.name))
    .sort();
}
