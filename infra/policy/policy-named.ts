import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PolicySnapshot } from '#libs/policy';
import { PackError, PolicyShelf, type Pack } from '#libs/rulebook';
import { PlainError } from '../local/plain-error.ts';
import { fileNamed, oneWord } from './command-line.ts';
import { refusalText, type Language } from './print/language.ts';

/** A policy of the shelf by its id, or one that is still being written by its folder. */
export interface NamedPolicy {
  readonly shelf: PolicyShelf;
  readonly pack: Pack;
  readonly snapshot: PolicySnapshot;
}

/** The shelf with a draft from a folder outside on it; @throws PlainError with every fault of the draft. */
function withDraft(shelf: PolicyShelf, folder: string): { readonly shelf: PolicyShelf; readonly id: string } {
  try {
    const more = shelf.withPack(folder);
    return { shelf: more, id: more.packs.at(-1)?.head.id ?? '' };
  } catch (error) {
    if (error instanceof PackError) throw new PlainError(error.message);
    throw error;
  }
}

/** @throws PlainError for a policy nobody knows (with the nearest), or one that is not in force on the day. */
export function policyNamed(shelf: PolicyShelf, name: string | undefined, on: string | null, language: Language): NamedPolicy {
  const isFolder = name !== undefined && !shelf.ids.includes(name) && existsSync(path.join(fileNamed(name), 'pack.yaml'));
  const found = isFolder ? withDraft(shelf, fileNamed(name)) : { shelf, id: oneWord(name, 'policy', shelf.ids) };
  const snapshot = found.shelf.snapshotOn(found.id, on);
  if (!snapshot.ok) throw new PlainError(refusalText(snapshot.refusal, language));
  const pack = found.shelf.packs.find(({ head }) => head.id === found.id);
  if (!pack) throw new Error(`${found.id} is not on the shelf`);
  return { shelf: found.shelf, pack, snapshot: snapshot.value };
}
