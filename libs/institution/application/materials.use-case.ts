import type { Actor } from '#libs/contracts';
import {
  audit,
  decodeIdCursor,
  lockCase,
  pageById,
  paperTypeOf,
  type Answer,
  type FileStore,
  type Page,
  type Tx,
  type Upload,
} from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { insertMaterial, materialById, materialsOf, removeMaterial, type MaterialRow } from '../persistence/filing.query.ts';
import { contribute } from '../persistence/class.query.ts';
import { ownClass, visibleClass } from './own-class.ts';
import { processOfClass } from './class-policy.ts';

export type MaterialKind = 'opening' | 'completion' | 'claim';

/** Adds a paper to a slot of a filing; papers of a slot may be several. */
export async function addMaterial(
  tx: Tx,
  actor: Actor,
  of: { readonly classId: string; readonly kind: MaterialKind; readonly slot: string; readonly upload: Upload; readonly files: FileStore },
): Promise<Result<Answer<{ id: string; sha256: string }>>> {
  const { classId, kind, slot, upload, files } = of;
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  const wanted = (await processOfClass(tx, own.value))[kind].materials.filter(({ form }) => form === 'file');
  if (!wanted.some((material) => material.slot === slot)) {
    return refuse('MATERIAL_SLOT_UNKNOWN', { pointer: '/slot', params: { slots: wanted.map((material) => material.slot).join(', ') } });
  }
  const mediaType = await paperTypeOf(upload.bytes);
  if (!mediaType.ok) return mediaType;
  const sha256 = await files.put(tx, upload.bytes, mediaType.value);
  const row = await tx.one<{ id: string }>(insertMaterial, [classId, kind, slot, sha256, upload.fileName, mediaType.value, actor.personId]);
  if (!row) throw new Error('the material was not written');
  await tx.rows(contribute, [classId, actor.personId]);
  await audit(tx, { actor, act: 'material-added', subject: { kind: 'material', id: row.id }, caseId: classId, details: { slot, sha256 } });
  return accept({ status: 201, body: { id: row.id, sha256 } });
}

/** Takes a paper out again, as long as its filing may be edited. */
export async function takeOutMaterial(tx: Tx, actor: Actor, classId: string, materialId: string): Promise<Result<Answer<{ id: string }>>> {
  await lockCase(tx, classId);
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  const row = await tx.one<{ id: string }>(removeMaterial, [classId, materialId]);
  if (!row) return refuse('NOT_FOUND');
  await audit(tx, { actor, act: 'material-removed', subject: { kind: 'material', id: row.id }, caseId: classId });
  return accept({ body: row });
}

/** One page of the papers of a class, by filing and slot. */
export async function listMaterials(
  tx: Tx,
  actor: Actor,
  classId: string,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<Result<Page<MaterialRow>>> {
  const seen = await visibleClass(tx, actor, classId);
  if (!seen.ok) return seen;
  const after = decodeIdCursor(cursor);
  return after.ok ? accept(pageById(await tx.rows<MaterialRow>(materialsOf, [classId, after.value, limit + 1]), limit)) : after;
}

export async function findMaterial(tx: Tx, actor: Actor, classId: string, materialId: string): Promise<Result<MaterialRow>> {
  const seen = await visibleClass(tx, actor, classId);
  if (!seen.ok) return seen;
  const row = await tx.one<MaterialRow>(materialById, [classId, materialId]);
  return row ? accept(row) : refuse('NOT_FOUND');
}
